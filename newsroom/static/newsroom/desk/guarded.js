// Forms of the desk other than the article's are sent, too, only to a server that answers and knows who writes.
import { NoAnswer, signIn, whose } from "./session.js";

const silent = document.querySelector("#desk-silent");

async function send(form, button) {
  try {
    silent.hidden = true;
    let owner = await whose();
    if (owner === "nobody") {
      owner = (await signIn({ urgent: true })) ? "mine" : "nobody";
    }
    if (owner === "mine") {
      form.dataset.sent = "";
      form.requestSubmit(button);
      delete form.dataset.sent;
    }
  } catch (error) {
    if (!(error instanceof NoAnswer)) {
      throw error;
    }
    silent.hidden = false;
  }
}

document.querySelectorAll(".conflict-form, .review-form").forEach((form) => {
  form.addEventListener(
    "submit",
    (event) => {
      if (!("sent" in form.dataset)) {
        event.preventDefault();
        event.stopImmediatePropagation(); // nobody else takes it for sent yet
        send(form, event.submitter);
      }
    },
    true,
  );
});

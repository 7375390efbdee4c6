// The preview of what stands in the form, saved or not: its words are sent to a window of their own.
const link = document.querySelector("[data-preview]");
const form = document.querySelector("#article_form");

if (link && form) {
  link.hidden = false; // where nothing is saved yet, there is nothing to show but what stands in the form
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const sent = document.createElement("form");
    sent.method = "post";
    sent.action = link.href;
    sent.target = link.target;
    sent.hidden = true;
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") {
        const field = document.createElement("input");
        field.type = "hidden";
        field.name = name;
        field.value = value;
        sent.append(field);
      }
    }
    document.body.append(sent);
    sent.submit();
    sent.remove();
  });
}

// Asks before a page of the desk is left with words in it that nobody has saved.
const form = document.querySelector(".review-form");

function written() {
  return new URLSearchParams(new FormData(form)).toString();
}

if (form) {
  let saving = false;
  let before = null;
  // Widgets settle after loading; what they do by themselves is no edit.
  window.addEventListener("load", () => setTimeout(() => (before = written()), 300));
  form.addEventListener("submit", () => (saving = true));
  window.addEventListener("beforeunload", (event) => {
    if (!saving && before !== null && written() !== before) {
      event.preventDefault();
    }
  });
}

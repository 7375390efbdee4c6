// What is too much to be sent to the import desk is told before it is sent, while it still stands in the form.
const form = document.querySelector("form[data-most-files]");

function complaints() {
  const { mostBytes, mostFiles, tooLarge, tooMany } = form.dataset;
  const [text, uploads] = [form.elements.text, form.elements.uploads];
  const found = [];
  if (new Blob([text.value]).size > Number(mostBytes)) {
    found.push([text, tooLarge]);
  }
  if (uploads.files.length > Number(mostFiles)) {
    found.push([uploads, tooMany]);
  }
  return found;
}

function show(field, sentence) {
  const list = document.createElement("ul");
  list.className = "errorlist";
  list.id = `${field.id}_told`;
  const item = list.appendChild(document.createElement("li"));
  item.textContent = sentence;
  field.before(list);
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", `${list.id} ${field.dataset.describedBy}`.trim());
}

function takeBack(field) {
  document.getElementById(`${field.id}_told`)?.remove();
  field.removeAttribute("aria-invalid");
  field.dataset.describedBy ??= field.getAttribute("aria-describedby") ?? "";
  field.setAttribute("aria-describedby", field.dataset.describedBy);
}

form?.addEventListener("submit", (event) => {
  [form.elements.text, form.elements.uploads].forEach(takeBack);
  const found = complaints();
  if (found.length > 0) {
    event.preventDefault();
    found.forEach(([field, sentence]) => show(field, sentence));
    found[0][0].focus();
  }
});

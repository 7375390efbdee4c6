// The admin's own fields for choosing links, named for those who cannot see them. Theirs are made when the page is
// ready; a module runs before.
const fields = document.querySelectorAll("#article_form select.admin-autocomplete, .entry-rework select.admin-autocomplete");

fields.forEach((select) => {
  if (select.multiple) {
    select.dataset.allowClear = "false"; // each choice has a sign of its own to take it away
  }
});

function name(select) {
  const label = document.querySelector(`label[for="${select.id}"]`)?.textContent.replace(/\s*:\s*$/, "").trim();
  const box = select.nextElementSibling;
  if (!label || !box?.matches(".select2-container")) {
    return;
  }
  const selection = box.querySelector(".select2-selection");
  selection.removeAttribute("aria-labelledby");
  for (const element of [selection, ...box.querySelectorAll(".select2-search__field, [role=textbox]")]) {
    element.setAttribute("aria-label", label);
  }
}

window.addEventListener("load", () => setTimeout(() => fields.forEach(name), 0));

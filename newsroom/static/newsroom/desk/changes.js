/* Goes from change to change on a page that compares two texts: by buttons, and by the keys that they name. */
const place = document.querySelector("[data-change-place]");
const changes = [
  ...document.querySelectorAll("[data-changes] .difference:is(.is-changed, .is-gone, .is-new, .is-moved)"),
];
let at = -1;

function go(step) {
  changes[at]?.classList.remove("is-at");
  at = at < 0 && step < 0 ? changes.length - 1 : (at + step + changes.length) % changes.length;
  const change = changes[at];
  change.classList.add("is-at");
  change.tabIndex = -1;
  change.focus({ preventScroll: true });
  change.scrollIntoView({ block: "center" });
  place.textContent = place.dataset.said.replace("{number}", at + 1).replace("{total}", changes.length);
}

if (changes.length) {
  document.querySelector("[data-changes-bar]").hidden = false;
  const keys = new Map();
  for (const button of document.querySelectorAll("[data-change-step]")) {
    const step = Number(button.dataset.changeStep);
    keys.set(button.dataset.key, step);
    button.addEventListener("click", () => go(step));
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys.has(event.key)) {
      return;
    }
    event.preventDefault();
    go(keys.get(event.key));
  });
}

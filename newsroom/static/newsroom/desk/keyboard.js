// Keys of the desk. What a key does is a button or a link of the page that carries it as `data-key`, so that nothing is
// reached by keys alone: "mod+s" (Ctrl, or ⌘), "mod+shift+enter", "j". Several keys are separated by spaces.
const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES = { mod: APPLE ? "⌘" : "Ctrl", shift: APPLE ? "⇧" : "Shift", enter: "↵", alt: "Alt" };

function pressed(event) {
  const key = event.key.toLowerCase();
  const mod = APPLE ? event.metaKey : event.ctrlKey;
  return mod ? ["mod", event.shiftKey && "shift", key].filter(Boolean).join("+") : event.key.length === 1 ? event.key : key;
}

function isTyping(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable='true'], [role=textbox]");
}

function isShown(element) {
  return element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;
}

function keyed() {
  return [...document.querySelectorAll("[data-key]")].filter((element) => isShown(element) && !element.disabled);
}

function find(key) {
  return keyed().find((element) => element.dataset.key.split(" ").includes(key));
}

function onKey(event) {
  if (event.isComposing || event.altKey || document.querySelector("dialog[open]")) {
    return;
  }
  const key = pressed(event);
  if (!key.startsWith("mod+") && isTyping(event.target)) {
    return;
  }
  const element = find(key);
  if (element) {
    event.preventDefault();
    event.stopPropagation();
    element.click();
  }
}

function labelOf(element) {
  return element.dataset.keyLabel || element.getAttribute("aria-label") || element.value || element.textContent.trim();
}

function describe(dialog) {
  const list = dialog.querySelector("[data-keys]");
  list.querySelectorAll("[data-found]").forEach((row) => row.remove());
  const rows = keyed().map((element) => {
    const row = document.createElement("div");
    row.dataset.found = "";
    const term = document.createElement("dt");
    for (const key of element.dataset.key.split(" ")) {
      const shown = document.createElement("kbd");
      shown.textContent = key.split("+").map((part) => NAMES[part] ?? (key.includes("+") ? part.toUpperCase() : part)).join(" ");
      term.append(shown, " ");
    }
    const what = document.createElement("dd");
    what.textContent = labelOf(element).replace(/…$/, "");
    row.append(term, what);
    return row;
  });
  list.prepend(...rows);
}

window.addEventListener("keydown", onKey, true); // before the text's editor, which has keys of its own
document.querySelectorAll("[data-open-keys]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const dialog = document.querySelector("[data-keys-dialog]");
    describe(dialog);
    dialog.showModal();
  });
});

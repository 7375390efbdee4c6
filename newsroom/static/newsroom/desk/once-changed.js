// What readers see already is not published again: those buttons wait until something is written, or decided beside it.
const line = document.querySelector("#desk-draft-state");
const buttons = document.querySelectorAll("[data-once-changed]");
const told = document.querySelectorAll("[data-while-unchanged]");
const SAVED = new Set(["saved", "unchanged"]);

function wait(isUnchanged) {
  buttons.forEach((button) => (button.disabled = isUnchanged));
  told.forEach((each) => (each.hidden = !isUnchanged));
}

if (line && buttons.length) {
  let decided = false;
  const look = () => wait(!decided && SAVED.has(line.dataset.state));
  new MutationObserver(look).observe(line, { attributeFilter: ["data-state"] });
  document.addEventListener("desk:saved", () => {
    decided = true;
    look();
  });
  look();
}

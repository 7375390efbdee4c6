// One box that ticks every row of a list, and shows whether all, some or none are ticked.
for (const form of document.querySelectorAll("[data-tick-all]")) {
  const every = form.querySelector("[data-tick-every]");
  const boxes = [...form.elements].filter((field) => field.name === form.dataset.tickAll);

  function show() {
    const ticked = boxes.filter((box) => box.checked).length;
    every.checked = ticked > 0 && ticked === boxes.length;
    every.indeterminate = ticked > 0 && ticked < boxes.length;
  }

  every.closest("label").hidden = boxes.length < 2;
  every.addEventListener("change", () => {
    for (const box of boxes) {
      box.checked = every.checked;
    }
  });
  for (const box of boxes) {
    box.addEventListener("change", show);
  }
  show(); // a browser keeps ticks when somebody comes back
}

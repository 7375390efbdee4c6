// The focal point of a picture: set by a click on it, or moved by the arrow keys.
const STEP = 0.01;
const KEYS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
const FAR = 10; // steps with the shift key

class FocalPoint {
  constructor(box, across, down) {
    this.box = box;
    this.fields = [across, down];
    this.mark = document.createElement("button");
    this.mark.type = "button";
    this.mark.className = "picture-focal-mark";
    box.append(this.mark);
    box.classList.add("is-live");
    box.querySelector("img").addEventListener("click", (event) => this.onClick(event));
    this.mark.addEventListener("keydown", (event) => this.onKey(event));
    this.fields.forEach((field) => field.addEventListener("input", () => this.show()));
    this.show();
  }

  values() {
    return this.fields.map((field) => Math.min(1, Math.max(0, Number(field.value) || 0)));
  }

  show() {
    const [x, y] = this.values();
    this.mark.style.left = `${x * 100}%`;
    this.mark.style.top = `${y * 100}%`;
    const said = this.box.dataset.said.replace("{x}", Math.round(x * 100)).replace("{y}", Math.round(y * 100));
    this.mark.setAttribute("aria-label", `${this.box.dataset.label}. ${said}`);
  }

  put(values) {
    this.fields.forEach((field, at) => {
      field.value = String(Math.round(Math.min(1, Math.max(0, values[at])) * 100) / 100);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  onClick(event) {
    const shown = event.target.getBoundingClientRect();
    this.put([(event.clientX - shown.left) / shown.width, (event.clientY - shown.top) / shown.height]);
    this.mark.focus();
  }

  onKey(event) {
    const way = KEYS[event.key];
    if (way) {
      event.preventDefault();
      const far = event.shiftKey ? FAR : 1;
      this.put(this.values().map((value, at) => value + way[at] * far));
    }
  }
}

const box = document.querySelector("[data-focal]");
const fields = [document.querySelector("#id_focal_x"), document.querySelector("#id_focal_y")];
if (box && fields.every(Boolean)) {
  new FocalPoint(box, ...fields);
}

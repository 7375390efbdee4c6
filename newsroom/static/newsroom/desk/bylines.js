// Bylines: as many as there are, ordered by buttons or by dragging; a name that nobody has had yet is simply typed.
import { Combobox, suggestionsFrom } from "./combobox.js";

class Bylines {
  constructor(box) {
    this.box = box;
    this.rows = box.querySelector("[data-rows]");
    this.empty = box.querySelector("template");
    this.total = box.querySelector("[name$='-TOTAL_FORMS']");
    box.dataset.live = "";
    this.list().forEach((row) => this.wire(row));
    box.addEventListener("click", (event) => this.onClick(event));
    this.rows.addEventListener("dragover", (event) => this.onDrag(event));
    this.rows.addEventListener("drop", (event) => event.preventDefault());
    this.rows.addEventListener("change", (event) => this.onChange(event));
  }

  list() {
    return [...this.rows.querySelectorAll(":scope > [data-row]")];
  }

  wire(row) {
    const name = row.querySelector("[data-contributor]");
    new Combobox(name, {
      suggest: suggestionsFrom(this.box.dataset.suggest),
      pick: (chosen) => {
        name.value = chosen;
        this.tell(name);
      },
      label: this.box.dataset.label,
    });
    const handle = row.querySelector("[data-handle]");
    handle.addEventListener("pointerdown", () => (row.draggable = true));
    row.addEventListener("dragstart", (event) => {
      row.classList.add("is-dragged");
      event.dataTransfer.effectAllowed = "move";
    });
    row.addEventListener("dragend", () => {
      row.draggable = false;
      row.classList.remove("is-dragged");
      this.number();
    });
  }

  tell(field) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  onClick(event) {
    const button = event.target.closest("button[data-act]");
    if (!button) {
      return;
    }
    const row = button.closest("[data-row]");
    if (button.dataset.act === "add") {
      this.add();
    } else if (button.dataset.act === "up" && row.previousElementSibling) {
      row.previousElementSibling.before(row);
      this.number();
      button.focus();
    } else if (button.dataset.act === "down" && row.nextElementSibling) {
      row.nextElementSibling.after(row);
      this.number();
      button.focus();
    }
  }

  onDrag(event) {
    const dragged = this.rows.querySelector(".is-dragged");
    const over = event.target.closest("[data-row]");
    if (!dragged || !over) {
      return;
    }
    event.preventDefault();
    if (over !== dragged) {
      const box = over.getBoundingClientRect();
      over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
    }
  }

  onChange(event) {
    if (event.target.name.endsWith("-DELETE")) {
      event.target.closest("[data-row]").classList.toggle("is-out", event.target.checked);
    }
  }

  add() {
    const at = Number(this.total.value);
    const row = this.empty.content.firstElementChild.cloneNode(true);
    for (const element of row.querySelectorAll("[name], [id], [for]")) {
      for (const name of ["name", "id", "for"]) {
        if (element.hasAttribute(name)) {
          element.setAttribute(name, element.getAttribute(name).replace("__prefix__", at));
        }
      }
    }
    this.total.value = at + 1;
    this.rows.append(row);
    this.wire(row);
    this.number();
    row.querySelector("[data-contributor]").focus();
  }

  // The order on the page is the order that is kept.
  number() {
    this.list().forEach((row, at) => {
      const position = row.querySelector("[name$='-position']");
      if (position.value !== String(at)) {
        position.value = at;
        this.tell(position);
      }
    });
  }
}

// Where the bylines are only shown there are no rows to wire.
document.querySelectorAll("[data-bylines]:has([data-rows])").forEach((box) => new Bylines(box));

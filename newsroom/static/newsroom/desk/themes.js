// Themes as chips, with suggestions. The field that is sent keeps their names, separated by commas.
import { Combobox, suggestionsFrom } from "./combobox.js";

const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h", ŧ: "t" };

// As partners/folding.py: "Défense" and "defense" are one theme.
export function fold(text) {
  return text
    .toLowerCase()
    .replace(/[œæßøłđðþıħŧ]/g, (letter) => LETTERS[letter])
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function namesIn(value) {
  return [...value.matchAll(/"([^"]*)"|([^,"]+)/g)].map((found) => (found[1] ?? found[2]).trim()).filter(Boolean);
}

function asValue(names) {
  return names.map((name) => (name.includes(",") ? `"${name}"` : name)).join(", ");
}

class Themes {
  constructor(field) {
    this.field = field;
    this.box = document.createElement("div");
    this.box.className = "desk-chips";
    this.input = document.createElement("input");
    this.input.type = "text";
    this.input.id = `${field.id}_typed`;
    this.input.className = "desk-chips-input";
    this.input.setAttribute("aria-describedby", `${field.id}_helptext`);
    document.querySelector(`label[for="${field.id}"]`)?.setAttribute("for", this.input.id);
    this.told = document.createElement("span");
    this.told.className = "visually-hidden";
    this.told.setAttribute("role", "status");
    this.box.append(this.input, this.told);
    field.after(this.box);
    field.hidden = true;
    const ask = suggestionsFrom(field.dataset.suggest);
    this.combobox = new Combobox(this.input, {
      suggest: async (typed) => (await ask(typed)).filter(({ name }) => !this.has(name)),
      pick: (name) => this.add(name),
      label: field.dataset.label,
    });
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.add(this.input.value));
    this.input.addEventListener("paste", (event) => this.onPaste(event));
    this.box.addEventListener("click", (event) => this.onClick(event));
    field.addEventListener("change", () => this.draw());
    this.draw();
  }

  names() {
    return namesIn(this.field.value);
  }

  has(name) {
    return this.names().some((each) => fold(each) === fold(name));
  }

  keep(names) {
    this.field.value = asValue(names);
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  add(typed) {
    const names = this.names();
    for (const name of namesIn(typed)) {
      if (fold(name) && !names.some((each) => fold(each) === fold(name))) {
        names.push(name);
      }
    }
    this.input.value = "";
    if (names.length !== this.names().length) {
      this.keep(names);
      this.told.textContent = names.at(-1);
    }
  }

  remove(at) {
    const names = this.names();
    names.splice(at, 1);
    this.keep(names);
  }

  onKey(event) {
    if ((event.key === "Enter" || event.key === ",") && !event.defaultPrevented) {
      event.preventDefault(); // never the form's own button
      this.add(this.input.value);
    } else if (event.key === "Backspace" && !this.input.value) {
      this.remove(this.names().length - 1);
    }
  }

  onPaste(event) {
    const pasted = event.clipboardData.getData("text/plain");
    if (pasted.includes(",")) {
      event.preventDefault();
      this.add(pasted);
    }
  }

  onClick(event) {
    const button = event.target.closest("[data-at]");
    if (button) {
      this.remove(Number(button.dataset.at));
    }
    this.input.focus();
  }

  draw() {
    this.box.querySelectorAll(".desk-chip").forEach((chip) => chip.remove());
    const chips = this.names().map((name, at) => {
      const chip = document.createElement("span");
      chip.className = "desk-chip";
      chip.append(name);
      const away = document.createElement("button");
      away.type = "button";
      away.dataset.at = at;
      away.setAttribute("aria-label", this.field.dataset.remove.replace("#", name));
      away.textContent = "×";
      chip.append(" ", away);
      return chip;
    });
    this.box.prepend(...chips);
  }
}

document.querySelectorAll("[data-themes]").forEach((field) => new Themes(field));

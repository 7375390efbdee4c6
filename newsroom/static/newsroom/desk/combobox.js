// A field that suggests while one types: the pattern of ARIA's combobox with a list. What is typed always stands.
let made = 0;
const PAUSE = 150; // milliseconds between the last letter and the question

export class Combobox {
  // `suggest(typed)` promises [{name, note}], `pick(name, found)` takes what was chosen.
  constructor(input, { suggest, pick, label, style = "desk-suggestions" }) {
    this.input = input;
    this.suggest = suggest;
    this.pick = pick;
    this.asked = 0;
    this.active = -1;
    this.list = document.createElement("ul");
    this.list.id = `${style}-${(made += 1)}`;
    this.list.className = style;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", label);
    this.list.hidden = true;
    input.after(this.list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.autocomplete = "off";
    input.addEventListener("input", () => this.ask(PAUSE));
    input.addEventListener("focus", () => this.ask(0));
    input.addEventListener("blur", () => this.close());
    input.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the cursor
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) {
        this.take(option);
      }
    });
  }

  ask(pause) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(async () => {
      const turn = (this.asked += 1);
      const found = await this.suggest(this.input.value.trim()).catch(() => []);
      if (turn === this.asked && document.activeElement === this.input) {
        this.show(found);
      }
    }, pause);
  }

  show(found) {
    this.active = -1;
    this.found = found;
    this.list.replaceChildren(
      ...found.map(({ name, note }, at) => {
        const option = document.createElement("li");
        option.id = `${this.list.id}-${at}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.append(name);
        if (note) {
          const aside = document.createElement("span");
          aside.className = "quiet";
          aside.textContent = note;
          option.append(" ", aside);
        }
        return option;
      }),
    );
    this.open(found.length > 0);
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) {
      this.input.removeAttribute("aria-activedescendant");
      this.active = -1;
    }
  }

  close() {
    clearTimeout(this.waiting);
    this.asked += 1;
    this.open(false);
  }

  move(to) {
    const options = [...this.list.children];
    this.active = (to + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.active)));
    this.input.setAttribute("aria-activedescendant", options[this.active].id);
    options[this.active].scrollIntoView({ block: "nearest" });
  }

  take(option) {
    const chosen = this.found[[...this.list.children].indexOf(option)];
    this.close();
    this.pick(chosen.name, chosen);
  }

  onKey(event) {
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" && isOpen) {
      event.preventDefault();
      this.move(this.active + 1);
    } else if (event.key === "ArrowDown") {
      this.ask(0);
    } else if (event.key === "ArrowUp" && isOpen) {
      event.preventDefault();
      this.move(this.active < 0 ? -1 : this.active - 1);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && isOpen && this.active >= 0) {
      event.preventDefault();
      this.take(this.list.children[this.active]);
    }
  }
}

// The suggestions of an address, for what was typed.
export function suggestionsFrom(address) {
  return async (typed) => {
    const url = new URL(address, window.location.href);
    url.searchParams.set("q", typed);
    const response = await fetch(url, { redirect: "error" });
    return response.ok ? (await response.json()).found : [];
  };
}

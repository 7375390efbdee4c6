// Proposals for a field, made from the words in the form. One is taken by pressing it, and what was there comes back.
import { NoAnswer, post } from "./session.js";

const ASKED = /^(title|language|standfirst|body|tags)$/;

class FromText {
  constructor(field, form) {
    this.field = field;
    this.form = form;
    this.box = document.createElement("div");
    this.box.className = "from-text";
    this.ask = this.button(field.dataset.ask, () => this.find());
    this.told = document.createElement("p");
    this.told.className = "from-text-told";
    this.told.setAttribute("role", "status");
    this.list = document.createElement("ul");
    this.list.className = "from-text-found";
    this.box.append(this.ask, this.told, this.list);
    const chips = field.parentElement.querySelector(":scope > .desk-chips");
    (chips ?? field).after(this.box);
    this.label = document.querySelector(`label[for="${field.id}"], label[for="${field.id}_typed"]`)?.textContent.replace(/\s*:\s*$/, "");
    this.ask.setAttribute("aria-label", `${field.dataset.ask} (${this.label})`);
  }

  button(words, does) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "desk-go";
    button.textContent = words;
    button.addEventListener("click", does);
    return button;
  }

  async find() {
    this.told.textContent = "";
    try {
      const fields = [...new FormData(this.form)].filter(([name]) => ASKED.test(name));
      const response = await post(this.field.dataset.fromText, fields);
      if (!response.ok) {
        throw new NoAnswer(String(response.status));
      }
      this.show((await response.json()).found);
    } catch (error) {
      if (!(error instanceof NoAnswer)) {
        throw error;
      }
      this.told.textContent = this.field.dataset.failed;
    }
  }

  show(found) {
    this.told.textContent = found.length ? "" : this.field.dataset.none;
    this.list.replaceChildren(
      ...found.map(({ name, note }) => {
        const item = document.createElement("li");
        const take = this.button(name, () => this.take(name, item));
        if (note) {
          const aside = document.createElement("span");
          aside.className = "quiet";
          aside.textContent = ` ${note}`;
          take.append(aside);
        }
        item.append(take);
        return item;
      }),
    );
    this.list.querySelector("button")?.focus();
  }

  take(words, item) {
    const before = this.field.value;
    if ("themes" in this.field.dataset) {
      this.put([before.trim().replace(/,$/, ""), words.includes(",") ? `"${words}"` : words].filter(Boolean).join(", "));
      const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("button");
      item.remove();
      (next ?? this.ask).focus();
      return;
    }
    this.put(words);
    this.list.replaceChildren();
    if (before.trim()) {
      const back = document.createElement("li");
      back.append(
        this.button(this.field.dataset.putBack, () => {
          this.put(before);
          this.list.replaceChildren();
          this.field.focus();
        }),
      );
      this.list.append(back);
    }
    this.field.focus();
  }

  put(words) {
    this.field.value = words;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

const form = document.querySelector("#article_form");
if (form) {
  form.querySelectorAll("[data-from-text]").forEach((field) => new FromText(field, form));
}

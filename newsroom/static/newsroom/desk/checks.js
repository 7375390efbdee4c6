// The checks beside the text, brought up to date whenever somebody pauses in writing: what stands in the form is sent
// and looked at, and nothing is saved. A place that is pressed is shown where it stands.
import { selectInText } from "./passages.js";
import { NoAnswer, post } from "./session.js";

const PAUSE = 400; // milliseconds without a change
const ASKED = /^(title|slug|language|standfirst|body|seo_title|meta_description|rights|title_proposed|dated|embargo_until_[01]|brief-0-.*|pictures-.*)$/;
const OF_FIELD = { embargo_until: "embargo_until_0" };

class Checks {
  constructor(panel, form) {
    this.panel = panel;
    this.form = form;
    this.list = panel.querySelector("[data-checks-list]");
    this.told = panel.querySelector("[data-checks-told]");
    this.tab = panel.closest("[data-tab]");
    this.bar = document.querySelector("[data-checks-summary]");
    this.waiting = 0;
    this.busy = false;
    this.again = false;
    this.unfolded = new Set();
    panel.addEventListener("click", (event) => this.onClick(event));
    const changed = () => this.later();
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    document.addEventListener("desk:saved", changed);
    document.addEventListener("desk:signed-in", changed);
    this.tell();
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    try {
      const fields = [...new FormData(this.form)].filter(([name, value]) => ASKED.test(name) && typeof value === "string");
      const response = await post(this.panel.dataset.checks, fields);
      if (!response.ok) {
        throw new NoAnswer(String(response.status));
      }
      this.take(await response.text());
    } catch (error) {
      if (!(error instanceof NoAnswer)) {
        throw error;
      }
      this.told.textContent = this.told.dataset.failed;
      this.told.classList.add("is-failed");
    } finally {
      this.busy = false;
      if (this.again) {
        this.again = false;
        this.later();
      }
    }
  }

  take(html) {
    const focused = this.placeOf(document.activeElement);
    this.list.innerHTML = html; // a template of the desk, which escapes what it shows
    this.tell();
    if (focused) {
      const card = this.list.querySelector(`[data-check="${focused.check}"]`);
      card?.querySelectorAll("button, a")[focused.at]?.focus();
    }
  }

  placeOf(element) {
    const card = this.list.contains(element) ? element.closest("[data-check]") : null;
    return card && { check: card.dataset.check, at: [...card.querySelectorAll("button, a")].indexOf(element) };
  }

  tell() {
    const { open, blocking, summary } = this.list.querySelector("[data-check-result]").dataset;
    if (this.tab) {
      this.tab.dataset.tabCount = open;
    }
    if (this.told.textContent !== summary) {
      this.told.textContent = summary;
    }
    this.told.classList.remove("is-failed");
    if (this.bar) {
      this.bar.hidden = false;
      this.bar.textContent = summary;
      this.bar.classList.toggle("is-blocked", blocking !== "0");
    }
    for (const button of this.list.querySelectorAll("[data-further]")) {
      const card = button.closest("[data-check]");
      const folded = !this.unfolded.has(card.dataset.check);
      card.classList.toggle("is-folded", folded);
      button.hidden = !folded;
    }
  }

  onClick(event) {
    const button = event.target.closest("button, a[data-place]");
    if (!button) {
      return;
    }
    if ("further" in button.dataset) {
      this.unfolded.add(button.closest("[data-check]").dataset.check);
      this.tell();
      button.closest("[data-check]").querySelector(".is-further button")?.focus();
    } else if ("place" in button.dataset) {
      event.preventDefault();
      show(button.dataset);
    }
  }
}

// The place in its field: selected, so that what is typed next mends it.
function show({ field, start, length, surface }) {
  if (field === "body" && Number(length) && selectInText(Number(start), Number(length), surface)) {
    return;
  }
  const named = document.getElementById(`id_${OF_FIELD[field] ?? field}`) ?? document.getElementById(field);
  const input = field === "body" ? document.querySelector(".ProseMirror.tiptap") : named;
  if (!input) {
    return;
  }
  input.focus({ preventScroll: true });
  input.scrollIntoView({ block: "center" });
  if (Number(length) && input.setSelectionRange) {
    const signs = [...input.value];
    const before = signs.slice(0, Number(start)).join("").length;
    const words = signs.slice(Number(start), Number(start) + Number(length)).join("");
    const at = words.startsWith(surface.replace(/…$/, "")) ? before : input.value.indexOf(surface);
    if (at >= 0) {
      input.setSelectionRange(at, at + words.length);
    }
  }
}

// A page that asks before publishing leads to a field by its address; the editor has its height only once it is there.
function showNamed() {
  const field = location.hash.slice(1);
  if (/^pictures-\d+-\w+$/.test(field)) {
    requestAnimationFrame(() => setTimeout(() => show({ field }), 0));
  }
}

const panel = document.querySelector("[data-checks]");
const form = document.querySelector("#article_form");
if (panel && form) {
  new Checks(panel, form);
  window.addEventListener("load", showNamed);
}

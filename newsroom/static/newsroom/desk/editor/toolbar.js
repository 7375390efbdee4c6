// The toolbar above a text: one stop of the Tab key, arrows within it, Escape back to the text.
import { ask, asAddress } from "./dialogs.js";
import { languageHere, setLanguage } from "./languages.js";
import { inert } from "./pasting.js";

const COMMANDS = {
  bold: { run: (chain) => chain.toggleBold(), pressed: (editor) => editor.isActive("bold") },
  italic: { run: (chain) => chain.toggleItalic(), pressed: (editor) => editor.isActive("italic") },
  superscript: { run: (chain) => chain.toggleSuperscript(), pressed: (editor) => editor.isActive("superscript") },
  subscript: { run: (chain) => chain.toggleSubscript(), pressed: (editor) => editor.isActive("subscript") },
  quote: { run: (chain) => chain.toggleBlockquote(), pressed: (editor) => editor.isActive("blockquote") },
  bullets: { run: (chain) => chain.toggleBulletList(), pressed: (editor) => editor.isActive("bulletList") },
  numbers: { run: (chain) => chain.toggleOrderedList(), pressed: (editor) => editor.isActive("orderedList") },
  rule: { run: (chain) => chain.setHorizontalRule() },
  nbsp: { run: (chain) => chain.insertContent("\u00a0") },
  plain: { run: (chain) => chain.unsetAllMarks() },
  undo: { run: (chain) => chain.undo() },
  redo: { run: (chain) => chain.redo() },
  fullscreen: { run: (chain) => chain.toggleFullscreen(), pressed: (editor) => editor.storage.fullscreen.fullscreen },
  rowAbove: { run: (chain) => chain.addRowBefore(), inTable: true },
  rowBelow: { run: (chain) => chain.addRowAfter(), inTable: true },
  rowAway: { run: (chain) => chain.deleteRow(), inTable: true },
  columnBefore: { run: (chain) => chain.addColumnBefore(), inTable: true },
  columnAfter: { run: (chain) => chain.addColumnAfter(), inTable: true },
  columnAway: { run: (chain) => chain.deleteColumn(), inTable: true },
  merge: { run: (chain) => chain.mergeOrSplit(), inTable: true },
  header: { run: (chain) => chain.toggleHeaderCell(), inTable: true },
  tableAway: { run: (chain) => chain.deleteTable(), inTable: true },
};

export class Toolbar {
  constructor(element, dialogs, ownLanguage) {
    this.element = element;
    this.dialogs = dialogs;
    this.ownLanguage = ownLanguage;
    this.editor = null;
  }

  attach(editor) {
    this.editor = editor;
    this.block = this.element.querySelector("[data-block]");
    this.language = this.element.querySelector("[data-language]");
    this.element.hidden = false;
    this.element.addEventListener("click", (event) => this.onClick(event));
    this.element.addEventListener("mousedown", (event) => {
      if (event.target.closest("button")) {
        event.preventDefault(); // the text keeps its selection
      }
    });
    this.element.addEventListener("keydown", (event) => this.onKey(event));
    this.element.addEventListener("focusin", (event) => this.stopAt(event.target.closest("button, select")));
    this.block.addEventListener("change", () => this.setBlock(this.block.value));
    this.language.addEventListener("change", () => setLanguage(editor, this.language.value, this.ownLanguage()));
    this.stopAt(this.controls()[0]);
    editor.on("transaction", () => this.update());
    this.update();
  }

  controls() {
    return [...this.element.querySelectorAll("button, select")].filter((control) => !control.closest("[hidden]"));
  }

  stopAt(control) {
    if (control) {
      this.element.querySelectorAll("button, select").forEach((each) => (each.tabIndex = each === control ? 0 : -1));
    }
  }

  focus() {
    this.element.querySelector("[tabindex='0']").focus();
  }

  onClick(event) {
    const button = event.target.closest("button[data-do]");
    if (!button || button.getAttribute("aria-disabled") === "true") {
      return;
    }
    const what = button.dataset.do;
    if (what === "link") {
      this.askForLink();
    } else if (what === "table") {
      this.askForTable();
    } else if (what === "html") {
      this.askForHtml();
    } else {
      COMMANDS[what].run(this.editor.chain().focus()).run();
    }
  }

  onKey(event) {
    const controls = this.controls();
    const here = controls.indexOf(event.target);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: controls.length - 1 }[event.key];
    if (event.key === "Escape" || (event.key === "Enter" && event.target.matches("select"))) {
      event.preventDefault();
      this.editor.commands.focus();
    } else if (to !== undefined && here >= 0) {
      event.preventDefault();
      controls[(to + controls.length) % controls.length].focus();
    }
  }

  setBlock(kind) {
    const chain = this.editor.chain();
    if (kind.startsWith("heading")) {
      chain.setHeading({ level: Number(kind.slice(-1)) });
    } else {
      chain.setParagraph().updateAttributes("paragraph", { class: kind === "caption" ? "caption" : null });
    }
    chain.run();
  }

  blockHere() {
    const { editor } = this;
    const level = [2, 3, 4].find((each) => editor.isActive("heading", { level: each }));
    return level ? `heading${level}` : editor.isActive("paragraph", { class: "caption" }) ? "caption" : "paragraph";
  }

  update() {
    const { editor } = this;
    const inTable = editor.isActive("table");
    this.element.querySelectorAll("[data-in-table]").forEach((group) => (group.hidden = !inTable));
    for (const button of this.element.querySelectorAll("button[data-do]")) {
      const command = COMMANDS[button.dataset.do];
      if (button.dataset.do === "link") {
        button.setAttribute("aria-pressed", String(editor.isActive("link")));
      } else if (command && command.pressed) {
        button.setAttribute("aria-pressed", String(Boolean(command.pressed(editor))));
      }
      if (["undo", "redo"].includes(button.dataset.do)) {
        button.setAttribute("aria-disabled", String(!command.run(editor.can().chain()).run()));
      }
    }
    this.block.value = this.blockHere();
    const lang = languageHere(editor);
    this.language.querySelector("[data-other]")?.remove();
    if (lang && ![...this.language.options].some((option) => option.value === lang)) {
      const other = new Option(lang, lang);
      other.dataset.other = "";
      this.language.add(other);
    }
    this.language.value = lang;
    this.language.classList.toggle("is-set", Boolean(lang));
  }

  async askForLink() {
    const { editor } = this;
    const held = editor.getAttributes("link");
    const isLink = editor.isActive("link");
    const { from, to, empty } = editor.state.selection;
    const words = empty ? "" : editor.state.doc.textBetween(from, to, " ");
    const dialog = this.dialogs.link;
    dialog.querySelector("[data-only-link]").hidden = !isLink;
    dialog.querySelector("[data-only-new]").hidden = isLink || !empty;
    const answer = await ask(dialog, { href: held.href ?? "", hreflang: held.hreflang ?? "", words });
    const chain = editor.chain().focus();
    if (!answer) {
      chain.run();
      return;
    }
    const attributes = { href: asAddress(answer.href), hreflang: answer.hreflang || null };
    if (answer.pressed === "remove" || !attributes.href) {
      chain.extendMarkRange("link").unsetLink().run();
    } else if (isLink) {
      chain.extendMarkRange("link").updateAttributes("link", attributes).run();
    } else if (empty) {
      const text = answer.words.trim() || attributes.href;
      chain.insertContent({ type: "text", text, marks: [{ type: "link", attrs: attributes }] }).run();
    } else {
      chain.setLink(attributes).run();
    }
  }

  async askForTable() {
    const answer = await ask(this.dialogs.table, { rows: 3, columns: 3 });
    const chain = this.editor.chain().focus();
    if (answer) {
      const count = (typed) => Math.min(Math.max(Number.parseInt(typed, 10) || 1, 1), 50);
      chain.insertTable({ rows: count(answer.rows), cols: count(answer.columns), withHeaderRow: Boolean(answer.header) });
    }
    chain.run();
  }

  async askForHtml() {
    const answer = await ask(this.dialogs.html, { html: this.editor.getHTML() });
    if (answer && answer.html !== this.editor.getHTML()) {
      this.editor.commands.setContent(inert(answer.html), { emitUpdate: true });
    }
    this.editor.commands.focus();
  }
}

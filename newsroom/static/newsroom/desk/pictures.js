// The pictures of an article: chosen from the library in a dialog, or brought by file, drop or paste.
import { bring, dropZone, onPaste, words } from "./bringing.js";
import { placeNow, wordsOfBlocks } from "./staying.js";

const PAUSE = 250; // milliseconds between the last letter and the search

class Pictures {
  constructor(box) {
    this.box = box;
    this.told = box.dataset;
    this.rows = box.querySelector("[data-rows]");
    this.total = box.querySelector("[data-total]");
    this.status = box.querySelector("[data-told]");
    this.text = document.querySelector("#id_body");
    this.blocks = wordsOfBlocks(this.text?.value ?? "");
    this.dialog = box.querySelector("[data-dialog]").content.firstElementChild.cloneNode(true);
    document.querySelector("#content").append(this.dialog);
    const open = box.querySelector("[data-open]");
    open.hidden = false;
    open.addEventListener("click", (event) => {
      event.preventDefault();
      this.open();
    });
    box.querySelectorAll("[data-with-script]").forEach((each) => (each.hidden = false));
    box.querySelectorAll("[data-without-script]").forEach((each) => (each.hidden = true));
    this.wireDialog();
    this.list().forEach((row) => this.wire(row));
    dropZone(box, (files) => this.take(files));
    onPaste((files) => this.take(files));
    this.counted = box.querySelector("[data-counted]");
    this.text?.addEventListener("input", () => this.follow());
  }

  list() {
    return [...this.rows.querySelectorAll("[data-picture-row]")];
  }

  // --- rows

  wire(row) {
    row.querySelector("[data-role]").addEventListener("change", (event) => this.onRole(row, event.target));
    row.querySelector("[name$='-position']").addEventListener("input", () => this.showPlace(row));
    row.querySelector("[data-delete]").addEventListener("change", (event) => {
      row.classList.toggle("is-out", event.target.checked);
    });
    this.showPlace(row);
  }

  onRole(row, role) {
    if (role.value === "lead") {
      this.list()
        .filter((each) => each !== row)
        .forEach((each) => {
          each.querySelector("[data-role]").value = "body";
          this.showPlace(each);
        });
    }
    this.showPlace(row);
  }

  // The text was changed: each picture stays behind its paragraph.
  follow() {
    const blocks = wordsOfBlocks(this.text.value);
    for (const row of this.list()) {
      const position = row.querySelector("[name$='-position']");
      if (row.querySelector("[data-role]").value === "body") {
        position.value = placeNow(Number(position.value) || 0, this.blocks, blocks);
      }
    }
    this.blocks = blocks;
    this.counted.value = "1";
    this.showPlaces();
  }

  showPlaces() {
    clearTimeout(this.pending);
    this.pending = setTimeout(() => this.list().forEach((row) => this.showPlace(row)), PAUSE);
  }

  // Behind which paragraph of the text, as it stands now, the picture comes.
  showPlace(row) {
    const isWithin = row.querySelector("[data-role]").value === "body";
    row.querySelector("[data-position]").hidden = !isWithin;
    const number = Number(row.querySelector("[name$='-position']").value) || 0;
    const hint = row.querySelector("[data-after]");
    if (number === 0) {
      hint.textContent = this.told.first;
      return;
    }
    const said = this.blocks[Math.min(number, this.blocks.length) - 1] ?? "";
    hint.textContent = said.length > 60 ? `${said.slice(0, 60)}…` : said;
  }

  add(picture) {
    const at = Number(this.total.value);
    const row = this.box.querySelector("template[data-row]").content.firstElementChild.cloneNode(true);
    for (const element of [row, ...row.querySelectorAll("[name], [id], [for]")]) {
      for (const name of ["name", "id", "for"]) {
        if (element.hasAttribute(name)) {
          element.setAttribute(name, element.getAttribute(name).replace("__prefix__", at));
        }
      }
    }
    const field = (name) => row.querySelector(`[name$='-${name}']`);
    field("picture").value = picture.picture;
    for (const name of ["alt", "caption", "caption_language", "credit"]) {
      field(name).value = picture.words[name];
    }
    field("decorative").checked = picture.words.decorative;
    if (!picture.words.caption) {
      // a caption that nobody has written yet will be in the article's language
      field("caption_language").value = this.box.closest("form").elements.language?.value || picture.words.caption_language;
    }
    const held = this.list();
    if (held.some((each) => each.querySelector("[data-role]").value === "lead")) {
      const last = Math.max(...held.map((each) => Number(each.querySelector("[name$='-position']").value) || 0));
      field("role").value = "body";
      field("position").value = last + 1;
    }
    row.querySelector("[data-thumbnail]").src = picture.thumbnail;
    row.querySelector("[data-name]").textContent = picture.name;
    const page = row.querySelector("[data-library-page]");
    page.href = page.dataset.libraryPage.replace("__key__", picture.picture);
    this.total.value = at + 1;
    this.rows.append(row);
    this.wire(row);
    field("alt").dispatchEvent(new Event("input", { bubbles: true }));
    this.say(words(this.told.placed, picture.name));
    row.scrollIntoView({ block: "nearest" });
    (picture.words.alt || picture.words.decorative ? field("caption") : field("alt")).focus();
  }

  // --- files

  say(text, isBad = false) {
    for (const place of [this.status, this.dialogStatus]) {
      place.textContent = text;
      place.classList.toggle("is-bad", isBad);
    }
  }

  async take(files) {
    for (const file of files) {
      this.say(words(this.told.busy, file.name));
      const answer = await bring(file, this.told);
      if (answer.refused) {
        this.say(answer.refused, true);
        return;
      }
      this.choose(answer.picture);
      if (answer.picture.held) {
        this.say(answer.picture.held);
      }
    }
  }

  // --- the dialog

  wireDialog() {
    const { dialog } = this;
    this.grid = dialog.querySelector("[data-grid]");
    this.asked = dialog.querySelector("[data-words]");
    this.dialogStatus = dialog.querySelector("[data-dialog-told]");
    dropZone(dialog, (files) => this.take(files));
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.querySelector("[data-file]").addEventListener("change", (event) => {
      this.take([...event.target.files]);
      event.target.value = "";
    });
    this.asked.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.show(), PAUSE);
    });
    this.grid.addEventListener("click", (event) => {
      const page = event.target.closest("[data-page]");
      const choice = event.target.closest("[data-choice]");
      if (page) {
        event.preventDefault();
        this.show(page.dataset.page);
      } else if (choice) {
        this.choose(JSON.parse(choice.dataset.choice));
      }
    });
  }

  open() {
    this.say("");
    this.dialog.showModal();
    this.show();
    this.asked.focus();
  }

  async show(page = 1) {
    const url = new URL(this.told.choose, location.href);
    url.searchParams.set("q", this.asked.value.trim());
    url.searchParams.set("page", page);
    const turn = (this.turn = (this.turn ?? 0) + 1);
    try {
      const response = await fetch(url, { redirect: "error" });
      const html = response.ok ? await response.text() : "";
      if (turn === this.turn) {
        this.grid.innerHTML = html;
        if (!response.ok) {
          this.say(this.told.failed, true);
        }
      }
    } catch {
      this.say(this.told.failed, true);
    }
  }

  choose(picture) {
    if (this.dialog.open) {
      this.dialog.close();
    }
    this.add(picture);
  }
}

document.querySelectorAll("[data-pictures]").forEach((box) => new Pictures(box));

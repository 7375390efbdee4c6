// The editor of a story's text: a toolbar and dialogs that the page brings in the reader's language, the words as HTML
// in the textarea that is sent. A text that nobody touches stays exactly as it came.
import { Editor } from "django-prose-editor/editor";

import { cleanPasted } from "./pasting.js";
import { extensions } from "./schema.js";
import { Toolbar } from "./toolbar.js";

function dialogsOf(frame) {
  const dialogs = {};
  for (const dialog of frame.querySelector("template").content.cloneNode(true).querySelectorAll("dialog")) {
    const form = document.createElement("form");
    form.method = "dialog";
    form.noValidate = true; // a number out of range must not keep the dialog open
    form.append(...dialog.childNodes);
    form.querySelectorAll("[data-name]").forEach((field) => (field.name = field.dataset.name));
    dialog.append(form);
    dialogs[dialog.dataset.dialog] = dialog;
    document.body.append(dialog);
  }
  return dialogs;
}

function edit(textarea) {
  const frame = textarea.closest(".story-editor");
  const language = document.querySelector("#id_language");
  const ownLanguage = () => (language && language.value) || document.documentElement.lang;
  const toolbar = new Toolbar(frame.querySelector("[role=toolbar]"), dialogsOf(frame), ownLanguage);
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  frame.classList.add("prose-editor");
  const editor = new Editor({
    element: frame,
    extensions: extensions({ askForLink: () => toolbar.askForLink(), leave: () => toolbar.focus() }),
    content: textarea.value,
    injectCSS: false, // the page's policy allows no style that is not a file; writing.css has the rules
    editorProps: {
      attributes: {
        lang: ownLanguage(),
        "aria-label": label ? label.textContent.replace(/\s*:\s*$/, "") : "",
        role: "textbox",
        "aria-multiline": "true",
      },
      transformPastedHTML: cleanPasted,
    },
    onUpdate({ editor: changed }) {
      textarea.value = changed.isEmpty ? "" : changed.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  // What writes into the textarea itself (a draft taken up again) tells the editor by this event.
  textarea.addEventListener("story:reload", () => editor.commands.setContent(textarea.value, { emitUpdate: false }));
  language?.addEventListener("change", () => editor.view.dom.setAttribute("lang", ownLanguage()));
  toolbar.attach(editor);
}

document.querySelectorAll("textarea[data-story-editor]").forEach(edit);

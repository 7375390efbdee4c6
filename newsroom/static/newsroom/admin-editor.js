// The editor of an article's text. It knows what the sanitiser lets through and nothing else, keeps the language of
// foreign passages, and leaves a text that nobody touches exactly as it came.
import {
  Blockquote,
  Bold,
  BulletList,
  Document,
  Dropcursor,
  Editor,
  Extension,
  Fullscreen,
  Gapcursor,
  HTML,
  HardBreak,
  Heading,
  History,
  HorizontalRule,
  Italic,
  Link,
  ListItem,
  Mark,
  Menu,
  NodeClass,
  OrderedList,
  Paragraph,
  SpecialCharacters,
  Subscript,
  Superscript,
  Table,
  TableCell,
  TableHeader,
  TableRow,
  Text,
} from "django-prose-editor/editor";

const BLOCKS = [
  "paragraph",
  "heading",
  "blockquote",
  "bulletList",
  "orderedList",
  "listItem",
  "table",
  "tableRow",
  "tableCell",
  "tableHeader",
];
const MARKS = ["bold", "italic", "link", "subscript", "superscript", "phrase", "cite"];

function kept(name) {
  return {
    default: null,
    parseHTML: (element) => element.getAttribute(name),
    renderHTML: (attributes) => (attributes[name] ? { [name]: attributes[name] } : {}),
  };
}

// A passage in another language says so, whatever it is.
const Languages = Extension.create({
  name: "languages",
  addGlobalAttributes() {
    return [
      { types: [...BLOCKS, ...MARKS], attributes: { lang: kept("lang"), dir: kept("dir") } },
      { types: ["link"], attributes: { hreflang: kept("hreflang") } },
      { types: ["tableHeader"], attributes: { scope: kept("scope") } },
    ];
  },
});

const Phrase = Mark.create({
  name: "phrase",
  parseHTML: () => [{ tag: "span[lang]" }, { tag: "span[dir]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});

const Cite = Mark.create({
  name: "cite",
  parseHTML: () => [{ tag: "cite" }],
  renderHTML: ({ HTMLAttributes }) => ["cite", HTMLAttributes, 0],
});

function extensions(textarea) {
  return [
    Document,
    Dropcursor,
    Gapcursor,
    Paragraph,
    HardBreak,
    Text,
    History,
    Menu,
    Heading.configure({ levels: [2, 3, 4] }),
    Blockquote,
    BulletList,
    OrderedList,
    ListItem,
    HorizontalRule,
    Bold,
    Italic,
    Subscript,
    Superscript,
    Link.configure({ enableTarget: false }),
    Table,
    TableRow,
    TableHeader,
    TableCell,
    NodeClass.configure({
      cssClasses: { paragraph: { title: textarea.dataset.paragraph, cssClasses: [{ className: "caption", title: textarea.dataset.caption }] } },
    }),
    SpecialCharacters,
    Fullscreen,
    HTML,
    Languages,
    Phrase,
    Cite,
  ];
}

function edit(textarea) {
  const frame = document.createElement("div");
  frame.className = "prose-editor";
  textarea.before(frame);
  frame.append(textarea);
  const language = document.querySelector("#id_language");
  new Editor({
    element: frame,
    extensions: extensions(textarea),
    content: textarea.value,
    injectCSS: false, // the page's policy allows no style that is not a file; admin.css has the rules
    editorProps: {
      attributes: {
        lang: language ? language.value : "",
        "aria-label": textarea.labels.length ? textarea.labels[0].textContent : "",
        role: "textbox",
        "aria-multiline": "true",
      },
    },
    onUpdate({ editor }) {
      textarea.value = editor.isEmpty ? "" : editor.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
}

document.querySelectorAll("textarea[data-story-editor]").forEach(edit);

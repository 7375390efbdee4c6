// What a story's text may hold: what the sanitiser lets through and nothing else. The languages of foreign passages,
// captions and the addresses' languages are kept as they came.
import {
  Blockquote,
  Bold,
  BulletList,
  Document,
  Dropcursor,
  Extension,
  Fullscreen,
  Gapcursor,
  HardBreak,
  Heading,
  History,
  HorizontalRule,
  Italic,
  Link,
  ListItem,
  Mark,
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

const Attributes = Extension.create({
  name: "storyAttributes",
  addGlobalAttributes() {
    return [
      { types: [...BLOCKS, ...MARKS], attributes: { lang: kept("lang"), dir: kept("dir") } },
      { types: ["link"], attributes: { hreflang: kept("hreflang") } },
      { types: ["tableHeader"], attributes: { scope: kept("scope") } },
      {
        types: ["paragraph"],
        attributes: { class: { ...kept("class"), parseHTML: (element) => (element.classList.contains("caption") ? "caption" : null) } },
      },
    ];
  },
});

// A passage in another language says so, whatever it is.
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

// The editor's words are ours to translate: the toolbar brings its own dialogs.
export function extensions({ askForLink, leave }) {
  return [
    Document,
    Dropcursor,
    Gapcursor,
    Paragraph,
    HardBreak,
    Text,
    History,
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
    Link.extend({
      addKeyboardShortcuts: () => ({
        "Mod-k": () => {
          askForLink();
          return true;
        },
      }),
    }).configure({ enableTarget: false, protocols: ["tel"] }),
    Table,
    TableRow,
    TableHeader,
    TableCell,
    SpecialCharacters,
    Fullscreen,
    Attributes,
    Phrase,
    Cite,
    Extension.create({
      name: "toolbarKeys",
      addKeyboardShortcuts: () => ({
        "Alt-F10": () => {
          leave();
          return true;
        },
      }),
    }),
  ];
}

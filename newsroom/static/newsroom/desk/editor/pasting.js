// What is pasted from Word, Google Docs, LibreOffice or a web page, as the plain structure of a story: headings, lists,
// quotes, tables, links, bold and italic. Every word that was seen stays; everything else of the other program goes.
import { buildWordLists } from "./word-lists.js";

const GONE = "script, style, meta, link, title, xml, noscript, template, svg, math, iframe, object, embed, canvas, img, picture, video, audio, button, input, select, textarea, del, [hidden], [aria-hidden='true']";
const BLOCK = "p, h2, h3, h4, blockquote, ul, ol, li, table, thead, tbody, tr, td, th, hr";
const LINES = "p, h2, h3, h4, li, td, th";
const INLINE = "a, strong, em, sub, sup, br, cite";
const OPENS_A_BLOCK = /^(div|section|article|header|footer|main|aside|nav|figure|figcaption|address|center|pre|dl|dt|dd|form|fieldset|details|summary|body|caption)$/;
const KEPT = { a: ["href", "hreflang"], td: ["colspan", "rowspan"], th: ["colspan", "rowspan", "scope"], ol: ["start"], p: ["class"] };
const ADDRESS = /^(https?:|mailto:|tel:)/i;

// HTML of the clipboard in, clean HTML out. What was copied from this editor comes back as it is.
export function cleanPasted(html) {
  if (html.includes("data-pm-slice")) {
    return html;
  }
  const body = parsed(html);
  removeHidden(body);
  buildWordLists(body);
  namedByWord(body);
  marksOfStyles(body);
  levelHeadings(body);
  addresses(body);
  unwrapStrangers(body);
  nestLists(body);
  splitAtDoubleBreaks(body);
  tidy(body);
  return body.innerHTML;
}

const styleOf = (element) => element.getAttribute("data-style") ?? "";

// Styles are read and never applied, handlers never set: the page's policy would complain of each of them.
export function inert(html) {
  const unstyled = html.replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "");
  return unstyled.replace(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) => tag.replace(/(\s)(style|on\w+)(\s*=)/gi, "$1data-$2$3"));
}

function parsed(html) {
  return new DOMParser().parseFromString(inert(html), "text/html").body;
}

function removeHidden(body) {
  body.querySelectorAll(GONE).forEach((element) => element.remove());
  for (const element of body.querySelectorAll("[data-style]")) {
    if (/display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i.test(styleOf(element))) {
      element.remove();
    }
  }
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) {
    comments.push(walker.currentNode);
  }
  comments.forEach((comment) => comment.remove());
}

// Bold and italic are told by elements in one program, by styles in the next; some say <b style="font-weight:normal">.
function marksOfStyles(body) {
  for (const element of [...body.querySelectorAll("b, strong, i, em, span, font, a, u")].reverse()) {
    const style = styleOf(element);
    const inHeading = element.closest("h1, h2, h3, h4, h5, h6");
    const weight = /(?:^|[;\s])font-weight\s*:\s*(bold|bolder|normal|lighter|\d+)/i.exec(style)?.[1];
    const isBold = weight ? /bold/i.test(weight) || Number(weight) >= 600 : element.matches("b, strong");
    const slant = /(?:^|[;\s])font-style\s*:\s*(italic|oblique|normal)/i.exec(style)?.[1];
    const isItalic = slant ? !/normal/i.test(slant) : element.matches("i, em");
    const raised = /(?:^|[;\s])vertical-align\s*:\s*(super|sub)\b/i.exec(style)?.[1]?.toLowerCase();
    const marks = [raised === "super" ? "sup" : raised, isItalic && "em", isBold && !inHeading && "strong"];
    const holdsBlocks = element.querySelector("p, div, h1, h2, h3, h4, ul, ol, table, blockquote");
    for (const mark of marks.filter(Boolean)) {
      if (!holdsBlocks && element.textContent.trim()) {
        const marked = document.createElement(mark);
        marked.append(...element.childNodes);
        element.append(marked);
      }
    }
    if (!element.matches("a")) {
      element.replaceWith(...element.childNodes);
    }
  }
}

// Word's own styles that say what a paragraph is.
function namedByWord(body) {
  const named = { MsoTitle: "h1", MsoQuote: "blockquote", MsoIntenseQuote: "blockquote" };
  for (const [name, tag] of Object.entries(named)) {
    body.querySelectorAll(`p.${name}`).forEach((paragraph) => become(paragraph, tag));
  }
  for (const paragraph of body.querySelectorAll("p.MsoCaption, figcaption")) {
    become(paragraph, "p").className = "caption";
  }
}

// A story's title stands elsewhere: where the first level is used, every level goes one down.
function levelHeadings(body) {
  const down = body.querySelector("h1") ? 1 : 0;
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    become(heading, heading.textContent.trim() ? `h${Math.min(Number(heading.tagName[1]) + down, 4)}` : "p");
  }
}

function addresses(body) {
  for (const link of body.querySelectorAll("a")) {
    let href = (link.getAttribute("href") ?? "").trim();
    try {
      const url = new URL(href);
      if (/(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url") {
        href = url.searchParams.get("q") ?? url.searchParams.get("url") ?? "";
      }
    } catch {
      href = ""; // an anchor in the other document, or nothing that can be followed
    }
    if (ADDRESS.test(href) && link.textContent.trim()) {
      link.setAttribute("href", href);
    } else {
      link.replaceWith(...link.childNodes);
    }
  }
}

// Elements that a story does not have give their words: as a paragraph where they made a line of their own.
function unwrapStrangers(body) {
  for (const element of [...body.querySelectorAll("*")].reverse()) {
    const name = element.localName;
    if (element.matches(`${BLOCK}, ${INLINE}`)) {
      for (const { name: attribute } of [...element.attributes]) {
        const stays = (KEPT[name] ?? []).includes(attribute) && (attribute !== "class" || element.className === "caption");
        if (!stays) {
          element.removeAttribute(attribute);
        }
      }
    } else if (OPENS_A_BLOCK.test(name) && !element.querySelector(BLOCK) && !element.closest("p, h2, h3, h4")) {
      const made = become(element, "p");
      [...made.attributes].forEach(({ name: attribute }) => made.removeAttribute(attribute));
    } else if (OPENS_A_BLOCK.test(name)) {
      element.replaceWith(...inParagraphs(element));
    } else {
      element.replaceWith(...element.childNodes);
    }
  }
  for (const table of body.querySelectorAll("table")) {
    const cells = table.querySelectorAll("td, th");
    if (cells.length === 1) {
      table.replaceWith(...inParagraphs(cells[0])); // a frame around a text, not a table
    }
  }
}

// The children of an element that goes: its loose words become paragraphs between its blocks.
function inParagraphs(element) {
  const made = [];
  let loose = null;
  for (const node of [...element.childNodes]) {
    if (node.nodeType === Node.ELEMENT_NODE && node.matches(BLOCK)) {
      loose = null;
      made.push(node);
    } else if (loose || node.textContent.trim()) {
      if (!loose) {
        loose = document.createElement("p");
        made.push(loose);
      }
      loose.append(node);
    }
  }
  return made;
}

// Google Docs puts a list of the next level beside the item that it belongs to.
function nestLists(body) {
  for (const list of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    if (list.previousElementSibling?.matches("li")) {
      list.previousElementSibling.append(list);
    }
  }
}

// Two line breaks in a row are how web pages and mails end a paragraph.
function splitAtDoubleBreaks(body) {
  for (const paragraph of body.querySelectorAll("p")) {
    const parts = paragraph.innerHTML.split(/(?:<br>\s*){2,}/i);
    if (parts.length > 1 && !paragraph.querySelector("strong br, em br, a br")) {
      const made = parts.map((part) => {
        const each = document.createElement("p");
        each.className = paragraph.className;
        each.innerHTML = part;
        return each;
      });
      paragraph.replaceWith(...made);
    }
  }
}

function tidy(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    // Word wraps its lines; two programs write a space that breaks and one that does not where one space is meant
    node.data = node.data.replace(/[\t\n\r\f ]+/g, " ").replace(/ \u00a0[ \u00a0]*|\u00a0[ \u00a0]+/g, " ");
  }
  for (const paragraph of body.querySelectorAll("p")) {
    if (paragraph.className === "") {
      paragraph.removeAttribute("class");
    }
    const last = paragraph.lastChild;
    if (last?.nodeName === "BR") {
      last.remove();
    }
    if (!paragraph.textContent.trim() && !paragraph.closest("td, th, li")) {
      paragraph.remove();
    }
  }
  for (const lineBreak of body.querySelectorAll("br")) {
    const beside = [lineBreak.previousElementSibling, lineBreak.nextElementSibling];
    if (!lineBreak.closest(LINES) && beside.some((each) => each === null || each.matches(BLOCK))) {
      lineBreak.remove(); // space between two blocks
    }
  }
  for (const mark of body.querySelectorAll("strong, em, sub, sup")) {
    if (!mark.textContent) {
      mark.remove();
    }
  }
}

function become(element, tag) {
  const made = document.createElement(tag);
  for (const { name, value } of element.attributes) {
    made.setAttribute(name, value);
  }
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

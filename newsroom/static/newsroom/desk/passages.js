// Where words stand: in the source text by the anchor that the server set, in the article's text by the words.
const PASSAGE = "desk-passage";
const ALIKE = { "’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " ", "\r": " " };

// Mark the words in the source text and bring them into its window.
export function showInSource(anchor, surface) {
  const source = document.querySelector(".desk-source .source-text");
  source?.querySelectorAll(".is-chosen").forEach((mark) => mark.classList.remove("is-chosen"));
  const start = anchor && document.getElementById(`in-text-${anchor}`);
  if (!source || !start) {
    return;
  }
  const marked = [];
  let length = 0;
  for (let node = start.nextSibling; node && length < surface.length; node = node.nextSibling) {
    const piece = node.nodeType === Node.ELEMENT_NODE ? (node.matches("mark") ? node : node.querySelector("mark")) : null;
    if (piece) {
      piece.classList.add("is-chosen");
      marked.push(piece);
    }
    length += (piece ?? node).textContent.length;
  }
  if (marked.length) {
    const top = marked[0].getBoundingClientRect().top - source.getBoundingClientRect().top;
    source.scrollTop += top - source.clientHeight / 3;
  }
}

// Mark the words where they stand in the article's text, and bring them into its window; true where they do.
export function showInText(passage, surface) {
  CSS.highlights?.delete(PASSAGE);
  const text = document.querySelector(".ProseMirror.tiptap");
  const range = text && (rangeOf(text, passage, surface) ?? rangeOf(text, surface, surface));
  if (!range) {
    return false;
  }
  reveal(text, range);
  return true;
}

// Mark the characters in the article's text and select them: `start` and `length` count those that are no white space.
// A text that has changed since is searched for the words; true where they stand.
export function selectInText(start, length, surface) {
  CSS.highlights?.delete(PASSAGE);
  const text = document.querySelector(".ProseMirror.tiptap");
  const wanted = black(surface);
  let range = text && rangeAt(text, start, length);
  if (range && !black(range.toString()).startsWith(wanted.slice(0, length))) {
    range = null;
  }
  range ??= text && rangeOf(text, surface, surface);
  if (!range) {
    return false;
  }
  text.focus({ preventScroll: true });
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
  reveal(text, range);
  return true;
}

function black(text) {
  return text.replace(/[\s…]/g, "");
}

function rangeAt(root, start, length) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let seen = 0;
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    for (let at = 0; at < data.length; at += 1) {
      if (/\s/.test(data[at]) || /[\udc00-\udfff]/.test(data[at])) {
        continue; // white space, and the second half of a sign that counts once
      }
      if (seen === start) {
        range.setStart(walker.currentNode, at);
      }
      seen += 1;
      if (seen === start + length) {
        range.setEnd(walker.currentNode, at + (/[\ud800-\udbff]/.test(data[at]) ? 2 : 1));
        return range;
      }
    }
  }
  return null;
}

function reveal(text, range) {
  if (window.Highlight) {
    CSS.highlights.set(PASSAGE, new Highlight(range));
  }
  const top = range.getBoundingClientRect().top - text.getBoundingClientRect().top;
  if (top < 0 || top > text.clientHeight - 40) {
    text.scrollTop += top - text.clientHeight / 3;
  }
  const box = range.getBoundingClientRect();
  if (window.matchMedia("(min-width: 1100px)").matches && (box.top < 60 || box.bottom > window.innerHeight - 120)) {
    window.scrollBy({ top: box.top - window.innerHeight / 3 });
  }
}

// The surface within the first place where the passage stands.
function rangeOf(root, passage, surface) {
  const held = folded(root);
  const wanted = fold(passage.replace(/^…|…$/g, "")).trim();
  const at = wanted ? held.text.indexOf(wanted) : -1;
  const inner = at < 0 ? -1 : held.text.indexOf(fold(surface).trim(), at);
  if (inner < 0) {
    return null;
  }
  const [startNode, startAt] = held.places[inner];
  const [endNode, endAt] = held.places[inner + fold(surface).trim().length - 1];
  const range = document.createRange();
  range.setStart(startNode, startAt);
  range.setEnd(endNode, endAt + 1);
  return range;
}

function fold(text) {
  return [...text].map((letter) => ALIKE[letter] ?? letter).join("").replace(/ +/g, " ");
}

// The text with one kind of apostrophe and single spaces, and for each letter where it stands.
function folded(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const places = [];
  let text = "";
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    for (let at = 0; at < data.length; at += 1) {
      const letter = ALIKE[data[at]] ?? data[at];
      if (letter !== " " || !text.endsWith(" ")) {
        text += letter;
        places.push([walker.currentNode, at]);
      }
    }
  }
  return { text, places };
}

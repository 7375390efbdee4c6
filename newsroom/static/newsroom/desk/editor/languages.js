// The language of a passage: of the words that are selected, or of the whole block.
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

// Give the selection a language; "" takes it away. Where nothing is selected, the block is meant.
export function setLanguage(editor, lang, own) {
  const value = lang ? { lang, dir: RIGHT_TO_LEFT.has(lang) ? "rtl" : null } : { lang: null, dir: null };
  editor.commands.command(({ tr, state }) => {
    const { from, to, empty, $from } = state.selection;
    const phrase = state.schema.marks.phrase;
    if (empty) {
      for (let depth = $from.depth - 1; depth > 0; depth -= 1) {
        if ($from.node(depth).attrs.lang) {
          setBlock(tr, $from.before(depth), { lang: null, dir: null });
        }
      }
    }
    state.doc.nodesBetween(from, to, (node, at) => {
      if (!node.isTextblock) {
        return true;
      }
      const first = at + 1;
      const last = first + node.content.size;
      const whole = empty || (from <= first && to >= last);
      const start = whole ? first : Math.max(from, first);
      const end = whole ? last : Math.min(to, last);
      clearMarks(tr, state.doc, start, end);
      if (whole) {
        setBlock(tr, at, value);
      } else if (lang) {
        tr.addMark(start, end, phrase.create(value));
      } else if (inherited(state.doc.resolve(first))) {
        tr.addMark(start, end, phrase.create({ lang: own, dir: RIGHT_TO_LEFT.has(own) ? "rtl" : null }));
      }
      return false;
    });
    return true;
  });
}

// The language that the words at the cursor say they are in; "" for the article's own.
export function languageHere(editor) {
  const { $from, from, to, empty } = editor.state.selection;
  let marks = $from.marks();
  if (!empty) {
    editor.state.doc.nodesBetween(from, to, (node) => {
      if (node.isText) {
        marks = node.marks;
      }
    });
  }
  const marked = marks.find((mark) => mark.attrs.lang);
  return marked ? marked.attrs.lang : inherited($from);
}

function inherited($at) {
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    if ($at.node(depth).attrs.lang) {
      return $at.node(depth).attrs.lang;
    }
  }
  return "";
}

function setBlock(tr, at, value) {
  tr.setNodeAttribute(at, "lang", value.lang);
  tr.setNodeAttribute(at, "dir", value.dir);
}

function clearMarks(tr, doc, start, end) {
  doc.nodesBetween(start, end, (node, at) => {
    if (!node.isText) {
      return;
    }
    const from = Math.max(start, at);
    const to = Math.min(end, at + node.nodeSize);
    for (const mark of node.marks.filter((each) => each.attrs.lang || each.attrs.dir)) {
      tr.removeMark(from, to, mark);
      if (mark.type.name !== "phrase") {
        tr.addMark(from, to, mark.type.create({ ...mark.attrs, lang: null, dir: null }));
      }
    }
  });
}

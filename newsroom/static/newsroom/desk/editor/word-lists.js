// Word writes the items of a list as paragraphs with a level in their style and their sign as words.
const LEVEL = /mso-list\s*:\s*(l\d+)\s+level(\d+)/i;
const NUMBERED = /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)°]/i;

// Turn runs of such paragraphs into lists, items of a deeper level into lists within their item.
export function buildWordLists(body) {
  let open = [];
  for (const paragraph of body.querySelectorAll("p")) {
    const told = LEVEL.exec(paragraph.getAttribute("data-style") ?? "");
    if (!told) {
      continue;
    }
    const sign = signOf(paragraph);
    const level = Number(told[2]);
    const tag = NUMBERED.test(sign) ? "ol" : "ul";
    if (!open.length || open[0].list.parentNode === null || nextElement(open[0].list) !== paragraph) {
      open = [];
    }
    open = open.filter((each) => each.level <= level);
    let here = open.at(-1);
    if (here && here.level === level && here.list.localName !== tag) {
      open.pop();
      here = open.at(-1);
    }
    if (!here || here.level < level) {
      const list = document.createElement(tag);
      const item = here?.list.lastElementChild;
      if (item) {
        item.append(list);
      } else {
        paragraph.before(list);
      }
      here = { level, list };
      open.push(here);
    }
    const item = document.createElement("li");
    const words = document.createElement("p");
    words.append(...paragraph.childNodes);
    item.append(words);
    here.list.append(item);
    paragraph.remove();
  }
}

function nextElement(element) {
  return element.nextElementSibling;
}

// The sign stands in a span that Word itself ignores when it reads the text again.
function signOf(paragraph) {
  const span = paragraph.querySelector("[data-style*='mso-list:Ignore' i], [data-style*='mso-list: Ignore' i]");
  const sign = span ? span.textContent.trim() : "";
  span?.remove();
  return sign;
}

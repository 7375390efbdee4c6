// How many words a text has and how long it takes to read: the rules of articles/counting.py, for a text being written.
const BLOCKS = "p, h2, h3, h4, blockquote, ul, ol, li, table, thead, tbody, tr, td, th, hr, br";
const APOSTROPHE = "['’ʼ]";
const LETTER = "[\\p{L}\\p{N}]";
const WORD = new RegExp(
  `aujourd${APOSTROPHE}hui|quelqu${APOSTROPHE}une?s?|prud${APOSTROPHE}hom[\\p{L}\\p{N}_]*|presqu${APOSTROPHE}îles?` +
    "|\\p{Nd}+(?:[.,\\u00a0\\u202f]\\p{Nd}+)*" +
    `|${LETTER}+(?:[-‐‑]${LETTER}+)*`,
  "giu",
);
const WORDS_A_MINUTE = 220;

export function countWords(text) {
  let count = 0;
  for (const _word of text.matchAll(WORD)) {
    count += 1;
  }
  return count;
}

// Halves go to the even number, as in Python.
export function readingMinutes(words) {
  const exact = words / WORDS_A_MINUTE;
  const down = Math.floor(exact);
  const rounded = exact - down === 0.5 ? down + (down % 2) : Math.round(exact);
  return Math.max(1, rounded);
}

// The words of a story's HTML, a line for each block.
export function plainText(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll(BLOCKS).forEach((block) => {
    block.before("\n");
    block.after("\n");
  });
  return body.textContent;
}

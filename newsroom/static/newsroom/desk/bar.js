// The bar that stays in sight: words and minutes of the text as it is typed.
import { countWords, plainText, readingMinutes } from "./counting.js";

const PAUSE = 300; // milliseconds: a long text is not counted at every letter

function showCount(shown, textarea) {
  const rule = new Intl.PluralRules(document.documentElement.lang || "fr");
  const say = (count, name) => {
    const sentence = rule.select(count) === "one" ? shown.dataset[`${name}One`] : shown.dataset[`${name}Other`];
    return sentence.replace("#", count.toLocaleString(document.documentElement.lang));
  };
  const words = countWords(plainText(textarea.value));
  shown.textContent = `${say(words, "words")} · ${say(readingMinutes(words), "minutes")}`;
  shown.dataset.count = words;
}

const shown = document.querySelector("[data-word-count]");
const textarea = document.querySelector("#id_body");
if (shown && textarea) {
  let waiting = 0;
  showCount(shown, textarea);
  textarea.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => showCount(shown, textarea), PAUSE);
  });
}

// How search results and shared links will show the article, as its words are typed.
import { plainText } from "./counting.js";

const OPENING = 240; // characters that the site takes of the standfirst or the text where there is no description

function cut(text, longest) {
  const words = text.replace(/\s+/g, " ").trim();
  if (words.length <= longest) {
    return words;
  }
  const room = words.slice(0, longest - 1);
  return `${(room.includes(" ") ? room.slice(0, room.lastIndexOf(" ")) : room).replace(/[,;:–—«\s-]+$/, "")}…`;
}

function setUp(frame, form) {
  const told = frame.dataset;
  const part = (name) => frame.querySelector(`[data-${name}]`);
  const value = (name) => (form.elements.namedItem(name)?.value ?? "").trim();
  const put = (name, words) => {
    const element = part(name);
    element.textContent = words || element.dataset.empty || "";
    element.classList.toggle("is-empty", !words);
  };
  const count = (name, length, wrong) => {
    const element = part(name);
    element.textContent = element.dataset.told.replace("#", length).replace("{most}", name === "title-count" ? told.longestTitle : told.most).replace("{least}", told.least);
    element.classList.toggle("is-wrong", wrong);
  };
  const opening = () => cut(value("standfirst") || plainText(value("body").slice(0, 4000)), OPENING);

  // The picture at the top is what a shared link shows.
  function drawPicture() {
    const rows = [...form.querySelectorAll("[data-picture-row]")].filter((row) => !row.hidden);
    const lead = rows.find((row) => row.querySelector("[name$='-role']")?.value === "lead");
    const source = lead?.querySelector("[data-thumbnail]")?.getAttribute("src");
    const shown = part("picture").querySelector("img");
    if (!source) {
      shown?.remove();
    } else if (shown?.getAttribute("src") !== source) {
      const image = shown ?? part("picture").appendChild(new Image());
      image.alt = "";
      image.src = source;
    }
  }

  function draw() {
    const title = value("seo_title") || value("title");
    const description = value("meta_description");
    const slug = value("slug");
    const tree = value("language") === "en" ? told.english : told.french;
    put("address", `${location.host}${tree}${slug}`.replace(/\/+$/, "").replaceAll("/", " › "));
    put("title", title && cut(title + part("title").dataset.behind, Number(told.longestTitle)));
    put("description", cut(description || opening(), Number(told.shown)));
    put("host", location.host);
    put("shared-title", cut(value("title"), 110));
    put("shared-words", cut(description || opening(), 200));
    drawPicture();
    count("title-count", [...title].length, [...title].length > Number(told.longestTitle));
    const length = [...description].length;
    count("description-count", length, length < Number(told.least) || length > Number(told.most));
  }

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, 150);
  });
  form.addEventListener("change", draw);
  frame.hidden = false;
  draw();
}

const form = document.querySelector("#article_form");
const frame = document.querySelector("[data-seen-from-outside]");
if (form && frame) {
  setUp(frame, form);
}

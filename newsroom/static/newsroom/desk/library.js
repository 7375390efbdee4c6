// The library's list: files are brought by choosing, dropping or pasting them; the list then shows them.
import { bring, dropZone, onPaste, words } from "./bringing.js";

const box = document.querySelector("[data-library]");

function line(list, text, isBad, address = "") {
  const item = document.createElement("li");
  const words = address ? document.createElement("a") : item;
  words.textContent = text;
  if (address) {
    words.href = address;
    item.append(words);
  }
  item.classList.toggle("is-bad", isBad);
  list.append(item);
  return item;
}

if (box) {
  const list = box.querySelector("[data-told]");
  const take = async (files) => {
    let refused = 0;
    let last = null;
    for (const file of files) {
      const waiting = line(list, words(box.dataset.busy, file.name), false);
      const answer = await bring(file, box.dataset);
      waiting.remove();
      if (answer.refused || answer.picture.held) {
        refused += 1;
        const held = answer.picture ? `${answer.picture.picture}/change/` : "";
        line(list, answer.refused ?? answer.picture.held, true, held);
      } else {
        last = answer.picture.picture;
      }
    }
    if (last !== null && !refused) {
      location.assign(files.length === 1 ? `${last}/change/` : location.pathname);
    }
  };
  box.hidden = false;
  dropZone(box, take);
  onPaste(take);
  box.querySelector("[data-file]").addEventListener("change", (event) => {
    take([...event.target.files]);
    event.target.value = "";
  });
}

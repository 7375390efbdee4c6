// Who else has this article open, said every few seconds; and whether somebody has saved it meanwhile.
import { beacon, post } from "./session.js";

const place = document.querySelector("#desk-presence");
const form = document.querySelector("#article_form");
const BEAT = 15000;

function start() {
  const told = place.dataset;
  const fields = () => [["tab", form.elements.namedItem("tab").value]];
  const part = (name) => place.querySelector(`[data-line="${name}"]`);

  function put(line, values) {
    const element = part(line);
    element.hidden = values === null;
    for (const [name, value] of Object.entries(values ?? {})) {
      element.querySelectorAll(`[data-${name}]`).forEach((each) => (each.textContent = value));
    }
  }

  function show(answer) {
    const list = part("others");
    list.hidden = !answer.others.length;
    const pattern = list.querySelector("template");
    list.querySelectorAll("[data-person]").forEach((each) => each.remove());
    for (const somebody of answer.others) {
      const copy = pattern.content.firstElementChild.cloneNode(true);
      copy.querySelector("[data-name]").textContent = somebody.name;
      copy.querySelector("[data-since]").textContent = somebody.since;
      list.append(copy);
    }
    part("own").hidden = !answer.own_tabs;
    const newer = String(answer.version) !== form.elements.namedItem("version").value;
    put("newer", newer ? { by: answer.saved_by, at: answer.saved_at } : null);
    part("closed").hidden = answer.may_change;
    place.hidden = !answer.others.length && !answer.own_tabs && !newer && answer.may_change;
  }

  async function beat() {
    try {
      const response = await post(told.address, fields());
      if (response.ok) {
        show(await response.json());
      }
    } catch {
      // the line of drafts says that the server does not answer
    }
  }

  window.addEventListener("pagehide", () => beacon(told.address, [...fields(), ["leave", "1"]]));
  window.addEventListener("pageshow", (event) => event.persisted && beat());
  document.addEventListener("visibilitychange", () => !document.hidden && beat());
  document.addEventListener("desk:signed-in", beat);
  setInterval(beat, BEAT);
  beat();
}

if (place && form) {
  start();
}

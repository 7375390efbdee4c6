// The proposals beside the text: chosen one after the other, shown where their words stand, decided without leaving.
import { showInSource, showInText } from "./passages.js";

const form = document.querySelector("#article_form");

class Proposals {
  constructor(panel) {
    this.panel = panel;
    this.list = panel.querySelector("[data-list]");
    this.told = panel.querySelector("[data-told]");
    this.undo = panel.querySelector("[data-undo]");
    this.tab = panel.closest("[data-tab]");
    this.busy = false;
    panel.dataset.live = "";
    panel.addEventListener("click", (event) => this.onClick(event));
  }

  cards() {
    return [...this.list.querySelectorAll(":scope > .proposal-list > .proposal")];
  }

  chosen() {
    return this.list.querySelector(".proposal.is-chosen");
  }

  onClick(event) {
    const button = event.target.closest("button");
    if (!button) {
      return;
    }
    if (button.dataset.step) {
      this.step(Number(button.dataset.step));
    } else if ("choose" in button.dataset) {
      this.choose(button.closest(".proposal"));
    } else if ("undo" in button.dataset) {
      this.press(button.dataset.undo);
    } else if (button.dataset.do) {
      this.press(button.dataset.do, button.closest(".proposal"));
    }
  }

  step(by) {
    const cards = this.cards();
    const here = cards.indexOf(this.chosen());
    const to = here < 0 ? (by > 0 ? 0 : cards.length - 1) : Math.min(Math.max(here + by, 0), cards.length - 1);
    this.choose(cards[to]);
  }

  choose(card) {
    this.list.querySelectorAll(".proposal").forEach((each) => {
      const isChosen = each === card;
      each.classList.toggle("is-chosen", isChosen);
      each.querySelector("[data-choose]").setAttribute("aria-expanded", String(isChosen));
      each.querySelectorAll("[data-with-key]").forEach((button) => {
        if (isChosen) {
          button.dataset.key = button.dataset.withKey;
        } else {
          delete button.dataset.key;
        }
      });
    });
    if (!card) {
      return;
    }
    const { anchor, surface, passage } = card.dataset;
    showInSource(anchor, surface);
    showInText(passage, surface);
    const top = card.getBoundingClientRect().top - this.list.getBoundingClientRect().top;
    if (top < 0 || top + card.clientHeight > this.list.clientHeight) {
      this.list.scrollTop += top - 8;
    }
  }

  async press(button, card = null) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.panel.setAttribute("aria-busy", "true");
    const at = card ? this.cards().indexOf(card) : -1;
    const hadFocus = this.list.contains(document.activeElement);
    const version = form?.elements.namedItem("version");
    const sent = new FormData();
    sent.set("do", button);
    sent.set("version", version ? version.value : "");
    sent.set("csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value);
    try {
      const response = await fetch(this.panel.dataset.decide, { method: "POST", body: sent, redirect: "error" });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      const answer = await response.json();
      this.take(answer, button);
      const cards = this.cards();
      if (at >= 0 && cards.length) {
        this.choose(cards[Math.min(at, cards.length - 1)]);
        if (hadFocus) {
          this.chosen().querySelector("[data-choose]").focus();
        }
      }
    } catch {
      this.told.textContent = this.told.dataset.failed;
      this.told.classList.add("is-failed");
    } finally {
      this.busy = false;
      this.panel.removeAttribute("aria-busy");
    }
  }

  take(answer, button) {
    const wasOpen = this.list.querySelector("details")?.open;
    this.list.innerHTML = answer.html;
    if (wasOpen && this.list.querySelector("details")) {
      this.list.querySelector("details").open = true;
    }
    if (this.tab) {
      this.tab.dataset.tabCount = answer.open;
    }
    this.told.textContent = answer.refused || answer.told.join(" ");
    this.told.classList.toggle("is-failed", Boolean(answer.refused));
    const [verb, what] = button.split(":");
    const scope = verb.endsWith("-quote") ? "reopen-quote" : "reopen";
    const canUndo = !answer.refused && /^(accept|reject|leave)(-quote)?$/.test(verb);
    this.undo.hidden = !canUndo;
    this.undo.dataset.undo = canUndo ? `${scope}:${what}` : "";
    answer.links.forEach(follow);
    if (answer.dated !== null) {
      followDate(answer.dated);
    }
    if (answer.version !== null) {
      const version = form?.elements.namedItem("version");
      if (version) {
        version.value = answer.version;
      }
      document.dispatchEvent(new CustomEvent("desk:saved", { detail: { version: answer.version, links: answer.links, dated: answer.dated } }));
    }
  }
}

// The form's own fields say what was decided, or the next save would take it back.
function follow({ field, key, name, there }) {
  const select = document.querySelector(`#id_${field}`);
  if (!select) {
    return;
  }
  const option = [...select.options].find((each) => each.value === String(key));
  if (there && !option) {
    select.add(new Option(name, key, true, true));
  } else if (option) {
    option.selected = there;
  }
  window.django?.jQuery(select).trigger("change");
}

function followDate(dated) {
  const input = document.querySelector("#id_dated");
  if (input && input.value === input.defaultValue) {
    input.value = dated;
    input.defaultValue = dated;
  }
}

document.querySelectorAll("[data-proposals]").forEach((panel) => new Proposals(panel));

// Keeps what somebody writes on an article's page until it is saved: on the server as their personal draft, and in the
// browser's own store until the server has it. The line of state says what is kept, and never more than that.
import * as here from "./kept-here.js";
import { NoAnswer, beacon, post, signIn, signedOut, whose } from "./session.js";

const line = document.querySelector("#desk-draft-state");
const form = document.querySelector("#article_form");
const NOT_WORDS = new Set(["csrfmiddlewaretoken", "version", "tab", "continues"]);
const HERE = 700; // milliseconds after a change until this browser has it
const QUIET = 3000; // after the last change until the server is sent it
const LONGEST = 5000; // after the first one
const BEACON = 60000; // bytes that a browser sends while a page goes away

function words() {
  const fields = [];
  for (const [name, value] of new FormData(form)) {
    if (!NOT_WORDS.has(name) && !name.startsWith("_") && typeof value === "string") {
      fields.push([name, value]);
    }
  }
  return fields;
}

// Whether two sets of fields say the same does not depend on their order: lists of choices change theirs.
const compare = (one, other) => (one < other ? -1 : Number(one > other));

function textOf(fields) {
  return JSON.stringify([...fields].sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1])));
}

function start() {
  const told = line.dataset;
  const field = (name) => form.elements.namedItem(name);
  let tab = field("tab").value || crypto.randomUUID();
  field("tab").value = tab;
  let saved = textOf(words()); // as the server gave it
  let kept = told.unsaved ? null : saved; // what the server has: saved, or as a draft
  let leaving = false;
  let first = 0;
  let last = 0;
  let sending = false;
  let stored = "";

  function say(state, time = "") {
    line.dataset.state = state;
    line.querySelectorAll("[data-line]").forEach((each) => (each.hidden = each.dataset.line !== state));
    line.querySelectorAll("[data-time]").forEach((each) => (each.textContent = time));
  }

  const unsaved = () => Boolean(told.unsaved) || textOf(words()) !== saved;

  const record = (fields, at) => ({
    tab,
    user: told.user,
    article: told.article,
    version: field("version").value,
    continues: field("continues").value,
    fields,
    at,
  });

  const sent = (fields) => [
    ...fields,
    ["article", told.article],
    ["tab", tab],
    ["version", field("version").value],
    ["continues", field("continues").value],
  ];

  async function keepHere() {
    const fields = words();
    const text = textOf(fields);
    if (signedOut || text === stored) {
      return !signedOut;
    }
    try {
      await here.keep(record(fields, Date.now()));
      stored = text;
      return true;
    } catch {
      return false;
    }
  }

  // What became of the words where the server does not have them.
  async function notKept(state) {
    say((await keepHere()) ? state : "nowhere");
  }

  async function send() {
    const fields = words();
    const text = textOf(fields);
    if (text === kept) {
      first = 0;
    }
    if (sending || leaving || text === kept) {
      return;
    }
    sending = true;
    const at = Date.now();
    try {
      const response = await post(told.keep, text === saved && !told.unsaved ? [...sent([]), ["drop", "1"]] : sent(fields));
      if (leaving) {
        return;
      }
      if (response.ok) {
        const answer = await response.json();
        if (answer.settled) {
          // The draft was saved or thrown away from another page: what stands in this one is a draft of its own.
          await here.forget(tab, at).catch(() => {});
          tab = crypto.randomUUID();
          field("tab").value = tab;
          stored = "";
          return;
        }
        kept = text;
        stored = "";
        await here.forget(tab, at).catch(() => {});
        if (answer.kept_at) {
          say("kept", answer.kept_at);
        } else if (answer.dropped) {
          say("unchanged");
        }
      } else if (response.status === 401) {
        await notKept("signed-out");
        signIn({ urgent: false });
      } else {
        await notKept("refused");
      }
    } catch (error) {
      if (!(error instanceof NoAnswer)) {
        throw error;
      }
      await notKept("no-answer");
    } finally {
      sending = false;
      first = 0;
      if (textOf(words()) !== kept) {
        first = last = Date.now(); // once more in a while
      }
    }
  }

  function changed() {
    last = Date.now();
    first ||= last;
    // What widgets do by themselves while the page is set up is no edit.
    if (["saved", "unchanged", "new", "kept"].includes(line.dataset.state) && textOf(words()) !== kept) {
      say("writing");
    }
  }

  async function tick() {
    const now = Date.now();
    if (!first || leaving) {
      return;
    }
    if (now - last >= HERE || now - first >= 2 * HERE) {
      if (textOf(words()) !== kept) {
        await keepHere();
      }
    }
    if (now - last >= QUIET || now - first >= LONGEST) {
      await send();
    }
  }

  // --- saving: only to a server that answers and knows who writes

  async function save(button) {
    await keepHere();
    line.removeAttribute("data-not-saved");
    try {
      let owner = await whose();
      if (owner === "nobody") {
        say("signed-out");
        owner = (await signIn({ urgent: true })) ? "mine" : "nobody";
      }
      if (owner === "mine") {
        leaving = true;
        form.requestSubmit(button);
      }
    } catch (error) {
      if (!(error instanceof NoAnswer)) {
        throw error;
      }
      await notKept("no-answer");
      line.dataset.notSaved = "";
    }
  }

  form.addEventListener("submit", (event) => {
    if (!leaving) {
      event.preventDefault();
      save(event.submitter);
    }
  });
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  document.addEventListener("formset:added", changed);
  document.addEventListener("formset:removed", changed);
  // Choices made in the admin's own lists are told through jQuery only.
  window.django?.jQuery?.(form).on("change", changed);
  // What was decided beside the text is saved already: links that came and went, and the date.
  document.addEventListener("desk:saved", ({ detail }) => {
    const nothingElse = kept === saved;
    let fields = JSON.parse(saved);
    for (const { field: name, key, there } of detail.links ?? []) {
      fields = fields.filter((each) => each[0] !== name || each[1] !== String(key));
      if (there) {
        fields.push([name, String(key)]);
      }
    }
    if (detail.dated !== undefined && detail.dated !== null) {
      fields = fields.map((each) => (each[0] === "dated" ? ["dated", detail.dated] : each));
    }
    saved = textOf(fields);
    kept = nothingElse ? saved : kept;
    if (nothingElse && textOf(words()) === saved) {
      say("unchanged");
    }
    changed();
  });
  document.addEventListener("desk:signed-in", send);
  document.addEventListener("desk:signing-out", ({ detail }) => detail.push(send()));
  document.addEventListener("desk:somebody-else", () => (leaving = true));
  document.addEventListener("desk:recovered", offer);
  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", () => document.hidden && unsaved() && send());
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && unsaved()) {
      event.preventDefault();
    }
  });
  window.addEventListener("pagehide", () => {
    const fields = words();
    const text = textOf(fields);
    if (!leaving && !signedOut && text !== kept && text !== saved && text.length < BEACON) {
      beacon(told.keep, sent(fields));
    }
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      leaving = false;
    }
  });
  setInterval(tick, 250);
  if (told.unsaved) {
    changed();
  }
}

// Drafts that have come to this article since the page was loaded.
async function offer() {
  const place = document.querySelector("#desk-drafts");
  const fields = form.elements;
  const query = new URLSearchParams({
    article: line.dataset.article,
    tab: fields.namedItem("tab").value,
    continues: fields.namedItem("continues").value,
  });
  const response = await fetch(`${line.dataset.offered}?${query}`);
  if (response.ok && !response.redirected) {
    place.innerHTML = await response.text();
  }
}

if (line && form) {
  start();
}

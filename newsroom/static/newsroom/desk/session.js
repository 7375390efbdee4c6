// Who is signed in while a page of the desk stays open: signing in again in place, and leaving nothing behind.
import * as here from "./kept-here.js";

const told = document.querySelector("#desk-session")?.dataset ?? {};
const others = new BroadcastChannel("newsroom-desk");
const PATIENCE = 10000; // milliseconds for an answer of the server

export const user = told.user ?? "";
export let signedOut = false; // on purpose: from then on this browser keeps no words

let token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";

export class NoAnswer extends Error {}

async function ask(address, options = {}) {
  try {
    return await fetch(address, { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE), ...options });
  } catch (error) {
    throw new NoAnswer(String(error));
  }
}

function give(fresh) {
  token = fresh;
  document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => (field.value = fresh));
}

export function currentToken() {
  return token;
}

// "mine", "nobody" or "somebody else"; raises NoAnswer. Forms have the token that the server wants now.
export async function whose() {
  const response = await ask(told.address);
  if (!response.ok || response.redirected) {
    throw new NoAnswer(String(response.status));
  }
  const now = await response.json();
  give(now.token);
  if (now.user === user) {
    signedOut = false;
    return "mine";
  }
  if (now.user) {
    hideFrom(now.name);
    return "somebody else";
  }
  return "nobody";
}

// POST fields in this person's name, with a fresh token where the old one is refused; raises NoAnswer.
export async function post(address, fields, options = {}) {
  const body = () => {
    const data = new FormData();
    fields.forEach(([name, value]) => data.append(name, value));
    data.append("user", user);
    return { method: "POST", headers: { "X-CSRFToken": token }, body: data, redirect: "manual", ...options };
  };
  let response = await ask(address, body());
  if (response.status === 403 && (await whose()) === "mine") {
    response = await ask(address, body());
  }
  if (response.status === 409) {
    await whose();
  }
  if (response.status >= 500) {
    throw new NoAnswer(String(response.status));
  }
  return response;
}

// A last word to the server while the page goes away.
export function beacon(address, fields) {
  const data = new FormData();
  fields.forEach(([name, value]) => data.append(name, value));
  data.append("user", user);
  data.append("csrfmiddlewaretoken", token);
  return navigator.sendBeacon(address, data);
}

// --- signing in again

const dialog = document.querySelector("#desk-sign-in");
let waiting = []; // for somebody to be signed in

function tell(line) {
  dialog.querySelectorAll("[data-line]").forEach((each) => (each.hidden = each.dataset.line !== line));
}

// Ask for the password; true when this page's person is signed in again. `urgent` stops all else on the page: without
// it the person writes on.
export function signIn({ urgent }) {
  if (!dialog.open) {
    tell("ended");
    dialog.querySelector("[name=username]").value = told.name;
    if (urgent) {
      dialog.showModal();
    } else {
      dialog.open = true; // as show() would, but the cursor stays where the person writes
    }
  } else if (urgent && !dialog.matches(":modal")) {
    dialog.close();
    dialog.showModal();
  }
  if (urgent) {
    dialog.querySelector("[name=password]").focus();
  }
  return new Promise((done) => waiting.push(done));
}

function answer(signedIn) {
  dialog.close();
  dialog.querySelector("[name=password]").value = "";
  const heard = waiting;
  waiting = [];
  heard.forEach((done) => done(signedIn));
  if (signedIn) {
    document.dispatchEvent(new CustomEvent("desk:signed-in"));
  }
}

async function send(form) {
  form.querySelector("button").disabled = true;
  try {
    await whose();
    const data = new FormData(form);
    data.set("csrfmiddlewaretoken", token);
    const response = await ask(told.login, { method: "POST", body: data, redirect: "manual" });
    if (response.status === 429 || (response.status === 403 && response.type !== "opaqueredirect")) {
      tell("locked");
      return;
    }
    const now = await whose();
    if (now === "mine") {
      answer(true);
    } else if (now === "nobody") {
      tell("wrong");
      form.querySelector("[name=password]").select();
    }
  } catch (error) {
    if (!(error instanceof NoAnswer)) {
      throw error;
    }
    tell("silent");
  } finally {
    form.querySelector("button").disabled = false;
  }
}

// Somebody else uses this browser now: nothing of what this page's person wrote stays to be seen, sent or kept.
function hideFrom(name) {
  signedOut = true;
  if (dialog.open) {
    dialog.close();
  }
  const notice = document.querySelector("#desk-somebody-else");
  notice.querySelector("[data-name]").textContent = name;
  document.body.classList.add("desk-is-another");
  document.querySelectorAll("#container > :not(footer)").forEach((each) => (each.inert = true));
  here.clear().catch(() => {});
  document.dispatchEvent(new CustomEvent("desk:somebody-else"));
  if (!notice.open) {
    notice.showModal();
  }
}

function within(milliseconds, work) {
  return Promise.race([work.catch(() => {}), new Promise((done) => setTimeout(done, milliseconds))]);
}

function listen() {
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.target);
  });
  dialog.querySelector("[data-later]").addEventListener("click", () => answer(false));
  dialog.addEventListener("cancel", () => answer(false));
  document.querySelector("#desk-somebody-else").addEventListener("cancel", (event) => event.preventDefault());
  document.querySelector("#desk-somebody-else form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if ((await whose().catch(() => "")) === "mine") {
      location.reload();
    }
  });
  // Whoever signs in elsewhere in this browser, here too the forms need the new token.
  others.addEventListener("message", ({ data }) => {
    signedOut = data === "signed out" || signedOut;
  });
  document.querySelector("#logout-form")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const last = []; // what the page has to send before nobody is signed in
    document.dispatchEvent(new CustomEvent("desk:signing-out", { detail: last }));
    await within(3000, Promise.allSettled(last));
    signedOut = true;
    others.postMessage("signed out");
    await within(2000, here.clear());
    event.target.submit();
  });
}

if (dialog) {
  listen();
}

// The site's search fields suggest entries while one types; choosing one leads to its page. Without this they search.
const FEWEST = 2; // letters before anything is suggested, as the server has it
const kept = new Map(); // what was asked before, on this page

async function suggestions(address, typed) {
  if (typed.length < FEWEST) {
    return [];
  }
  const url = new URL(address, window.location.href);
  url.searchParams.set("q", typed);
  if (!kept.has(url.href)) {
    const response = await fetch(url, { credentials: "omit", redirect: "error" });
    if (!response.ok) {
      return [];
    }
    const { found } = await response.json();
    kept.set(
      url.href,
      found.map((entry) => ({ ...entry, note: [entry.kind, entry.note].filter(Boolean).join(" · ") })),
    );
  }
  return kept.get(url.href);
}

// What draws the list is asked for when the page stands: nobody types before, and the page need not wait for it.
window.addEventListener("load", async () => {
  const { Combobox } = await import("./desk/combobox.js");
  for (const input of document.querySelectorAll("input[data-suggestions]")) {
    new Combobox(input, {
      suggest: (typed) => suggestions(input.dataset.suggestions, typed),
      pick: (_name, entry) => window.location.assign(entry.url),
      label: input.dataset.label,
      style: "suggestions",
    });
  }
});

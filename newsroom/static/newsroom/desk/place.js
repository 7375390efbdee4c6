// After “Save” the page comes back where its writer was, not at its beginning; the bar says that it is saved.
const form = document.querySelector("#article_form");
const KEY = "desk:place";
const FRESH = 60000; // milliseconds: an older note is of a save that never came back here

function note(event) {
  if (event.submitter?.name === "_continue") {
    const place = { path: location.pathname, top: window.scrollY, at: Date.now() };
    sessionStorage.setItem(KEY, JSON.stringify(place));
  }
}

function comeBack() {
  const held = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const place = held && JSON.parse(held);
  const refused = document.querySelector("#article_form .errornote, .messagelist :is(.error, .warning)");
  if (place && !refused && place.path === location.pathname && Date.now() - place.at < FRESH) {
    window.scrollTo({ top: place.top, behavior: "instant" });
  }
}

if (form) {
  try {
    comeBack();
    form.addEventListener("submit", note);
  } catch (error) {
    if (!(error instanceof DOMException)) { // a browser that keeps nothing
      throw error;
    }
  }
}

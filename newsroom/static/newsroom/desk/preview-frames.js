// The frames of the preview: which widths, in which language, with the words of the form that was sent here.
const page = document.querySelector("[data-preview-frames]");
const words = page.querySelector("[data-preview-words]");
const frames = [...page.querySelectorAll("iframe")];
const DESK = 1280;

function load(address) {
  for (const frame of frames) {
    if (words) {
      words.action = address;
      words.target = frame.name;
      words.submit();
    } else {
      frame.src = address;
    }
  }
}

// The wide page is shown whole, however narrow the window: smaller.
function fit() {
  const holder = page.querySelector(".is-desk .preview-window");
  const scale = Math.min(1, holder.clientWidth / DESK);
  page.style.setProperty("--preview-scale", scale);
}

// A link of the page leads out of the frame, which may show nothing but previews.
function openOutside(frame) {
  frame.contentDocument?.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && !link.hash) {
      event.preventDefault();
      window.open(link.href, "_blank", "noopener");
    }
  });
}

page.addEventListener("change", (event) => {
  if (event.target.name === "width") {
    page.dataset.width = event.target.value;
    fit();
  } else if (event.target.name === "language") {
    load(event.target.value);
  }
});
frames.forEach((frame) => frame.addEventListener("load", () => openOutside(frame)));
frames.forEach(openOutside);
new ResizeObserver(fit).observe(page);
page.dataset.width = window.innerWidth < 768 ? "phone" : "both";
page.querySelector(`[name=width][value=${page.dataset.width}]`).checked = true;
fit();
if (words) {
  load(page.querySelector("[name=language]:checked").value);
}
page.querySelector("[data-preview-close]").addEventListener("click", (event) => {
  if (window.opener || window.name === "desk-preview") {
    event.preventDefault();
    window.close(); // the form is still open in the window that this one came from
  }
});

// The questions that the toolbar asks: each is a form in a dialog that the page brings with it.
export function ask(dialog, values) {
  const form = dialog.querySelector("form");
  form.reset();
  for (const [name, value] of Object.entries(values)) {
    if (form.elements[name]) {
      form.elements[name].value = value ?? "";
    }
  }
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      "close",
      () => {
        const answered = ["", "cancel"].includes(dialog.returnValue) ? null : Object.fromEntries(new FormData(form));
        resolve(answered && { ...answered, pressed: dialog.returnValue });
      },
      { once: true },
    );
  });
}

// An address as people type it: "nato.int/x" and "name@example.org" get what they lack.
export function asAddress(typed) {
  const text = typed.trim();
  if (!text || /^(https?:|mailto:|tel:|\/|#)/i.test(text)) {
    return text;
  }
  return /^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
}

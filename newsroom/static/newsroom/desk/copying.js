// A button that copies what stands in a field. Without this script the button is hidden, and the field is selected
// and copied by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const told = document.getElementById(button.getAttribute("aria-describedby"));
  button.hidden = false;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    let copied = true;
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.focus();
      field.select();
      copied = document.execCommand("copy");
    }
    told.textContent = copied ? told.dataset.copied : told.dataset.failed;
  });
}

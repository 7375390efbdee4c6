// Picture files on their way to the library: chosen, dropped or pasted; each is sent and the answer handed on.
import { NoAnswer, post } from "./session.js";

const MOST = 25 * 1024 * 1024;
const PATIENCE = 180000; // milliseconds for a large file on a slow line

export const words = (said, name) => said.replace("#", name);

// The files of a drop or a paste; none where something else was meant.
export function filesOf(transfer) {
  return [...(transfer?.files ?? [])];
}

// Send one file: resolves to {picture} with what the library answers, or {refused} with a sentence.
export async function bring(file, told) {
  if (!file.type.startsWith("image/") && !/\.(jpe?g|png|webp|avif|heic|heif|svg|gif|tiff?)$/i.test(file.name)) {
    return { refused: told.many };
  }
  if (file.size > MOST) {
    return { refused: words(told.large, file.name) };
  }
  try {
    const response = await post(told.bring, [["file", file]], { signal: AbortSignal.timeout(PATIENCE) });
    const answer = response.ok || response.status === 400 ? await response.json() : {};
    if (answer.picture) {
      return { picture: answer };
    }
    return { refused: answer.refused ?? told.failed };
  } catch (error) {
    if (error instanceof NoAnswer || error instanceof SyntaxError) {
      return { refused: told.failed };
    }
    throw error;
  }
}

// Let files be dropped on an element; `take` gets them.
export function dropZone(element, take) {
  const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  element.addEventListener("dragover", (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      element.classList.add("is-over");
    }
  });
  element.addEventListener("dragleave", (event) => {
    if (!element.contains(event.relatedTarget)) {
      element.classList.remove("is-over");
    }
  });
  element.addEventListener("drop", (event) => {
    element.classList.remove("is-over");
    if (holdsFiles(event)) {
      event.preventDefault();
      take(filesOf(event.dataTransfer));
    }
  });
}

// Pictures that are pasted anywhere on the page, unless words come with them: those belong where the cursor is.
export function onPaste(take) {
  document.addEventListener(
    "paste",
    (event) => {
      const files = filesOf(event.clipboardData).filter((file) => file.type.startsWith("image/"));
      const types = [...(event.clipboardData?.types ?? [])];
      if (files.length && !types.includes("text/plain") && !types.includes("text/html")) {
        event.preventDefault();
        event.stopPropagation();
        take(files);
      }
    },
    true,
  );
}

// Where a place between two paragraphs is after an edit: behind the paragraph that it stood behind. The server does the
// same for whole texts (articles/staying.py); here one edit after the other is looked at, of which most touch one block.

// The words of each block of a text, in order.
export function wordsOfBlocks(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.children].map((block) => block.textContent.trim());
}

// `place` is the number of blocks before it.
export function placeNow(place, before, after) {
  const last = Math.min(place, before.length);
  if (last === 0) {
    return before.length ? 0 : place;
  }
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) {
    head += 1;
  }
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail += 1;
  }
  if (last <= head) {
    return last;
  }
  if (last > before.length - tail) {
    return last + after.length - before.length;
  }
  const middle = after.slice(head, after.length - tail);
  const touched = before.length - tail - head;
  for (let number = last; number > head; number -= 1) {
    const found = middle.indexOf(before[number - 1]);
    if (found >= 0) {
      return head + found + 1;
    }
    if (touched === middle.length) {
      return last; // each was changed where it stands
    }
    if (touched === 1) {
      return head + middle.length; // parted, or gone
    }
  }
  return head + Math.min(last - head, middle.length);
}

// Words that the server does not have yet, in the browser's own store: one record for each tab, by its name.
// A record: {tab, user, article, version, continues, fields: [[name, value], …], at}.
const NAME = "newsroom-desk";
const ROOM = "words";

let opening = null;

function open() {
  opening ??= new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(ROOM, { keyPath: "tab" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  opening.catch(() => (opening = null));
  return opening;
}

async function within(mode, act) {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction(ROOM, mode);
    const request = act(transaction.objectStore(ROOM));
    transaction.oncomplete = () => done(request.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

export const keep = (record) => within("readwrite", (room) => room.put(record));
export const all = () => within("readonly", (room) => room.getAll());
export const clear = () => within("readwrite", (room) => room.clear());

// Forget a tab's record, unless it was written again after that moment.
export async function forget(tab, at = Infinity) {
  const held = await within("readonly", (room) => room.get(tab));
  if (held && held.at <= at) {
    await within("readwrite", (room) => room.delete(tab));
  }
}

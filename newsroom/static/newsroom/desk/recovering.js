// Words that a crash, a closed tab or a silent server left in the browser's own store go to their person's drafts.
import * as here from "./kept-here.js";
import { NoAnswer, post, user } from "./session.js";

const address = document.querySelector("#desk-session")?.dataset.keep;

async function recover() {
  let came = false;
  for (const record of await here.all()) {
    if (record.user !== user) {
      await here.forget(record.tab); // another person's: not for whoever uses this browser now
      continue;
    }
    const fields = [
      ...record.fields,
      ["article", record.article],
      ["tab", record.tab],
      ["version", record.version],
      ["continues", record.continues],
    ];
    const response = await post(address, fields);
    if (response.ok) {
      came = (await response.json()).draft || came;
      await here.forget(record.tab, record.at);
    } else if (response.status === 404) {
      await here.forget(record.tab, record.at); // the article is no more
    }
  }
  if (came) {
    document.dispatchEvent(new CustomEvent("desk:recovered"));
  }
}

if (user && address) {
  recover().catch((error) => {
    if (!(error instanceof NoAnswer || error instanceof DOMException)) {
      throw error;
    }
  });
}

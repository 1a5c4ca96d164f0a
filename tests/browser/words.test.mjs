// The page speaks the reader's language, with all words in one place.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { until } from "./harness/drive.mjs";
import { seed } from "./harness/page.mjs";
import { check, page, site, stage } from "./harness/stage.mjs";

stage();

const SPOKEN = {
  de: [/Was steht in diesem Artikel/, /Kurz gesagt/, /Wörter gelesen/, /Personen & Zitate/],
  fr: [/Que dit cet article/, /En bref/, /mots lus/, /Personnes et citations/],
  es: [/Qué dice este artículo/, /En breve/, /palabras leídas/, /Personas y citas/],
};

check("speaks the reader's language, and beside English loads no other", async () => {
  for (const [tag, [heading, title, read, tab]] of Object.entries(SPOKEN)) {
    await page.open(`?lang=${tag}`);
    assert.equal(await page.run(() => document.documentElement.lang), tag);
    assert.match(await page.text("#input-title"), heading);
    await page.paste({ "text/plain": seed });
    await until("the page to have read", async () => read.test(await page.text("#status") ?? "")).catch(async (error) => { throw new Error(`${tag}: ${error.message}; it says ${await page.text("#done")}, ${await page.text("#notes")}`); });
    assert.match(await page.text("#summary-title"), title);
    assert.match(await page.text("#tab-people"), tab);
    assert.equal(await page.run(() => document.getElementById("article").lang), "en", "the article keeps its own language");
    const spoken = site.requests.map((it) => /\/app\/words\/(\w+)\.js/.exec(it)?.[1]).filter(Boolean);
    assert.deepEqual([...new Set(spoken)].sort(), [tag, "en"].sort());
  }
  await page.nothingWrong();
});

check("what stands in index.html is said in every language", async () => {
  const html = readFileSync(new URL("../../www/index.html", import.meta.url), "utf8");
  const said = [...html.matchAll(/data-word="(\w+)"[^>]*>([^<]*)</g)].map(([, name, text]) => [name, text]);
  const labels = [...html.matchAll(/aria-label="([^"]*)" data-label="(\w+)"/g)].map(([, text, name]) => [name, text]);
  assert.ok(said.length > 20 && labels.length > 4);
  const { words: english } = await import("../../www/app/words/en.js");
  for (const [name, text] of [...said, ...labels]) if (name in english.page) assert.equal(text, english.page[name], name);
  const wanted = [...new Set([...said, ...labels].map(([name]) => name)), "title"].sort();
  for (const tag of Object.keys(SPOKEN)) {
    const { words } = await import(`../../www/app/words/${tag}.js`);
    assert.deepEqual(Object.keys(words.page).sort(), wanted, tag);
  }
});

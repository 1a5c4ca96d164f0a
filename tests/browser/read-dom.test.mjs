// The page's walk over HTML against the native one: `tests/it/structure.rs` asks the same of `html::read`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { engine } from "./harness/drive.mjs";
import { page, site, stage } from "./harness/stage.mjs";

const data = (name) => readFileSync(new URL(`../data/pages/${name}`, import.meta.url), "utf8");

stage();

for (const name of ["odd", "news", "words", "hostile"]) {
  test(`${engine}: the page "${name}" is read as it is natively; nothing of it runs or is fetched`, { timeout: 90_000 }, async () => {
    const loaded = site.requests.length;
    const got = await page.driver.executeAsyncScript(
      `const [html, done] = arguments;
      Promise.all([window.__recorded.load("/lib/read-dom.js"), window.__recorded.load("/lib/trusted.js")]).then(
        ([{ readDom }, { inertDocument }]) => {
          const { text, hints } = readDom(inertDocument(html));
          const reading = {
            text,
            blocks: hints.blocks.map((it) => [it.start, it.end, it.element, it.level, it.links, it.boxed]),
            parents: hints.boxes.map((it) => it.parent),
            marks: hints.marks.map((it) => [it.start, it.end, it.value]),
            page: hints.page,
          };
          // Time for what would be fetched or run.
          setTimeout(() => done({ reading, hacked: window.hacked ?? null, resources: performance.getEntriesByType("resource").map((it) => it.name) }), 300);
        },
        (error) => done(String(error)),
      );`,
      data(`${name}.html`),
    );
    assert.deepEqual(got.reading, JSON.parse(data(`${name}.json`)));
    assert.equal(got.hacked, null);
    assert.deepEqual(got.resources.filter((it) => it.includes("elsewhere")), []);
    const asked = site.requests.slice(loaded).filter((it) => !/\/lib\/(read-dom|trusted)\.js$/.test(it));
    assert.deepEqual(asked, []);
  });
}

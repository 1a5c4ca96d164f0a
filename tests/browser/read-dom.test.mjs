// The page's walk over HTML against the native one: `tests/it/structure.rs` asks the same of `html::read`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { engine, open } from "./harness/drive.mjs";
import { Page } from "./harness/page.mjs";
import { serve } from "./harness/site.mjs";

const data = (name) => readFileSync(new URL(`../data/pages/${name}`, import.meta.url), "utf8");

/** @type {Awaited<ReturnType<typeof open>>} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let site;
/** @type {Page} */ let page;

before(async () => {
  site = await serve();
  browser = await open();
  page = new Page(browser.driver, site);
  await page.open();
}, { timeout: 180_000 });

after(async () => {
  await browser?.close();
  site?.close();
});

test(`${engine}: an odd page is read as it is natively; nothing of it runs or is fetched`, { timeout: 90_000 }, async () => {
  const loaded = site.requests.length;
  const got = await page.driver.executeAsyncScript(
    `const [html, done] = arguments;
    Promise.all([window.__recorded.load("/lib/read-dom.js"), window.__recorded.load("/lib/trusted.js")]).then(
      ([{ readDom }, { inertDocument }]) => {
        const { text, hints } = readDom(inertDocument(html));
        done({
          text,
          blocks: hints.blocks.map((it) => [it.start, it.end, it.element, it.level, it.links, it.boxed]),
          parents: hints.boxes.map((it) => it.parent),
          marks: hints.marks.map((it) => [it.start, it.end, it.value]),
          page: hints.page,
        });
      },
      (error) => done(String(error)),
    );`,
    data("odd.html"),
  );
  assert.deepEqual(got, JSON.parse(data("odd.json")));
  const asked = site.requests.slice(loaded).filter((it) => !/\/lib\/(read-dom|trusted)\.js$/.test(it));
  assert.deepEqual(asked, []);
});

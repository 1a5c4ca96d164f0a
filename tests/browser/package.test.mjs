// What Vite, webpack and esbuild make of the package, in a real browser under the strict policy; and the door with
// everything in it. ENGINE names the browser.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { builders, install, packed } from "../package/consumers.mjs";
import { end, engine, open, until } from "./harness/drive.mjs";
import { startServer } from "./harness/site.mjs";

/** @type {Awaited<ReturnType<typeof open>>} */ let browser;
/** @type {string} */ let folder;

before(async () => {
  browser = await open();
  folder = install(engine);
}, { timeout: 180_000 });

after(() => browser?.close());

async function answer(address) {
  await browser.driver.get(address);
  const text = await until("the page's answer", () => browser.driver.executeScript("return document.body.getAttribute('data-answer')"), 30_000);
  return JSON.parse(text);
}

for (const name of ["vite", "webpack", "esbuild"]) {
  test(`${engine}: ${name} brings worker, wasm and supplement along`, { timeout: 90_000 }, async () => {
    const { server, port } = await startServer(await builders[name](folder));
    try {
      const it = await answer(`http://127.0.0.1:${port}/`);
      assert.equal(it.error, undefined);
      assert.equal(it.lines.length, 2);
      assert.ok(it.people.includes("Marta Olsen"), String(it.people));
      assert.deepEqual([it.same, it.markdown, it.closed], [true, true, "closed"]);
      assert.ok(it.annotations > 5);
      assert.ok(await browser.driver.executeScript("return !!customElements.get('nutgraf-article')"));
    } finally {
      end(server);
    }
  });
}

test(`${engine}: one file holds everything`, { timeout: 90_000 }, async () => {
  const page = readFileSync(join(await builders.inline(folder), "index.html"));
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(request.url === "/" ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(request.url === "/" ? page : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  try {
    const it = await answer(`http://127.0.0.1:${server.address().port}/`);
    assert.equal(it.lines?.length, 2, JSON.stringify(it));
    assert.ok(it.people.includes("Marta Olsen"), String(it.people));
    assert.deepEqual(asked.filter((it) => it !== "/" && it !== "/favicon.ico"), []);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test(`${engine}: the README's lines for a page, and the package copied to a server`, { timeout: 90_000 }, async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, lines] = /### In a page[^]*?```html\n([^]*?)```/.exec(readme) ?? assert.fail("the README has no lines for a page");
  const { longArticle } = await import("./harness/long-article.mjs");
  const out = join(folder, "copied");
  mkdirSync(out, { recursive: true });
  cpSync(packed, join(out, "nutgraf"), { recursive: true });
  writeFileSync(join(out, "index.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><title>copied</title><body>${lines.replace("…", longArticle(400))}</body></html>`);
  const { server, port } = await startServer(out);
  try {
    const { driver } = browser;
    await driver.get(`http://127.0.0.1:${port}/`);
    await until("the card", () => driver.executeScript("return document.querySelector('nutgraf-article').shadowRoot?.querySelector('.card').getClientRects().length > 0"));
    await driver.executeScript("document.querySelector('nutgraf-article').shadowRoot.querySelector('.press').click()");
    await until("three lines", () => driver.executeScript("return document.querySelector('nutgraf-article').shadowRoot.querySelectorAll('.line').length === 3"), 30_000);
    const lists = await driver.executeScript("return [...document.querySelector('nutgraf-article').shadowRoot.querySelectorAll('summary')].map((it) => it.firstChild.data)");
    assert.deepEqual(lists, ["People and places", "Who said what"]);
  } finally {
    end(server);
  }
});

// The extension in Chromium and in Firefox: it reads the page beside it, lists what it found, paints it there, follows
// when the page changes, and leaves the page's nodes alone.
//
// No driver can press a button of the browser's own toolbar, and pressing it is what opens a page to the extension. So
// the copy that is tested may read pages of this machine, and opens its panel as a tab; all else is as handed out.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engine, open, until } from "./harness/drive.mjs";
import { seed } from "./harness/page.mjs";

const skip = engine === "webkit" && "WebKitGTK has no extensions";

const [headline, ...paragraphs] = seed.split(/\n+/).filter((it) => it.trim().length > 0);
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const pages = {
  "/story": `<!doctype html><html lang=en><title>${escaped(headline)}</title><style>*{color:navy}button{display:none}</style>
    <nav><a href=/>Home</a></nav><article><h1>${escaped(headline)}</h1>${paragraphs.map((it) => `<p>${escaped(it)}</p>`).join("\n")}</article>
    <script>window.mark = Object.keys(window).length; window.names = () => Object.keys(window).filter((it) => /nutgraf/i.test(it))</script>`,
  "/rain": `<!doctype html><html lang=en><title>Rain stops play</title><h1>Rain stops play</h1><p>Rain stopped play in Leeds on Monday after two hours of cricket. The captain, Ann Lee, said: "We will be back tomorrow."</p>
    <p>Some 14,000 people had come to see the match. They waited for three hours under their umbrellas.</p><p>The forecast for Tuesday is dry. Play begins at eleven in the morning.</p>`,
};

let browser;
let server;
let address;
let folder;
let story;
let panel;

before(async () => {
  if (skip) return;
  const handed = process.env.NUTGRAF_EXTENSION;
  if (!handed) throw new Error("NUTGRAF_EXTENSION is not set: run these tests with `cargo xtask test browsers`");
  server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    response.writeHead(page ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'" }).end(page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  address = `http://127.0.0.1:${server.address().port}`;
  folder = mkdtempSync(join(tmpdir(), "nutgraf-"));
  const copy = join(folder, "extension");
  cpSync(handed, copy, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8"));
  manifest.host_permissions = ["http://127.0.0.1/*"];
  writeFileSync(join(copy, "manifest.json"), JSON.stringify(manifest));
  // Firefox does not let the driver open a page of an extension, only look at one that opened by itself.
  appendFileSync(join(copy, "background.js"), `
    globalThis.browser?.tabs.onUpdated.addListener((id, change, tab) => {
      if (change.status !== "complete" || !tab.url?.endsWith("/story") || globalThis.opened) return;
      globalThis.opened = true;
      browser.tabs.create({ url: browser.runtime.getURL("panel.html?tab=" + id), active: false });
    });`);
  browser = await open({ extension: copy });
  await browser.driver.get(`${address}/story`);
  story = await browser.driver.getWindowHandle();
  panel = await (engine === "firefox" ? shownPanel() : openPanel());
});

/** The panel that the extension opens. */
function shownPanel() {
  const { driver } = browser;
  return until("the panel", async () => {
    for (const handle of await driver.getAllWindowHandles()) {
      await at(handle);
      if (/^moz-extension:.*panel\.html/.test(await driver.getCurrentUrl())) return handle;
    }
  }, 30_000);
}

/** Opens the panel by its address, which the list of extensions tells. */
async function openPanel() {
  const { driver } = browser;
  await driver.switchTo().newWindow("tab");
  await driver.get("chrome://extensions");
  const id = await until("the extension", () => run(() => {
    const list = document.querySelector("extensions-manager").shadowRoot.querySelector("extensions-item-list").shadowRoot;
    return [...list.querySelectorAll("extensions-item")].find((it) => it.data.name === "nutgraf")?.id;
  }));
  await driver.get(`chrome-extension://${id}/panel.html?tab=-1`);
  const tab = await driver.executeAsyncScript('chrome.tabs.query({ url: "http://127.0.0.1/*" }).then(([it]) => arguments[0](it.id))');
  await driver.get(`chrome-extension://${id}/panel.html?tab=${tab}`);
  return driver.getWindowHandle();
}

after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const run = (what, ...args) => browser.driver.executeScript(`return (${what}).apply(null, arguments)`, ...args);
const at = (handle) => browser.driver.switchTo().window(handle);

async function read() {
  await at(panel);
  return until("the panel to have read", async () => (await run(() => document.body.dataset.state)) === "read", 30_000);
}

/** What is painted in the story, by kind. The page's own scripts see the registry, as they see that of the browser. */
async function painted(kind) {
  await at(story);
  return run((kind) => {
    const ranges = [...(CSS.highlights.get(`nutgraf-${kind}`) ?? [])];
    return ranges.map((it) => {
      const range = document.createRange();
      range.setStart(it.startContainer, it.startOffset);
      range.setEnd(it.endContainer, it.endOffset);
      return String(range);
    });
  }, kind);
}

test("it reads the page, and its summary is the page's own sentences", { skip }, async () => {
  await read();
  const lines = await run(() => [...document.querySelectorAll("#summary .line")].map((it) => it.textContent));
  assert.equal(lines.length, 3);
  for (const line of lines) assert.ok(seed.replace(/\s+/g, " ").includes(line), line);
  assert.ok((await run(() => document.querySelectorAll("#people .line").length)) > 5);
  assert.ok((await run(() => document.querySelectorAll("#quotes .line").length)) > 0);
  assert.equal(await run(() => document.documentElement.scrollWidth > innerWidth), false);
});

test("it paints the page and changes nothing in it", { skip }, async () => {
  await read();
  const before = await painted("key");
  assert.ok(before.length >= 3, JSON.stringify(before));
  assert.equal(await run(() => document.querySelectorAll("mark, [class*=nutgraf], [id*=nutgraf], nutgraf-article").length), 0);
  assert.deepEqual(await run(() => window.names()), []);
  await at(panel);
  await run(() => document.querySelector('[data-kind="person"]').click());
  await until("the people", async () => (await painted("person")).length > 3);
  await at(panel);
  await run(() => document.querySelector('[data-kind="person"]').click());
  await until("the people to be gone", async () => (await painted("person")).length === 0);
});

test("a line leads to its place", { skip }, async () => {
  await read();
  const line = await run(() => {
    const line = document.querySelectorAll("#summary .line")[2];
    line.click();
    return line.textContent;
  });
  const target = await until("the place", async () => {
    const found = await painted("target");
    return found.length > 0 && found;
  });
  assert.equal(target.join("").replace(/\s+/g, " ").trim(), line);
  const isInSight = () => run(() => {
    const [it] = CSS.highlights.get("nutgraf-target");
    const { top, bottom } = it.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  // A tab behind another does not scroll smoothly in every browser: look at it.
  await at(story);
  await until("the place to be in sight", isInSight);
});

test("eight sentences when eight are asked for", { skip }, async () => {
  await read();
  await run(() => document.querySelector('[data-sentences="8"]').click());
  await until("eight lines", async () => (await run(() => document.querySelectorAll("#summary .line").length)) === 8);
  await run(() => document.querySelector('[data-sentences="3"]').click());
  await until("three lines", async () => (await run(() => document.querySelectorAll("#summary .line").length)) === 3);
});

test("with a selection it reads that alone, and marks it where it stands", { skip }, async () => {
  await at(story);
  const chosen = await run(() => {
    const paragraphs = [...document.querySelectorAll("article p")].filter((it) => it.textContent.length > 120).slice(2, 5);
    const range = document.createRange();
    range.setStart(paragraphs[0].firstChild, 0);
    range.setEnd(paragraphs[2].firstChild, paragraphs[2].firstChild.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return paragraphs.map((it) => it.textContent.replace(/\s+/g, " ").trim()).join(" ");
  });
  await at(panel);
  await run(() => document.getElementById("read").click());
  await until("the selection", () => run(() => !document.getElementById("part").hidden && document.body.dataset.state === "read"));
  const lines = await run(() => [...document.querySelectorAll("#summary .line")].map((it) => it.textContent));
  for (const line of lines) assert.ok(chosen.includes(line), line);
  const key = (await until("its marks", async () => {
    const found = await painted("key");
    return found.length > 0 && found;
  })).map((it) => it.replace(/\s+/g, " ").trim());
  for (const it of key) assert.ok(chosen.includes(it), it);
  await at(story);
  await run(() => getSelection().removeAllRanges());
  await at(panel);
  await run(() => document.getElementById("whole").click());
  await until("the whole page", () => run(() => document.getElementById("part").hidden));
});

test("it follows when the page changes", { skip }, async () => {
  await read();
  await at(story);
  await run(() => {
    const more = document.createElement("p");
    more.textContent = "Late in the evening Zebedee Quill of the Tarn Institute said that 93 percent of the turnips were sound.";
    document.querySelector("article").append(more);
  });
  await at(panel);
  await until("the new paragraph", () => run(() => document.getElementById("people").textContent.includes("Quill")));
});

test("it follows to another page in the same tab", { skip }, async () => {
  await at(story);
  await browser.driver.get(`${address}/rain`);
  await at(panel);
  await until("the other page", () => run(() => document.getElementById("headline").textContent === "Rain stops play"));
  await until("its marks", async () => (await painted("key")).length > 0);
});

test("it looks as it should at the width of a side panel", { skip }, async () => {
  await at(panel);
  const shots = process.env.SCREENSHOTS;
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  // In a frame: a window cannot be that narrow everywhere.
  await run(() => document.documentElement.style.setProperty("max-inline-size", "360px"));
  writeFileSync(join(shots, `extension-${engine}.png`), await browser.driver.takeScreenshot(), "base64");
});

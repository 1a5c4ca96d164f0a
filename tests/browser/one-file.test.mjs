// The whole program in one file, opened from disk: no server, no neighbour, and nothing asked of anybody.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { copyFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { engine, open, until } from "./harness/drive.mjs";
import { Page, seed } from "./harness/page.mjs";

let browser;
let page;
let folder;

before(async () => {
  const file = process.env.NUTGRAF_ONE_FILE;
  if (!file) throw new Error("NUTGRAF_ONE_FILE is not set: run these tests with `cargo xtask test browsers`");
  // Alone in its folder.
  folder = mkdtempSync(join(tmpdir(), "nutgraf-"));
  copyFileSync(file, join(folder, "nutgraf.html"));
  browser = await open();
  page = new Page(browser.driver, { address: "", requests: [] });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the file, and records what goes wrong from then on. */
async function openFile() {
  await browser.driver.get(pathToFileURL(join(folder, "nutgraf.html")).href);
  await page.run(() => {
    const problems = [];
    window.__recorded = { problems };
    window.addEventListener("error", (event) => problems.push(`error: ${event.message}`), true);
    window.addEventListener("unhandledrejection", (event) => problems.push(`unhandled: ${event.reason?.stack ?? event.reason}`));
    document.addEventListener("securitypolicyviolation", (event) => problems.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
}

test("opened from disk, it reads an article with all there is", async () => {
  await openFile();
  await page.paste({ "text/plain": seed });
  await page.read(30_000);
  // The names come with the supplement: it is in the file too.
  await until("the names", async () => (await page.painted("person")).length > 3);
  assert.ok((await page.painted("key")).length >= 3);
  await page.nothingWrong();
});

test("the sample is in the file", async () => {
  await openFile();
  await page.find("#sample-button").click();
  await page.read(30_000);
  await page.nothingWrong();
});

test("nothing else is loaded: neither a neighbour nor anything from the net", async () => {
  await openFile();
  await page.paste({ "text/plain": seed });
  await page.read(30_000);
  const loaded = await page.run(() => performance.getEntriesByType("resource").map((it) => it.name));
  assert.deepEqual(loaded.filter((it) => !/^(blob|data):/.test(it)), []);
  const address = await page.run(() => location.protocol);
  assert.equal(address, "file:");
});

test("a script that is not its own does not run in it", async () => {
  await openFile();
  const ran = await page.run(() => {
    const script = document.createElement("script");
    try {
      script.textContent = "window.__ran = true";
      document.body.append(script);
    } catch {
      // Trusted Types forbid it already.
    }
    return window.__ran === true;
  });
  // With its strict policy for files Firefox takes the page's own policy too, as the others do.
  assert.equal(ran, false, engine);
});

test("it is small enough to be sent by mail", () => {
  assert.ok(statSync(process.env.NUTGRAF_ONE_FILE).size < 1_600_000);
});

// The page as it is handed out, after its server is gone: it opens, reads, takes what other apps share; a new version
// waits until the reader takes it; and where no service worker is to be had, all works but that.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { until } from "./harness/drive.mjs";
import { Page, seed } from "./harness/page.mjs";
import { serve } from "./harness/site.mjs";
import { browser, check, page, site, stage } from "./harness/stage.mjs";

/** The built page, but for the wasm, which is not made small for this. */
const folder = process.env.NUTGRAF_SITE ?? "";

stage(folder);

/** Opens the page again once its service worker has all of it. */
async function kept() {
  await page.driver.get(`${site.address}/`);
  await until("the service worker", () => page.driver.executeAsyncScript("navigator.serviceWorker.ready.then((it) => arguments[arguments.length - 1](!!it.active))"), 30_000);
  await page.driver.get(`${site.address}/`);
  await ready();
}

/** Waits until the page can be used. */
async function ready() {
  await until("the page", () => page.run(() => document.getElementById("theme-button")?.title), 20_000);
}

for (const [name, refuse] of Object.entries({
  absent: (other) => (other.early = "delete Navigator.prototype.serviceWorker;"),
  "not found": (other) => (other.instead["/sw.js"] = [404, "text/plain", "no"]),
})) {
  check(`service worker ${name}: all works while the page is open, and the page says so`, async () => {
    // Another address: what one keeps the other does not see.
    const other = await serve(folder);
    try {
      refuse(other);
      const without = new Page(browser.driver, other);
      await without.open("?lang=de");
      assert.match(await without.text("#input-title"), /Was steht in diesem Artikel/);
      await without.readSeed();
      assert.equal((await without.texts("#summary-lines .line")).length, 3);
      await until("the parts that come late", async () => /Read aloud/.test(await without.text("#done") ?? ""));
      await without.find("#privacy-chip").click();
      await until("the page to say that it is not kept", async () => /does not let the page keep itself/.test(await without.text("#privacy-dialog") ?? ""));
      await without.nothingWrong();
    } finally {
      other.close();
    }
  });
}

check("a new version waits until the reader takes it, and the text outlives the change", async () => {
  await kept();
  await page.paste({ "text/plain": seed });
  await page.read();
  // Another version is on the server now.
  const worker = readFileSync(join(folder, "sw.js"), "utf8");
  site.instead["/sw.js"] = [200, "text/javascript", worker.replace(/"[0-9a-f]{16}"/, '"another"')];
  await page.run(() => navigator.serviceWorker.getRegistration().then((it) => it.update()));
  await until("the offer", async () => /new version/.test(await page.text("#notes") ?? ""), 30_000);
  assert.match(await page.text("#article h1"), /^Trump Envoy/, "nothing changed under the reader's hands");
  await page.find('#summary [data-length="5"]').click();
  await until("5 lines", async () => (await page.texts("#summary-lines .line")).length === 5);
  await page.find("#take-version").click();
  await until("the page anew, with its text", async () => page.run(() => !document.getElementById("take-version") && /^Read /.test(document.querySelector("#status > span")?.textContent ?? "")), 30_000);
  assert.equal(await page.field(), seed);
});

check("opens and reads after its server is gone, and takes what is shared with it", async () => {
  await kept();
  await until("the service worker to answer for the page", () => page.run(() => navigator.serviceWorker.controller !== null));
  // The words of another language are kept once they were asked for.
  const german = () => until("the page in German", async () => /Was steht in diesem Artikel/.test(await page.text("#input-title") ?? ""));
  await page.driver.get(`${site.address}/?lang=de`);
  await german();
  site.stop();
  await page.driver.get(`${site.address}/?lang=de`);
  await german();
  // Not the driver's own reload: Firefox's goes past every service worker.
  await page.driver.get(`${site.address}/?again`);
  await ready();
  await page.run(() => void location.reload());
  await until("another page", () => page.run(() => performance.getEntriesByType("navigation")[0].type === "reload"));
  await ready();
  await page.paste({ "text/plain": seed });
  await page.read();
  assert.match(await page.text("#article h1"), /^Trump Envoy/);
  assert.equal((await page.texts("#summary-lines .line")).length, 3);
  await page.find("#keys-button").click();
  await until("the help, which came with the rest", () => page.run(() => document.getElementById("keys-dialog").open));

  // As the platform does it for a share target: a form, posted into the page's scope. From another server: the page's own
  // policy lets no form of it be sent.
  const form = `<!doctype html><title>another app</title><form method=post enctype=multipart/form-data action="${site.address}/share"><input name=title value="Rain stops play"><textarea name=text>Rain stopped play on Monday, said Ann Lee of the club. It was wet.</textarea><input name=url value="https://example.org/rain"><button>Share</button></form>`;
  const other = createServer((_, answer) => answer.writeHead(200, { "Content-Type": "text/html" }).end(form));
  await new Promise((resolve) => other.listen(0, "127.0.0.1", () => resolve(undefined)));
  try {
    await page.driver.get(`http://127.0.0.1:${other.address().port}/`);
    await page.find("button").click();
    await until("the shared text", () => page.run(() => /Rain stopped play on Monday/.test(document.getElementById("article")?.textContent ?? "")), 20_000);
  } finally {
    other.close();
    other.closeAllConnections();
  }
});

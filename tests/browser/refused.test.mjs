// What the page says and does when the browser, the server or another tab refuses it something: it says so in words, goes
// on, and nothing that the reader wrote is lost.

import assert from "node:assert/strict";
import { afterEach } from "node:test";
import { until } from "./harness/drive.mjs";
import { seed } from "./harness/page.mjs";
import { check, page, site, stage } from "./harness/stage.mjs";

stage();

afterEach(() => {
  site.early = "";
  for (const it of Object.keys(site.instead)) delete site.instead[it];
});

/** Pastes an article into a page that cannot read it, and expects to be told, with the text kept. */
async function told(what) {
  await page.paste({ "text/plain": seed });
  await until(`a message that says ${what}`, async () => what.test(await page.text("#notes") ?? ""));
  await until("the field with the text", async () => (await page.field()) === seed && page.find("#text").isDisplayed());
}

for (const [name, answer] of [["not found", [404, "text/plain", "no"]], ["a page instead of it", [200, "text/html", "<!doctype html><title>hello</title>"]], ["half of it", [200, "application/wasm", "\0asm"]]]) {
  check(`WebAssembly: ${name}`, async () => {
    site.instead["/pkg/nutgraf_bg.wasm"] = answer;
    await page.open();
    await told(/could not be loaded.*Reload the page/);
    // The next try may find it.
    delete site.instead["/pkg/nutgraf_bg.wasm"];
    await page.find("#try-again").click();
    await page.read();
    assert.match(await page.text("#article h1"), /^Trump Envoy/);
  });
}

check("no supplement: English is read, and the page says what is missing", async () => {
  site.instead["/pkg/nutgraf.supplement"] = [404, "text/plain", "no"];
  await page.open();
  await page.paste({ "text/plain": seed });
  await page.read();
  await until("a note", async () => /not loaded/.test(await page.text("#notes") ?? ""));
  // Nobody has looked for names: the page does not say that there are none.
  const lists = await page.run(() => document.getElementById("lists").textContent);
  assert.match(lists, /Not loaded yet/);
  assert.doesNotMatch(lists, /No (people|numbers|dates|keyphrases)/);
  assert.equal((await page.texts("#summary-lines .line")).length, 3);
});

check("a worker that the browser refuses", async () => {
  site.early = 'window.Worker = class { constructor() { throw new DOMException("refused", "SecurityError"); } };';
  await page.driver.get(`${site.address}/`);
  await until("the page", () => page.run(() => document.getElementById("theme-button").title));
  await told(/could not be loaded/);
});

check("storage that is refused changes nothing but what is remembered", async () => {
  site.early = `for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });`;
  await page.readSeed();
  await page.find("#theme-button").click();
  await page.run(() => document.getElementById("strong-marks").click());
  assert.equal((await page.texts("#summary-lines .line")).length, 3);
  await page.nothingWrong();
});

check("a clipboard that is refused is told of, with what to do instead", async () => {
  site.early = `Object.defineProperty(navigator, "clipboard", { value: { read: () => Promise.reject(new DOMException("no", "NotAllowedError")), readText: () => Promise.reject(new DOMException("no", "NotAllowedError")), writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) } });`;
  await page.open();
  await page.find("#paste-button").click();
  await until("a message", async () => /Ctrl\+V/.test(await page.text("#notes") ?? ""));
  assert.ok(await page.run(() => document.activeElement?.id === "text"), "the field waits for the paste");
  await page.paste({ "text/plain": seed });
  await page.read();
  await page.find("#copy-summary").click();
  await until("a message", async () => /did not let this page write/.test(await page.text("#status") ?? ""));
  await page.nothingWrong();
});

check("a part that comes late and is not there is told of when it is asked for", async () => {
  site.instead["/app/late/help.js"] = [404, "text/plain", "no"];
  await page.open();
  await page.find("#keys-button").click();
  await until("a message", async () => /could not be loaded/.test(await page.text("#notes") ?? ""));
});

check("two tabs at once do not disturb each other", async () => {
  await page.readSeed();
  const first = await page.driver.getWindowHandle();
  await page.driver.switchTo().newWindow("tab");
  try {
    await page.open();
    await page.paste({ "text/plain": "Rain stops play\n\nIt rained on Monday, said Ann Lee. It was wet." });
    await page.read();
    await page.run(() => document.getElementById("theme-button").click());
  } finally {
    await page.driver.close();
    await page.driver.switchTo().window(first);
  }
  assert.equal(await page.field(), seed);
  assert.equal((await page.texts("#summary-lines .line")).length, 3);
  await page.find('#summary [data-length="5"]').click();
  await until("5 lines", async () => (await page.texts("#summary-lines .line")).length === 5);
});

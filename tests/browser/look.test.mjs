// How the page looks and reads to others than the eye: accessibility by axe-core in every state, no sideways
// scrolling on a phone, and screenshots to look at, in SCREENSHOTS.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { engine, open, until } from "./harness/drive.mjs";
import { Page, seed } from "./harness/page.mjs";
import { serve } from "./harness/site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = process.env.SCREENSHOTS ?? "target/screenshots";

/** @type {Awaited<ReturnType<typeof open>>} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let site;
/** @type {Page} */ let page;

before(async () => {
  mkdirSync(folder, { recursive: true });
  site = await serve();
  browser = await open();
  page = new Page(browser.driver, site);
  // A page that does not load fails here once, and not in every test after its own long wait.
  await page.open();
}, { timeout: 180_000 });

after(async () => {
  await browser?.close();
  site?.close();
});

const check = (name, run) => test(`${engine}: ${name}`, { timeout: 90_000 }, run);

/** A screenshot; one that shows nothing is taken again (WebKit's first after a change of size may). */
async function shoot(name, from = page.driver) {
  let picture = "";
  for (let n = 0; n < 4 && picture.length < 12_000; n++) {
    if (n > 0) await new Promise((resolve) => setTimeout(resolve, 300));
    picture = await from.takeScreenshot();
  }
  writeFileSync(join(folder, `${engine}-${name}.png`), picture, "base64");
}

/** Nothing that axe-core calls a violation. */
async function accessible(state) {
  await page.driver.executeScript(axe);
  const violations = await page.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ["violations"] }).then(
      ({ violations }) => done(violations.map((it) => it.id + ": " + it.help + "\\n" + it.nodes.slice(0, 4).map((node) => "   " + node.html.slice(0, 200) + "\\n      " + (node.failureSummary || "").replace(/\\n/g, " ")).join("\\n"))),
      (error) => done(["axe-core: " + error]),
    );`);
  assert.equal(violations.join("\n"), "", state);
}

/** Presses the theme button until the theme is the one wanted. */
async function theme(name) {
  for (let n = 0; n < 4; n++) {
    if (await page.run((name) => document.getElementById("theme-button").getAttribute("aria-label") === `Theme: ${name}`, name)) return;
    await page.run(() => document.getElementById("theme-button").click());
  }
  assert.fail(`the theme button does not come to ${name}`);
}

async function darkness() {
  return page.run(() => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return red + green + blue < 380;
  });
}

for (const name of ["light", "dark"]) {
  check(`accessible on a desk, ${name}`, async () => {
    await page.open();
    await theme(name);
    assert.equal(await darkness(), name === "dark");
    await shoot(`desktop-${name}-empty`);
    await accessible("empty");
    await page.paste({ "text/plain": seed });
    await page.read();
    await shoot(`desktop-${name}`);
    await accessible("read");
    for (const tab of ["outline", "timeline", "numbers", "keyphrases", "style"]) {
      await page.find(`#tab-${tab}`).click();
      await accessible(`read, ${tab}`);
    }
    await page.find("#tab-people").click();
    await page.find("#summary-lines .line").click();
    await shoot(`desktop-${name}-target`);
    await accessible("at a sentence");
    for (const [button, dialog] of [["keys-button", "keys-dialog"], ["privacy-chip", "privacy-dialog"]]) {
      await page.run((button) => document.getElementById(button).click(), button);
      await until(`${dialog} to open`, () => page.run((dialog) => document.getElementById(dialog).open, dialog));
      await shoot(`desktop-${name}-${dialog}`);
      await accessible(dialog);
      await page.run((dialog) => document.getElementById(dialog).close(), dialog);
    }
    await page.run(() => document.getElementById("export-button").click());
    await shoot(`desktop-${name}-export`);
    await accessible("export menu");
    await page.run(() => document.getElementById("export-button").click());
    for (const box of ["strong-marks", "marks-as-text"]) {
      await page.run((box) => document.getElementById(box).click(), box);
      await shoot(`desktop-${name}-${box}`);
      await accessible(box);
      await page.run((box) => document.getElementById(box).click(), box);
    }
    await page.paste({ "text/plain": "Rain stops play\n\nRain stopped play on Monday, said Ann Lee." });
    await page.read();
    await accessible("with something to take back");
    await page.nothingWrong();
  });
}

/** Makes the page as narrow as a phone. Chromium can be told so; the others show it in a frame of that width. */
async function onPhone(run) {
  if (engine === "chromium") {
    await page.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
    try {
      await page.open();
      await run(page.driver);
    } finally {
      await page.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
    }
    return;
  }
  site.requests.length = 0;
  await page.driver.get(`${site.address}/__phone.html`);
  const frame = page.find("iframe");
  await page.driver.switchTo().frame(frame);
  await page.loaded();
  const picture = {
    async takeScreenshot() {
      await page.driver.switchTo().defaultContent();
      const it = await page.find("iframe").takeScreenshot();
      await page.driver.switchTo().frame(page.find("iframe"));
      return it;
    },
  };
  await run(picture);
  await page.driver.switchTo().defaultContent();
}

for (const name of ["light", "dark"]) {
  check(`accessible on a phone, ${name}`, async () => {
    await onPhone(async (from) => {
      await theme(name);
      const narrow = () => page.run(() => innerWidth === 390 && document.documentElement.scrollWidth <= 390);
      assert.ok(await narrow(), "nothing is wider than the phone");
      await shoot(`phone-${name}-empty`, from);
      await accessible("empty, phone");
      await page.paste({ "text/plain": seed });
      await page.read();
      assert.ok(await narrow(), "nothing is wider than the phone");
      await shoot(`phone-${name}`, from);
      await accessible("read, phone");
      for (const part of ["lists", "legend"]) {
        await page.find(`.phone-bar [data-part="${part}"]`).click();
        await until(`${part} to open`, () => page.find(`#${part}`).isDisplayed());
        await new Promise((resolve) => setTimeout(resolve, 400));
        await shoot(`phone-${name}-${part}`, from);
        await accessible(`${part}, phone`);
        await page.press("\uE00C");
        await until(`${part} to close`, async () => !(await page.find(`#${part}`).isDisplayed()));
      }
      await page.nothingWrong();
    });
  });
}

if (engine === "chromium") {
  check("follows the system's dark theme", async () => {
    const media = (value) => page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
    await media("dark");
    try {
      await page.open();
      await theme("automatic");
      assert.ok(await darkness());
    } finally {
      await media("");
    }
  });
}

// How the page looks and reads to others than the eye: accessibility by axe-core in every state, no sideways
// scrolling on a phone, and screenshots to look at, in SCREENSHOTS.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { engine, until } from "./harness/drive.mjs";
import { seed } from "./harness/page.mjs";
import { check, page, site, stage } from "./harness/stage.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = process.env.SCREENSHOTS ?? "target/screenshots";

mkdirSync(folder, { recursive: true });
stage();

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
async function onPhone(run, width = 390) {
  if (engine === "chromium") {
    await page.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height: 844, deviceScaleFactor: 2, mobile: true });
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
  await page.run((width) => (document.querySelector("iframe").width = width), width);
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
      const cut = await page.run(() => [...document.querySelectorAll(".line > span")].filter((it) => getComputedStyle(it).overflow !== "visible" || getComputedStyle(it).webkitLineClamp !== "none").length);
      assert.equal(cut, 0, "no line of the summary is cut");
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

check("on a phone a short text begins where all begins, and another article is one press away", async () => {
  await onPhone(async () => {
    await page.paste({ "text/plain": "Rain stopped play in Leeds." });
    await page.read();
    const left = (selector) => page.run((selector) => document.querySelector(selector).getBoundingClientRect().left, selector);
    assert.equal(await left("#article p"), await left("#summary"));
    const press = () => (engine === "chromium" ? page.find("#another").click() : page.run(() => document.getElementById("another").click()));
    assert.ok(await page.run(() => document.getElementById("another").offsetWidth >= 24));
    await press();
    assert.deepEqual(await page.run(() => [document.getElementById("text").selectionStart, document.getElementById("text").selectionEnd]), [0, 27]);
    await page.nothingWrong();
  });
});

check("a sheet has two heights, by press, by keys and by hand", async () => {
  await onPhone(async () => {
    await page.paste({ "text/plain": seed });
    await page.read();
    const high = () => page.run(() => Math.round(document.getElementById("lists").getBoundingClientRect().height));
    // The frame is taller than the window of the others, and their drivers press where its bottom is not.
    const press = (selector) => (engine === "chromium" ? page.find(selector).click() : page.run((selector) => document.querySelector(selector).click(), selector));
    const open = async () => {
      await press('.phone-bar [data-part="lists"]');
      await until("the sheet", () => page.find("#lists").isDisplayed());
    };
    await open();
    const half = await high();
    const all = await page.run(() => innerHeight);
    assert.ok(half > all * 0.4 && half < all * 0.6, `${half} of ${all}`);
    await press(".grip");
    assert.ok((await high()) > all * 0.8, "pressed, it is tall");
    await accessible("a tall sheet");
    await page.run(() => document.querySelector(".grip").focus());
    await page.press("\uE015");
    assert.equal(await high(), half, "an arrow makes it lower");
    await page.press("\uE013");
    assert.ok((await high()) > all * 0.8, "and another tall again");
    await page.press("\uE015", "\uE015");
    assert.equal(await page.find("#lists").isDisplayed(), false, "lower than low is away");
    assert.equal(await page.run(() => document.activeElement.dataset.part), "lists", "and the focus is where it came from");
    // By hand: events as a finger makes them, so that engines whose driver has no touch can be asked too.
    const drag = (to) => page.run((to) => {
      const grip = document.querySelector(".grip");
      const from = grip.getBoundingClientRect().top + 15;
      grip.setPointerCapture = () => {};
      for (const [type, clientY] of [["pointerdown", from], ["pointermove", (from + to) / 2], ["pointermove", to], ["pointerup", to]]) {
        grip.dispatchEvent(new PointerEvent(type, { clientY, pointerId: 1, bubbles: true }));
      }
      grip.click();
    }, to);
    await open();
    await drag(40);
    assert.ok((await high()) > all * 0.8, "dragged up, it stays tall");
    await drag(all * 0.45);
    assert.equal(await high(), half);
    await drag(all - 80);
    assert.equal(await page.find("#lists").isDisplayed(), false, "dragged to the bottom it goes away");
    await page.nothingWrong();
  });
});

for (const language of ["en", "de", "fr", "es"]) {
  check(`nothing is wider than 320 pixels, nor cut in the bar: ${language}`, async () => {
    await onPhone(async (from) => {
      await page.run((language) => { location.search = `?lang=${language}`; }, language);
      await until("the page in that language", () => page.run((language) => location.search.endsWith(language) && document.documentElement?.lang === language && document.getElementById("theme-button")?.title && !document.getElementById("library-button").hidden, language));
      const fits = async (state) => {
        const wide = await page.run(() => [...document.querySelectorAll("body *")].filter((it) => {
          const { left, right, width } = it.getBoundingClientRect();
          return width > 0 && (right > innerWidth + 1 || left < -1) && !it.closest(".tabs, .skips, .visually-hidden, svg");
        }).map((it) => `${it.tagName}.${it.className} ${it.textContent.slice(0, 30)}`));
        assert.deepEqual(wide, [], state);
        assert.ok(await page.run(() => innerWidth === 320 && document.documentElement.scrollWidth <= 320), state);
      };
      await fits("empty");
      await page.paste({ "text/plain": seed });
      await until("the summary", async () => (await page.texts("#summary-lines .line")).length === 3);
      await fits("read");
      for (const part of ["lists", "legend", "export"]) {
        await page.run((part) => document.querySelector(`.phone-bar [data-part="${part}"]`).click(), part);
        await fits(part);
        if (part !== "lists") continue;
        for (const tab of ["outline", "timeline", "numbers", "keyphrases", "style", "own"]) {
          await page.run((tab) => document.getElementById(`tab-${tab}`).click(), tab);
          await fits(tab);
        }
      }
      await shoot(`narrow-${language}`, from);
      await page.nothingWrong();
    }, 320);
  });
}

if (engine === "chromium") {
  check("with the reader's own colours all that colour tells is still told", async () => {
    const media = (value) => page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value }] });
    await media("active");
    try {
      await page.readSeed();
      await page.find("#summary-lines .line").click();
      await page.find("#tab-outline").click();
      const seen = await page.run(() => {
        const style = (selector, pseudo) => getComputedStyle(document.querySelector(selector), pseudo);
        return {
          forced: matchMedia("(forced-colors: active)").matches,
          // What is chosen differs from what is not by more than a colour that is gone.
          length: style('[data-length="3"]').backgroundColor !== style('[data-length="5"]').backgroundColor,
          tab: style("#tab-outline").backgroundColor !== style("#tab-style").backgroundColor,
          share: style("#panel-outline .meter span").backgroundColor !== style("#panel-outline .meter").backgroundColor,
          button: style("#export-button").borderTopStyle === "solid" && style("#back-button").borderTopStyle === "solid",
          target: style("#article p", "::highlight(nutgraf-target)").backgroundColor !== style("#article p", "::highlight(nutgraf-key)").backgroundColor,
        };
      });
      assert.deepEqual(Object.entries(seen).filter(([, is]) => !is), []);
      await shoot("forced-colors");
      // Words of another kind within a key sentence are as dark on its fill as its own.
      await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }, { name: "prefers-color-scheme", value: "dark" }] });
      await page.press("\uE00C");
      const [x, y, wide, high] = await page.run(() => {
        const keys = [...CSS.highlights.get("nutgraf-key")].map((it) => new StaticRange(it));
        const date = [...CSS.highlights.get("nutgraf-date")].find((it) => keys.some((key) => key.startContainer === it.startContainer && key.startOffset <= it.startOffset && it.endOffset <= key.endOffset));
        date.startContainer.parentElement.scrollIntoView({ block: "center" });
        const range = document.createRange();
        range.setStart(date.startContainer, date.startOffset);
        range.setEnd(date.endContainer, date.endOffset);
        const { left, top, width, height } = range.getClientRects()[0];
        return [left, top, width, height * 0.7].map(Math.round);
      });
      const picture = await page.driver.takeScreenshot();
      const lights = await page.driver.executeAsyncScript(`
        const [picture, x, y, wide, high, done] = arguments;
        const image = new Image();
        image.onload = () => {
          const canvas = document.createElement("canvas").getContext("2d");
          canvas.canvas.width = wide;
          canvas.canvas.height = high;
          canvas.drawImage(image, -x, -y);
          const { data } = canvas.getImageData(0, 0, wide, high);
          const all = Array.from({ length: data.length / 4 }, (_, it) => data[it * 4] + data[it * 4 + 1] + data[it * 4 + 2]);
          done([Math.min(...all), Math.max(...all)]);
        };
        image.src = "data:image/png;base64," + picture;`, picture, x, y, wide, high);
      assert.ok(lights[1] - lights[0] > 300, `the words of a date, dark on light: ${lights}`);
      // axe-core asks for the colours of the style sheet, which are not those that are shown.
    } finally {
      await media("");
    }
  });

  check("on paper the summary comes first and whole, and what is only pressed is not there", async () => {
    await page.readSeed();
    await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
    // A sheet of paper is about as wide as a small tablet.
    await page.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: 700, height: 1000, deviceScaleFactor: 1, mobile: false });
    try {
      const cut = await page.run(() => [...document.querySelectorAll(".line > span")].filter((it) => getComputedStyle(it).overflow !== "visible" || getComputedStyle(it).webkitLineClamp !== "none").length);
      assert.equal(cut, 0, "no line is cut");
      const top = (selector) => page.run((selector) => document.querySelector(selector).getBoundingClientRect().top, selector);
      assert.ok((await top("#summary")) < (await top("#article")));
      for (const it of [".bar", "#ask", "#legend", ".copy", ".phone-bar", "#export-menu"]) assert.equal(await page.text(it), null, it);
      await shoot("paper");
    } finally {
      await page.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
      await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "" });
    }
  });

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

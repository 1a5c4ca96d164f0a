// The ways through the page and out of it: undo, marks as text, exports, links, long texts, texts from right to left.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { until } from "./harness/drive.mjs";
import { seed } from "./harness/page.mjs";
import { check, page, site, stage } from "./harness/stage.mjs";

const OTHER = "Rain stops play\n\nRain stopped play on Monday, said Ann Lee of the club. It was wet.\n\nNobody knows when the ground will be dry.";

stage();

check("what was replaced or cleared comes back, by the bar and by a key", async () => {
  await page.readSeed();
  await page.paste({ "text/plain": OTHER });
  await page.read();
  await page.take("#undo-button");
  await until("the former article", async () => /^Trump Envoy/.test(await page.text("#article h1")));
  assert.equal(await page.text("#undo-bar"), null, "the bar is gone");

  await page.find("#edit").click();
  await page.find("#clear-button").click();
  await until("an empty page", async () => (await page.state()) === "empty");
  await page.run(() => document.activeElement?.blur());
  await page.chord("z");
  await until("the article again", async () => /^Trump Envoy/.test(await page.text("#article h1") ?? ""));
  assert.equal(await page.field(), seed);
  await page.nothingWrong();
});

check("nothing that was typed is lost: for another text, by Clear, by Undo", async () => {
  const own = "I wrote this here. Nobody else has it.";
  const back = () => until("what was typed", async () => (await page.field()) === own);
  await page.open();
  await page.find("#text").click();
  await page.press(own);
  // At once: what was typed has not been read yet.
  await page.run(() => document.getElementById("sample-button").click());
  await until("the sample", async () => /K2-18b/.test(await page.text("#article h1") ?? ""));
  await page.take("#undo-button");
  await back();

  await page.find("#edit").click();
  await page.find("#clear-button").click();
  await until("an empty page", async () => (await page.state()) === "empty");
  assert.equal(await page.run(() => document.activeElement?.id), "text", "the button is gone, the field is there");
  await page.take("#undo-button");
  await back();

  // Into an article, at its beginning; then the article as it was; then what was typed again.
  await page.paste({ "text/plain": seed });
  await page.read();
  await page.find("#edit").click();
  assert.equal(await page.run(() => document.getElementById("text").scrollTop), 0, "its beginning is in sight");
  await page.press("Mine. ");
  await until("it to be read", async () => /mine\./i.test(await page.text("#article") ?? ""));
  await page.press("All mine. ");
  await page.take("#undo-button");
  await until("the article", async () => (await page.field()) === seed);
  await page.take("#undo-more");
  await until("the same with what was typed", async () => (await page.field()) === `Mine. All mine. ${seed}`);
  await until("it to be read", async () => /all mine\./i.test(await page.text("#article") ?? ""));
  // Typing on is no other text.
  await page.find("#edit").click();
  await page.press("Too. ");
  await page.chord(Key.ENTER);
  await until("the whole", async () => (await page.field()).length === `Mine. All mine. Too. ${seed}`.length && (await page.state()) === "read");
  assert.equal(await page.text("#undo-bar"), null);
  await page.nothingWrong();
});

check("a question stays while the text is edited", async () => {
  await page.readSeed();
  await page.press("/");
  await page.press("deadline");
  const asked = () => until("the answer", async () => /deadline/.test(await page.text("#summary-title") ?? ""));
  await asked();
  await page.run(() => document.getElementById("edit").click());
  await page.press("A new beginning. ");
  await until("it to be read", async () => /a new beginning\./i.test(await page.text("#article") ?? ""));
  await asked();
  assert.equal(await page.run(() => document.getElementById("ask").value), "deadline");
  await page.nothingWrong();
});

check("words dragged within the page are the browser's to move; others are read", async () => {
  await page.open();
  await page.find("#text").click();
  await page.press("First second.");
  /** Whether the page takes the drop. */
  const drop = (from) => page.run((from) => {
    const data = new DataTransfer();
    data.setData("text/plain", "second");
    const field = document.getElementById("text");
    const send = (name) => field.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
    if (from) send("dragstart");
    const taken = ["dragenter", "dragover", "drop"].map((name) => !send(name));
    if (from) send("dragend");
    return [...taken, !document.getElementById("drop").hidden].join();
  }, from);
  assert.equal(await drop("field"), "false,false,false,false");
  assert.equal(await page.field(), "First second.");
  assert.equal(await drop(null), "true,true,true,false");
  assert.equal(await page.field(), "second");
  await page.nothingWrong();
});

check("where there is nothing to read, the button says so and leads to the field", async () => {
  await page.open();
  for (const blank of ["", "  "]) {
    if (blank) await page.press(blank);
    await page.find("#analyze-button").click();
    await until("a word on it", async () => /^Nothing to read/.test(await page.text("#status") ?? ""));
    assert.equal(await page.state(), "empty");
    assert.equal(await page.run(() => document.activeElement?.id), "text");
  }
  await page.nothingWrong();
});

check("what is said is seen far down, too", async () => {
  await page.readSeed();
  await page.driver.manage().window().setRect({ width: 1280, height: 500 });
  try {
    await page.run(() => scrollTo(0, document.body.scrollHeight));
    await page.run(() => document.getElementById("copy-summary").click());
    await until("a word on it", async () => /Copied|did not let/.test(await page.text("#undo-bar") ?? ""));
    await page.drop("paper.pdf", "application/pdf", [...Buffer.from("%PDF-1.7")]);
    await until("the reason", async () => /is a PDF/.test(await page.text("#undo-bar") ?? ""));
    await page.nothingWrong();
  } finally {
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
  }
});

check("marks are told in words to who wants them so", async () => {
  await page.readSeed();
  const painted = await page.painted("quote");
  const text = await page.run(() => document.getElementById("article").textContent);
  await page.find("#marks-as-text").click();
  const marks = await page.run(() => [...document.querySelectorAll('#article mark[data-kind="quote"][data-begin]')].map((it) => [it.dataset.begin, it.textContent]));
  assert.equal(marks.length, painted.length);
  assert.deepEqual(new Set(marks.map(([name]) => name)), new Set(["quote"]));
  assert.equal(await page.run(() => document.getElementById("article").textContent), text, "no letter of the article changes");
  // The rail still leads to the right places.
  const line = page.find("#summary-lines .line");
  const sentence = await line.getText();
  await line.click();
  assert.equal((await page.painted("target")).join(""), sentence);
  await page.run(() => document.getElementById("marks-as-text").click());
  assert.equal(await page.run(() => document.querySelectorAll("#article mark").length), 0);
  assert.deepEqual(await page.painted("quote"), painted);
  await page.nothingWrong();
});

check("all marks go with one switch and come back with it", async () => {
  await page.readSeed();
  const painted = await page.painted("quote");
  const flip = () => page.run(() => document.getElementById("all-marks").click());
  await flip();
  assert.deepEqual(await page.painted("quote"), []);
  assert.equal(await page.run(() => document.querySelectorAll("#legend label.kind input:checked").length), 0);
  await flip();
  assert.deepEqual(await page.painted("quote"), painted);
  await page.run(() => document.getElementById("kind-quote").click());
  assert.ok(await page.run(() => document.getElementById("all-marks").checked), "some are on");
  await page.run(() => document.getElementById("kind-quote").click());
  await page.nothingWrong();
});

/** What a press on an entry of the export menu saves: its name and its text. */
async function saved(id) {
  await page.run(() => {
    window.__saved = [];
    URL.createObjectURL = (blob) => (blob.text().then((text) => window.__saved.push(text)), "#");
    HTMLAnchorElement.prototype.click = function () {
      window.__name = this.download;
    };
  });
  await page.find("#export-button").click();
  await page.find(`#${id}`).click();
  await until("the file", () => page.run(() => window.__saved.length > 0));
  return page.run(() => [window.__name, window.__saved[0]]);
}

check("saves a page of its own with the marks, plain text, Markdown, JSON and annotations", async () => {
  await page.readSeed();
  const headline = await page.text("#article h1");
  const [name, html] = await saved("save-html");
  assert.match(name, /^trump-envoy-.*\.html$/);
  for (const it of [headline, 'class="key', 'class="quote', "Where the talks stand"]) assert.ok(html.includes(it), it);
  assert.ok(!/<script|https?:\/\/(?!www\.w3)|<link|<img/.test(html), "it asks for nothing");
  // It shows the same marks, in the same words.
  site.instead["/__saved.html"] = [200, "text/html; charset=utf-8", html];
  const quotes = await page.painted("quote");
  const [, plain] = await saved("save-text");
  const [, markdown] = await saved("save-markdown");
  const [, json] = await saved("save-json");
  const [, annotations] = await saved("save-annotations");
  assert.ok(plain.startsWith(headline) && plain.includes("In short"));
  assert.ok(markdown.startsWith(`# ${headline}`));
  assert.equal(JSON.parse(json).text, seed);
  assert.equal(JSON.parse(annotations).type, "AnnotationPage");
  await page.nothingWrong();

  await page.driver.get(`${site.address}/__saved.html`);
  const shown = await page.run(() => document.querySelector("main").textContent);
  for (const it of quotes) if (shown.includes(it)) assert.ok((await page.run(() => [...document.querySelectorAll("mark.quote")].map((it) => it.textContent).join(""))).includes(it), it);
});

check("a link to a sentence finds it, and no other", async () => {
  // The first and the third sentence are the same; dashes, commas and ampersands are signs of the directive itself.
  const tricky = ["It was a wet-ish day, they said.", "Smith & Sons, a well-known firm, lost 40% of its value on Monday - or so it seemed.", "It was a wet-ish day, they said.", "Nobody at “Smith & Sons” wanted to comment on the long-awaited, much-feared, twice-postponed and finally cancelled report about the state of the dam above the town.", "The end of it all came at last."];
  const gap = '<div style="block-size:3000px"></div>';
  site.instead["/__article.html"] = [200, "text/html; charset=utf-8", `<!doctype html><html lang=en><title>x</title><body>${tricky.map((it, idx) => `${gap}<p id="p${idx}">${it.replaceAll("&", "&amp;")}</p>`).join("")}${gap}`];
  await page.open();
  const { links, plain } = await page.driver.executeAsyncScript(`
    const [tricky, done] = arguments;
    window.__recorded.load(location.origin + "/app/late/text-fragment.js").then(({ textFragment }) => {
      const text = tricky.join("\\n\\n");
      let at = 0;
      const blocks = tricky.map((it) => { const start = text.indexOf(it, at); at = start + it.length; return { start, end: at, role: "paragraph" }; });
      done({ links: blocks.map(({ start, end }) => textFragment({ text, blocks }, { start, end })), plain: text });
    });`, tricky);
  assert.ok(plain.includes(tricky[0]));
  assert.ok(links.every(Boolean), String(links));
  assert.match(links[1], /%26.*%2C|%2C.*%26/);
  assert.ok(!/[^-]-[^,]*wet-ish/.test(links[0]), links[0]);
  for (const [idx, link] of links.entries()) {
    await page.driver.get("about:blank");
    await page.driver.get(`${site.address}/__article.html#${link}`);
    const seen = await until(`paragraph ${idx} to be in sight (${link})`, () => page.run(() => {
      const found = [...document.querySelectorAll("p")].findIndex((it) => {
        const { top, bottom } = it.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      return found >= 0 && `p${found}`;
    }), 5000).catch((error) => error.message);
    assert.equal(seen, `p${idx}`, link);
  }
});

check("a long text stands there at once, tells how far it is, and can be given up", async () => {
  await page.readSeed();
  const long = seed.repeat(380);
  const told = await page.driver.executeAsyncScript(`
    const [text, done] = arguments;
    const said = new Set();
    const look = () => { said.add(document.getElementById("done").innerText.replaceAll("\\n", " ")); };
    new MutationObserver(look).observe(document.getElementById("done"), { childList: true, subtree: true, characterData: true });
    document.getElementById("status").replaceChildren();
    const transfer = new DataTransfer();
    transfer.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: transfer });
    document.body.dispatchEvent(event);
    const wait = () => /^Read /.test(document.querySelector("#status > span")?.textContent ?? "") ? done([...said]) : setTimeout(wait, 20);
    wait();`, long);
  assert.match(told.at(-1), /^Read [\d,]+ words/);
  // How far it came is told only where it takes long enough; whoever gives up keeps the text.
  for (const it of told.slice(0, -1).filter((it) => /Reading/.test(it))) assert.match(it, /Reading …( paragraph [\d,]+ of [\d,]+)? *Cancel/, it);
  await page.run((text) => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: transfer });
    document.body.dispatchEvent(event);
    const press = () => (document.getElementById("cancel") ? document.getElementById("cancel").click() : document.querySelector("#status > span")?.textContent.startsWith("Read ") || setTimeout(press, 5));
    document.getElementById("status").replaceChildren();
    press();
  }, `${long} `);
  await until("to be told either way", () => page.run(() => /^(Read|Cancelled)/.test(document.getElementById("status").textContent)), 30_000);
  await page.nothingWrong();
});

check("a text from right to left is laid out from right to left", async () => {
  await page.open();
  const text = "توقفت المباراة بسبب المطر\n\nقال المتحدث باسم النادي يوم الاثنين إن المباراة توقفت بسبب المطر الغزير. ولم يعرف أحد متى تجف الأرض.\n\nوأضاف أن التذاكر تبقى صالحة حتى نهاية الشهر. وسيعود المال لمن لا يستطيع الحضور.";
  await page.paste({ "text/plain": text });
  await page.read();
  const directions = await page.run(() => [...document.querySelectorAll("#article :is(h1, p)[dir]")].filter((it) => it.textContent.trim()).map((it) => getComputedStyle(it).direction));
  assert.ok(directions.length > 1 && directions.every((it) => it === "rtl"), String(directions));
  assert.equal(await page.run(() => getComputedStyle(document.getElementById("article")).direction), "rtl", "its margin, with the numbers, is on the right");
  await page.nothingWrong();
});

check("what the text keeps on one line stays on one line in the summary", async () => {
  await page.open();
  await page.paste({ "text/plain": "La pluie arrête le match\n\nLe prix des billets monte de 2,5\xa0% cette année, a dit lundi Paul Girard, du club de Lyon." });
  await page.read();
  assert.match((await page.texts("#summary-lines .line")).join(), /monte de 2,5\xa0% cette/);
  await page.nothingWrong();
});

check("lists are one stop of the Tab key; arrows move in them", async () => {
  await page.readSeed();
  await page.run(() => document.querySelector("#summary-lines .line").focus());
  await page.press(Key.ARROW_DOWN);
  assert.ok(await page.run(() => document.activeElement === document.querySelectorAll("#summary-lines .line")[1]));
  await page.press(Key.ARROW_RIGHT);
  assert.ok(await page.run(() => document.activeElement.classList.contains("copy")));
  await page.press(Key.TAB);
  assert.ok(await page.run(() => !document.getElementById("summary-lines").contains(document.activeElement)));
  assert.equal(await page.run(() => [...document.querySelectorAll("#summary-lines button")].filter((it) => it.tabIndex === 0).length), 1);
  // Single letters can be switched off.
  await page.run(() => document.activeElement?.blur());
  await page.press("n");
  assert.ok(await page.run(() => document.activeElement.classList.contains("line")));
  await page.press("?");
  await until("the help", () => page.run(() => document.getElementById("keys-dialog").open));
  await page.find("#letters").click();
  await page.press(Key.ESCAPE);
  await page.run(() => document.activeElement?.blur());
  await page.press("n");
  assert.ok(await page.run(() => !document.activeElement.classList.contains("line")));
  await page.run(() => localStorage.removeItem("nutgraf-keys"));
  await page.nothingWrong();
});

check("a file that the platform opens with the installed page is read", async () => {
  // No driver opens files with an app: this is the platform's queue, as the page sees it.
  site.early = `Object.defineProperty(window, "launchQueue", { value: { setConsumer(take) { take({ files: [{ getFile: async () => new File([${JSON.stringify(OTHER)}], "rain.txt", { type: "text/plain" }) }] }); } } });`;
  try {
    await page.open();
    await page.read();
    assert.equal(await page.text("#article h1"), "Rain stops play");
    assert.equal(await page.field(), OTHER);
    await page.nothingWrong();
  } finally {
    site.early = "";
  }
});

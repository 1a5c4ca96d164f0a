// The reader's own things in a real browser: marks, library, similar articles, reading aloud. ENGINE names the browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { By, Key } from "selenium-webdriver";
import { until } from "./harness/drive.mjs";
import { seed } from "./harness/page.mjs";
import { browser, check, page, stage } from "./harness/stage.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const earlier = `Harbor bridge closed after crack is found

Engineers closed the Harbor Bridge in Port Ellis on Monday after Maria Duarte, the city engineer, found a crack in its main girder. The bridge carries 40,000 cars a day.

"We will not take a risk with people's lives," Duarte told reporters. The city council of Port Ellis has asked the state of Oregon for money to repair the bridge. Repairs may take six weeks, the council said.

Ferries across the harbor will run until midnight while the bridge is closed.`;

const later = `Port Ellis gets money for its bridge

The state of Oregon will pay 12 million dollars to repair the Harbor Bridge in Port Ellis, the governor said on Friday. Engineers closed the Harbor Bridge after Maria Duarte, the city engineer, found a crack in its main girder.

Traffic on the coast road has doubled since then, and shops along Pier Street complain of empty tables. The ferries across the harbor run until midnight while the bridge is closed.`;

stage();

/** Opens the page, empty library, history off. */
async function fresh() {
  await page.open();
  await erase();
  await page.open();
  await ready();
}

function erase() {
  return page.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    localStorage.clear();
    const request = indexedDB.deleteDatabase("nutgraf-library");
    request.onsuccess = request.onerror = request.onblocked = () => done();`);
}

/** Waits until the parts that come behind the first answer are there. */
const ready = () => until("the late parts", () => page.run(() => !document.getElementById("library-button").hidden));

async function paste(text) {
  await page.paste({ "text/plain": text });
  // What is still being kept of the former text may speak over "Read …" when it is done: then the article itself tells.
  await page.read(6_000).catch(() => {});
  // Everything is there: the answer before may have come without the supplement.
  await until("the whole answer", () => page.run((text) => document.getElementById("article").textContent.includes(text.slice(0, 8)), text));
  await ready();
}

/** Selects words of the article as a reader does by dragging: from the first to the last. */
async function select(words) {
  assert.ok(await page.run((words) => {
    const root = document.getElementById("article");
    const nodes = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let it = walker.nextNode(); it; it = walker.nextNode()) if (!it.parentElement.closest("details")) nodes.push(it);
    const all = nodes.map((it) => it.data).join("");
    const start = all.indexOf(words);
    if (start < 0) return false;
    const place = (offset, end) => {
      for (const it of nodes) {
        if (offset < it.length || (end && offset === it.length)) return [it, offset];
        offset -= it.length;
      }
    };
    const range = document.createRange();
    range.setStart(...place(start, false));
    range.setEnd(...place(start + words.length, true));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return true;
  }, words), `“${words}” stands in the article`);
}

async function bar() {
  await until("the bar", () => page.run(() => !document.querySelector(".mark-bar").hidden));
}

/**
 * Marks words with a colour by the bar. The bar follows the selection a moment later, and a press may meet it on its way
 * and miss: a reader then selects and presses again.
 */
async function mark(words, colour = 1) {
  const isMarked = async () => (await page.painted(`own-${colour}`)).join("").includes(words.slice(0, 12));
  for (let n_left = 3; ; n_left--) {
    await select(words);
    await bar();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await page.find(`.mark-bar .own-${colour}`).click().catch((error) => {
      if (n_left === 1) throw error;
    });
    try {
      return await until(`“${words}” to be marked`, isMarked, n_left > 1 ? 3_000 : 15_000);
    } catch (error) {
      if (n_left === 1) throw error;
    }
  }
}

const own = async () => (await Promise.all([1, 2, 3, 4].map((it) => page.painted(`own-${it}`)))).map((it) => it.join(" | "));
const snack = () => page.text("#undo-bar");
const undo = () => page.take("#undo-button");

async function tab() {
  await page.run(() => document.getElementById("tab-own").click());
  return page.texts("#panel-own li");
}

/** Presses what a list scrolled by itself may hide from a driver. */
const press = (selector) => page.run((selector) => {
  const it = document.querySelector(selector);
  it.scrollIntoView({ block: "center" });
  it.click();
}, selector);

/** Catches what the page saves, and gives what the last file held. */
const catchFiles = () => page.run(() => {
  window.__files = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.__files.push(blob);
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () {};
});
const lastFile = () => page.driver.executeAsyncScript("const done = arguments[0]; window.__files.at(-1).text().then(done);");

/** Gives a file to one of the page's doors. */
const give = (id, name, content) => page.run((id, name, content) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  const input = document.getElementById(id);
  input.files = transfer.files;
  input.dispatchEvent(new Event("change"));
}, id, name, content);

async function accessible(state) {
  await page.driver.executeScript(axe);
  const violations = await page.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ["violations"] }).then(
      ({ violations }) => done(violations.map((it) => it.id + ": " + it.help + " " + it.nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + " " + (node.failureSummary || "")).join("; "))),
      (error) => done(["axe-core: " + error]),
    );`);
  assert.equal(violations.join("\n"), "", state);
}

async function history(on = true) {
  await page.find("#library-button").click();
  const box = page.find("#history");
  if ((await box.isSelected()) !== on) await box.click();
  await until("the switch", async () => (await page.run(() => localStorage.getItem("nutgraf-history"))) === (on ? "on" : "off"));
  await page.press(Key.ESCAPE);
}

const kept = (store) => page.driver.executeAsyncScript(`
  const [store, done] = arguments;
  // Looking at it must not make it.
  indexedDB.databases().then((all) => all.some((it) => it.name === "nutgraf-library") ? look() : done([]));
  const look = () => {
  const request = indexedDB.open("nutgraf-library");
  request.onsuccess = () => {
    const db = request.result;
    if (!db.objectStoreNames.contains(store)) { db.close(); return done([]); }
    const all = db.transaction(store).objectStore(store).getAll();
    all.onsuccess = () => { db.close(); done(all.result); };
  }; };`, store);

check("words are marked, recoloured, noted, taken away; each can be undone", async () => {
  await fresh();
  await paste(seed);
  const words = "security guarantees for Ukraine and potential territorial concessions to Russia";
  await mark(words);
  assert.match(await snack(), /Marked\. Kept until you close this tab/);
  assert.deepEqual(await own(), [words, "", "", ""]);

  // The bar stays at the mark: another colour.
  await page.find(".mark-bar .own-3").click();
  assert.deepEqual(await own(), ["", "", words, ""]);
  await undo();
  assert.deepEqual(await own(), [words, "", "", ""]);

  // The list tells it, and leads there.
  assert.match((await tab())[0], /security guarantees/);
  assert.equal(await page.text("#tab-own"), "Your marks · 1");
  await press("#panel-own .own-go");
  assert.deepEqual(await page.painted("target"), [words]);

  // Told in words, as the other marks are.
  await press("#marks-as-text");
  assert.equal(await page.run(() => document.querySelector("mark[data-kind=own-1]").dataset.begin), "Your mark");
  assert.equal((await page.findAll("mark[data-kind=own-1]")).length > 0 && (await own())[0].replaceAll(" | ", ""), words);
  await press("#marks-as-text");
  assert.deepEqual(await own(), [words, "", "", ""]);

  // A note is kept as it is typed.
  await press("#panel-own .own-acts button");
  await page.find("#mark-note").sendKeys("Ask who said so.");
  await accessible("the dialog of a mark");
  await page.press(Key.ESCAPE);
  assert.match((await tab())[0], /Ask who said so\./);
  await page.chord("z");
  assert.ok(!(await tab())[0].includes("Ask who"));

  // Delete takes it away, Control and Z brings it back.
  await page.run(() => document.querySelector("#panel-own .own-go").focus());
  await page.press(Key.DELETE);
  assert.deepEqual(await own(), ["", "", "", ""]);
  assert.match(await snack(), /Mark removed/);
  await page.run(() => document.activeElement.blur());
  await page.chord("z");
  assert.deepEqual(await own(), [words, "", "", ""]);
  await accessible("your marks");
  await page.nothingWrong();
});

check("marks may overlap and cross paragraphs; one is removed, exactly one", async () => {
  await fresh();
  await paste(later);
  await mark("dollars to repair the Harbor Bridge", 1);
  await mark("the Harbor Bridge in Port Ellis", 2);
  const across = "found a crack in its main girder.Traffic on the coast road";
  await mark(across, 4);
  const now = await own();
  assert.equal(now[0], "dollars to repair the Harbor Bridge");
  assert.equal(now[1], "the Harbor Bridge in Port Ellis");
  assert.equal(now[3].replace(" | ", ""), across);
  // A press on words with two marks means the shorter one.
  await page.run(() => getSelection().removeAllRanges());
  const at = await page.run(() => {
    const [it] = CSS.highlights.get("nutgraf-own-2");
    const range = document.createRange();
    range.setStart(it.startContainer, it.startOffset + 8);
    range.setEnd(it.startContainer, it.startOffset + 9);
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    const { left, top, height } = range.getBoundingClientRect();
    return { x: Math.round(left + 2), y: Math.round(top + height / 2) };
  });
  await page.driver.actions().move(at).click().perform();
  // Not the bar of the mark made last, which may stand there a moment longer.
  await until("the bar of the shorter mark", () => page.run(() => document.querySelector(".mark-bar:not([hidden]) [aria-pressed=true]")?.className === "own-2"));
  await page.driver.findElement(By.xpath("//*[@class='mark-bar']/button[. = 'Remove mark']")).click();
  assert.deepEqual((await own()).map((it) => it !== ""), [true, false, false, true]);
  assert.equal((await tab()).length, 2);
  await page.nothingWrong();
});

check("marks by keys alone: the sentence gone to, its colour, its note", async () => {
  await fresh();
  await paste(seed);
  await page.run(() => document.querySelector("#summary-lines .line").focus());
  await page.press(Key.ENTER);
  const [sentence] = await page.painted("target");
  await page.press("h");
  assert.deepEqual((await own())[0], sentence);
  await page.press("h");
  assert.equal(await page.run(() => document.activeElement.className), "own-1");
  await page.press(Key.ARROW_RIGHT, Key.ENTER);
  assert.deepEqual((await own())[1], sentence);
  await tab();
  await page.run(() => document.querySelector("#panel-own .own-go").focus());
  await page.press(Key.ARROW_DOWN, Key.ENTER);
  await until("the dialog", () => page.run(() => document.getElementById("own-dialog").open));
  await page.press(..."Check", Key.ESCAPE);
  assert.match((await tab())[0], /Check/);
  await page.nothingWrong();
});

check("marks stay with an edited text; what is gone is shown as an orphan", async () => {
  await fresh();
  await paste(later);
  await mark("shops along Pier Street complain", 2);
  await mark("the governor said", 1);
  await page.find("#edit").click();
  await page.run((text) => {
    const field = document.getElementById("text");
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, `A new first line.\n\n${later.replace("the governor said on Friday", "officials announced")}`);
  await until("the edited text", () => page.run(() => document.getElementById("article").textContent.includes("officials announced")));
  await until("the mark to follow", async () => (await own())[1] === "shops along Pier Street complain");
  assert.equal((await own())[0], "");
  const items = await tab();
  assert.equal(items.length, 2);
  assert.match(items[1], /the governor said[^]*not in the text any more/);
  assert.match(await page.text("#panel-own h3"), /Not found in this text/);
  await page.nothingWrong();
});

check("marks go out as Web Annotations and as Markdown, and come back the same", async () => {
  await fresh();
  await paste(later);
  await mark("shops along Pier Street complain", 2);
  await mark("12 million dollars", 4);
  await tab();
  await press("#panel-own .own-acts button");
  await page.find("#mark-note").sendKeys("Of which year?");
  await page.press(Key.ESCAPE);
  await catchFiles();
  for (const id of ["save-own-annotations", "save-own-markdown"]) {
    await press(`#${id}`);
    const file = await lastFile();
    const before = await tab();
    while ((await tab()).length > 0) {
      await page.run(() => [...document.querySelectorAll("#panel-own .own-acts button")].at(-1).click());
    }
    await give("marks-file", "marks", file);
    await until("the marks to be back", async () => (await tab()).length === 2);
    assert.deepEqual(await tab(), before);
    assert.deepEqual(await own(), ["", "shops along Pier Street complain", "", "12 million dollars"]);
    if (id === "save-own-annotations") {
      const { items } = JSON.parse(file);
      assert.deepEqual(items.map((it) => it.target.selector[0].exact), ["12 million dollars", "shops along Pier Street complain"]);
    }
    // A page of its own has them, with their notes.
    await page.run(() => document.getElementById("save-html").click());
    const html = await lastFile();
    for (const it of ['<mark class="own-2">shops along Pier Street complain</mark>', "12 million dollars", "Of which year?", "<h2>Your marks</h2>"]) assert.ok(html.includes(it), it);
    // The same file once more adds nothing.
    await give("marks-file", "marks", file);
    await until("words on it", async () => /2 marks taken in/.test((await snack()) ?? ""));
    assert.equal((await tab()).length, 2);
  }
  for (const [content, said] of [["{ broken", /no marks/], [JSON.stringify({ type: "AnnotationPage", items: [{ type: "Annotation", target: { selector: { type: "TextQuoteSelector", exact: "words of another article altogether" } } }] }), /None of these marks/], ['{"format":"nutgraf-library","version":1,"articles":[]}', /whole library/]]) {
    await give("marks-file", "marks.json", content);
    await until(String(said), async () => said.test((await page.text("#notes")) ?? ""));
    assert.equal((await tab()).length, 2, "what was there is there");
  }
  await page.nothingWrong();
});

check("the library is off at first; on, it keeps articles with their marks over a reload", async () => {
  await fresh();
  await paste(earlier);
  assert.equal(await page.run(() => localStorage.getItem("nutgraf-history")), null, "nothing is kept");
  assert.deepEqual(await kept("articles"), []);
  await mark("Repairs may take six weeks", 3);
  await page.find("#library-button").click();
  assert.equal(await page.find("#history").isSelected(), false);
  await accessible("library, off");
  await page.press(Key.ESCAPE);
  await history(true);
  await until("the article to be kept", async () => (await kept("articles")).length === 1);
  await paste(later);
  await until("both to be kept", async () => (await kept("articles")).length === 2);

  await page.open();
  await ready();
  await page.find("#library-button").click();
  await until("the list", async () => (await page.texts(".library-go")).length === 2);
  await accessible("library, on");
  // A search in the texts.
  await page.find("#library-search").sendKeys("six weeks");
  await until("one of them", async () => (await page.texts(".library-go")).length === 1);
  assert.match(await page.text(".library-list"), /Harbor bridge closed[^]*1 mark/);
  await page.find(".library-go").click();
  await page.read();
  await until("its mark", async () => (await own())[2] === "Repairs may take six weeks");

  // One is deleted, and brought back.
  await page.find("#library-button").click();
  await page.driver.findElement(By.css(".library-list .copy")).click();
  await until("one left", async () => (await page.texts(".library-go")).length === 1);
  await page.press(Key.ESCAPE);
  await undo();
  await until("it is back", async () => (await kept("articles")).length === 2);
  assert.equal((await kept("marks")).length, 1);

  // All of it, after a question.
  await page.find("#library-button").click();
  await page.find("#erase-all").click();
  await accessible("before all is erased");
  await page.find("#erase-no").click();
  await page.find("#erase-all").click();
  await page.find("#erase-yes").click();
  await until("nothing to be left", async () => (await kept("articles")).length + (await kept("texts")).length + (await kept("marks")).length === 0);
  await page.nothingWrong();
});

check("the library goes out as one file and comes back; a file that is not one is refused in words", async () => {
  await fresh();
  await paste(earlier);
  await history(true);
  await mark("Repairs may take six weeks", 3);
  await paste(later);
  await until("both to be kept", async () => (await kept("articles")).length === 2 && (await kept("marks")).length === 1);
  await catchFiles();
  await page.find("#library-button").click();
  await page.find("#export-all").click();
  await until("a file", () => page.run(() => window.__files.length > 0));
  const file = await lastFile();
  const before = { texts: await kept("texts"), marks: await kept("marks") };
  await page.find("#erase-all").click();
  await page.find("#erase-yes").click();
  await until("nothing to be left", async () => (await kept("articles")).length === 0);
  await give("library-file", "library.json", file);
  await until("it is back", async () => /2 articles and 1 mark taken in/.test(await page.text(".library-trouble") ?? ""));
  const texts = (all) => all.map((it) => it.text).sort();
  assert.deepEqual(texts(await kept("texts")), texts(before.texts));
  const bare = (all) => all.map(({ article, ...it }) => it);
  assert.deepEqual(bare(await kept("marks")), bare(before.marks));

  const data = JSON.parse(file);
  data.articles[0].text = 5;
  data.articles[1].marks.push({ exact: "" }, null);
  for (const [content, said] of [
    ["{ broken", /broken, or no library/],
    ["[]", /broken, or no library/],
    [JSON.stringify({ ...data, version: 99 }), /newer version/],
    [JSON.stringify({ type: "AnnotationPage", items: [] }), /marks of one article/],
    [JSON.stringify({ ...data, articles: [{ text: 5 }, null, { text: "A short text that is new.", marks: [{ exact: "short" }, {}] }] }), /1 article and 1 mark taken in; 3 entries left out/],
  ]) {
    await give("library-file", "library.json", content);
    await until(String(said), async () => said.test(await page.text(".library-trouble") ?? ""));
  }
  assert.equal((await kept("articles")).length, 3);
  await page.nothingWrong();
});

check("two tabs at once: neither loses what the other wrote", async () => {
  await fresh();
  await paste(later);
  await history(true);
  await until("it is kept", async () => (await kept("articles")).length === 1);
  const first = await page.driver.getWindowHandle();
  await page.driver.switchTo().newWindow("tab");
  const second = await page.driver.getWindowHandle();
  try {
    await page.open();
    await ready();
    await paste(later);
    await mark("12 million dollars", 1);
    await until("the second tab's mark", async () => (await kept("marks")).length === 1);
    await page.driver.switchTo().window(first);
    await until("it shows in the first", async () => (await own())[0] === "12 million dollars");
    await mark("shops along Pier Street", 2);
    await until("both are kept", async () => (await kept("marks")).length === 2);
    await page.driver.switchTo().window(second);
    await until("and show in the second", async () => (await own())[1] === "shops along Pier Street");
    assert.equal((await kept("articles")).length, 1, "one text is one article");
    await page.nothingWrong();
  } finally {
    await page.driver.switchTo().window(second);
    await page.driver.close();
    await page.driver.switchTo().window(first);
  }
  await page.nothingWrong();
});

check("storage that is refused or full is said in words, and all goes on", async () => {
  await fresh();
  await paste(later);
  await page.run(() => {
    indexedDB.open = () => { throw new DOMException("no", "SecurityError"); };
  });
  await history(true);
  assert.match(await snack(), /does not let the page keep anything/);
  await mark("12 million dollars", 1);
  assert.match(await snack(), /Kept until you close this tab/);
  assert.equal((await own())[0], "12 million dollars");
  await page.find("#library-button").click();
  assert.match(await page.text(".library-trouble"), /private window/);
  assert.equal((await page.texts(".library-go")).length, 1, "the library lasts as long as the tab");
  await page.press(Key.ESCAPE);

  await fresh();
  await paste(later);
  await history(true);
  await until("it is kept", async () => (await kept("articles")).length === 1);
  await page.run(() => {
    IDBObjectStore.prototype.put = function () { throw new DOMException("no room", "QuotaExceededError"); };
  });
  await mark("12 million dollars", 1);
  await until("words on it", async () => /no room left/.test((await snack()) ?? ""));
  assert.equal((await own())[0], "12 million dollars");
  await page.nothingWrong();
});

check("similar articles tell why, and what is new", async () => {
  await fresh();
  await paste(seed);
  assert.match(await page.text("#similar"), /once you keep a history/);
  await press("#keep-similar");
  await until("the history to be on", async () => (await kept("articles")).length === 1);
  await paste(earlier);
  await until("it is kept", async () => (await kept("articles")).length === 2);
  await until("nothing alike", async () => /None in your library yet/.test(await page.text("#similar") ?? ""));
  await paste(later);
  await until("the one alike", async () => (await page.texts(".similar-go")).length === 1);
  assert.match(await page.text(".similar-list"), /Harbor bridge closed after crack is found[^]*both: [^]*“Port Ellis”/);
  assert.match(await page.text("#new-title"), /New here: 2 of 4 sentences say what “Harbor bridge closed after crack is found” did not/);
  const news = await page.texts(".new-go");
  assert.deepEqual(news.map((it) => it.split(" ").slice(0, 3).join(" ")), ["The state of", "Traffic on the"]);
  await press("#mark-new");
  assert.equal((await page.painted("new")).length, 2);
  await accessible("similar articles");
  await press(".new-go");
  assert.match((await page.painted("target"))[0], /^The state of Oregon/);
  await press(".similar-go");
  await until("the other article", async () => /Harbor bridge closed/.test(await page.text("#article h1") ?? ""));
  await page.nothingWrong();
});

/** A voice that speaks as fast as a test likes; `late`: the voices come after a while. */
const voices = (list, late = 0) => page.run((list, late) => {
  const target = new EventTarget();
  let here = late ? [] : list;
  let speaking = null;
  window.__spoken = [];
  const stub = Object.assign(target, {
    getVoices: () => here,
    speak(it) {
      window.__spoken.push({ text: it.text, rate: it.rate, voice: it.voice?.name ?? null });
      speaking = it;
      setTimeout(() => speaking === it && it.onstart?.({}));
      setTimeout(() => { if (speaking === it && !window.__hold) { speaking = null; it.onend?.({}); } }, 40);
    },
    cancel() { speaking = null; },
  });
  Object.defineProperty(window, "speechSynthesis", { value: stub, configurable: true });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  if (late) setTimeout(() => { here = list; target.dispatchEvent(new Event("voiceschanged")); }, late);
}, list, late);

/** Opens the page with other voices than the browser's. */
async function withVoices(list, late) {
  await page.open();
  await erase();
  await voices(list, late);
  await ready();
}

const anna = { name: "Anna", voiceURI: "anna", lang: "en-US", localService: true, default: true };
const cloud = { name: "Cloud", voiceURI: "cloud", lang: "en-US", localService: false, default: false };
const hans = { name: "Hans", voiceURI: "hans", lang: "de-DE", localService: true, default: false };
const spoken = () => page.run(() => window.__spoken);

check("the article is read aloud, sentence by sentence, and followed", async () => {
  await withVoices([hans, cloud, anna]);
  await paste(later);
  await page.run(() => (window.__hold = true));
  await page.run(() => document.activeElement?.blur());
  await page.press("r");
  await until("the first sentence", async () => (await spoken()).length === 1);
  assert.deepEqual((await spoken())[0], { text: "Port Ellis gets money for its bridge", rate: 1, voice: "Anna" });
  assert.deepEqual(await page.painted("said"), ["Port Ellis gets money for its bridge"]);
  assert.deepEqual(await page.run(() => [...document.getElementById("speech-voice").options].map((it) => it.text)), ["Anna (en-US)", "Hans (de-DE)"], "no voice that sends the text away");
  await accessible("reading aloud");
  await page.press("r");
  assert.match(await page.text("#speech-toggle"), /Go on/);
  await page.run(() => {
    const speed = document.getElementById("speech-speed");
    speed.value = "1.5";
    window.__hold = false;
    window.__spoken.length = 0;
  });
  await page.find("#speech-toggle").click();
  await until("the end", async () => (await page.text("#speech")) === null);
  const all = await spoken();
  assert.equal(all.length, 5);
  assert.ok(all.every((it) => it.rate === 1.5) && all[0].text.startsWith("Port Ellis") && all[4].text.startsWith("The ferries"));
  assert.deepEqual(await page.painted("said"), []);
  await page.nothingWrong();
});

check("reading aloud stops for another text, and at Escape", async () => {
  await withVoices([anna]);
  await paste(later);
  await page.run(() => (window.__hold = true));
  await page.find("#listen-button").click();
  await until("it speaks", async () => (await spoken()).length === 1);
  await paste(earlier);
  assert.equal(await page.text("#speech"), null);
  await page.find("#listen-button").click();
  await until("it speaks", async () => (await spoken()).length === 2);
  assert.match((await spoken())[1].text, /^Harbor bridge closed/);
  await page.press(Key.ESCAPE);
  assert.equal(await page.text("#speech"), null);
  await page.nothingWrong();
});

check("voices that come late are waited for; absent ones are said", async () => {
  await withVoices([anna], 600);
  await paste(later);
  await page.run(() => (window.__hold = true));
  await page.find("#listen-button").click();
  await until("it speaks", async () => (await spoken()).length === 1);

  await withVoices([]);
  await paste(later);
  await page.find("#listen-button").click();
  await until("words on it", async () => /No voice is installed/.test(await page.text("#speech") ?? ""));
  await withVoices([cloud]);
  await paste(later);
  await page.find("#listen-button").click();
  await until("words on it", async () => /may send the text to a server/.test(await page.text("#speech") ?? ""));
  assert.deepEqual(await spoken(), [], "nothing is read without the reader's word");
  await page.run(() => (window.__hold = true));
  await page.find("#speech-allow").click();
  await until("it speaks", async () => (await spoken())[0]?.voice === "Cloud");
  await withVoices([hans]);
  await paste(later);
  await page.find("#listen-button").click();
  await until("words on it", async () => /No voice for English is installed/.test(await page.text("#speech") ?? ""));
  assert.ok((await spoken()).length >= 1, "it speaks all the same");
  await page.nothingWrong();
});

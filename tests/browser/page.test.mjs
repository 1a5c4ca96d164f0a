// The page in a real browser: what a person does, and what a person then sees. ENGINE names the browser.

import assert from "node:assert/strict";
import { By, Key } from "selenium-webdriver";
import { odd, torn } from "../wasm/texts.mjs";
import { engine, until } from "./harness/drive.mjs";
import { seed } from "./harness/page.mjs";
import { check, page, site, stage } from "./harness/stage.mjs";

const HEADLINE = "Trump Envoy Steve Witkoff to Meet Putin in Moscow as U.S.-Ukraine Talks Continue";
const HEADINGS = ["Where the talks stand", "Incentives and pressure", "Conflict background"];

stage();

check("the page opens ready to paste into", async () => {
  await page.open();
  assert.match(await page.driver.getTitle(), /nutgraf/);
  assert.equal(await page.run(() => document.querySelectorAll("h1").length), 1);
  const field = page.find("#text");
  assert.equal(await field.getAccessibleName().catch(() => "Article text"), "Article text");
  assert.ok(await field.isDisplayed());
  assert.equal(await page.state(), "empty");
  await page.nothingWrong();
});

check("an article pasted by keys is split, summarized and marked; nothing is asked of the net", async () => {
  await page.copyElsewhere(seed);
  const loaded = [...site.requests];
  await page.pasteByKeys();
  assert.match(await page.read(), /^Read [34]\d\d words/);

  assert.equal(await page.field(), seed, "the text stays in the field");
  assert.equal(await page.text("#article h1"), HEADLINE);
  assert.match(await page.text("#article .standfirst"), /^Steve Witkoff, President Trump’s special envoy, will travel to Moscow/);
  assert.deepEqual(await page.texts("#article .crosshead"), HEADINGS);
  assert.match(await page.text("#article details.furniture summary"), /set aside/);
  assert.ok(!(await page.texts("#article > p")).includes("Similar Articles"));

  const lines = await page.texts("#summary-lines .line");
  assert.equal(lines.length, 3);
  for (const it of lines) assert.ok(seed.includes(it), `the article's own words: ${it}`);

  const painted = Object.fromEntries(await Promise.all(["key", "quote", "person", "organization", "place", "date", "number"].map(async (kind) => [kind, await page.painted(kind)])));
  assert.deepEqual(painted.key, lines, "the summary's sentences are marked");
  assert.ok(painted.quote.some((it) => it.includes("My deadline is when the war is over")), String(painted.quote));
  assert.ok(painted.person.some((it) => /Zelensky/.test(it)), String(painted.person));
  assert.ok(painted.place.includes("Moscow"), String(painted.place));
  assert.ok(painted.organization.includes("White House"), String(painted.organization));
  assert.ok(painted.date.includes("February 2022"), String(painted.date));
  assert.ok(painted.number.some((it) => /20%/.test(it)), String(painted.number));

  assert.deepEqual(site.requests, loaded, "no request after load");
  assert.deepEqual(await page.run(() => performance.getEntriesByType("resource").map((it) => it.name).filter((it) => !it.startsWith(location.origin))), []);
  await page.nothingWrong();
});

check("a line of the summary leads to its sentence and back", async () => {
  await page.readSeed();
  const lines = await page.findAll("#summary-lines .line");
  const last = lines.at(-1);
  const sentence = await last.getText();
  await last.click();
  assert.deepEqual(await page.painted("target"), [sentence]);
  assert.ok(await until("the sentence to be in sight", () => page.inSight("target")));
  assert.ok(await page.run(() => document.getElementById("article").contains(document.activeElement)), "the focus is at the sentence");

  const back = page.find("#back-button");
  assert.ok(await back.isDisplayed());
  await back.click();
  assert.equal(await page.run(() => document.activeElement?.textContent), sentence);
  assert.deepEqual(await page.painted("target"), []);

  // The same by keys alone.
  await page.run(() => document.querySelector("#summary-lines .line").focus());
  const first = await page.run(() => document.activeElement.textContent);
  await page.press(Key.ENTER);
  assert.deepEqual(await page.painted("target"), [first]);
  await page.press(Key.ESCAPE);
  assert.equal(await page.run(() => document.activeElement?.textContent), first);
  await page.nothingWrong();
});

check("the paragraph that says why the story matters is named, marked, and led to", async () => {
  await page.readSeed();
  assert.equal(await page.find("#nut-graf").isDisplayed(), false, "the sample has none");
  const scene = "Every morning at six Ivar Holm unlocks the small blue ferry and waits for people who no longer come.";
  const why = "But the crossing he keeps open has become the test of a plan that reaches far beyond the fjord. For the first time the county wants to let villages run their own ferries, as part of a wider effort to save routes that a growing number of towns have lost.";
  const rest = ["The council will vote on the plan in March.", "Holm bought the ferry in 1998 with money from his aunt.", "The crossing takes nine minutes, in winter eleven.", "It carries twelve cars and a hundred people.", "On the other side stand a school, a shop and a church."];
  await page.paste({ "text/plain": ["Village ferries may stay", scene, "The lamp swings in the wind while the engine warms up below.", why, ...rest].join("\n\n") });
  await until("the nut graf", () => page.find("#nut-graf").isDisplayed());
  assert.match(await page.text("#nut-graf"), /^Why it matters: ¶ 3$/);
  assert.deepEqual(await page.texts(".nut-graf"), [why]);
  await page.find("#nut-graf").click();
  assert.equal((await page.painted("target")).join(" "), why);
  await page.press(Key.ESCAPE);
  assert.match(await page.run(() => document.activeElement?.textContent), /^Why it matters/);
  await page.nothingWrong();
});

check("a press on a sentence of the summary in the article shows its line, from which the way back leads", async () => {
  await page.readSeed();
  const lines = await page.texts("#summary-lines .line");
  /** Presses into the article as a hand does. */
  const press = async (selector, words) => {
    const { x, y } = await page.run((selector, words) => {
      const element = [...document.querySelectorAll(selector)].find((it) => it.textContent.includes(words));
      element.scrollIntoView({ block: "center" });
      const range = document.createRange();
      const at = element.firstChild.data.indexOf(words);
      range.setStart(element.firstChild, at + 2);
      range.setEnd(element.firstChild, at + 3);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
    }, selector, words);
    await page.driver.actions().move({ x, y }).click().perform();
  };
  const on = () => page.texts("#summary-lines .on .line");
  await press("#article p", lines[1].slice(0, 40));
  assert.deepEqual(await on(), [lines[1]]);
  assert.deepEqual(await page.painted("target"), [lines[1]]);
  await press("#article h1", "Trump");
  assert.deepEqual(await on(), [lines[1]], "what no line says changes nothing");
  await page.find("#back-button").click();
  assert.equal(await page.run(() => document.activeElement?.textContent), lines[1]);
  assert.deepEqual(await on(), []);
  await page.nothingWrong();
});

check("where nobody is named, the list is headed by what it holds", async () => {
  await page.open();
  await page.paste({ "text/plain": "Rain stops play\n\nRain stopped play on the hill after two hours. “We will be back tomorrow,” a spokesman said. Some 400 guests had waited under umbrellas." });
  await page.read();
  await until("the list", () => page.find("#panel-people h3").isDisplayed());
  assert.equal((await page.texts("#panel-people h3"))[0].replace(/\s+/g, " "), "Quotes 1");
  await page.nothingWrong();
});

check("the outline tells of each section how much of it the summary names", async () => {
  await page.readSeed();
  await page.find("#tab-outline").click();
  const told = await page.texts("#panel-outline .spoken");
  const lines = told.map((it) => /^(\d+|no) lines? of the summary · \d+% of its themes named$/.exec(it)?.[1]);
  assert.equal(lines.reduce((sum, it) => sum + (Number(it) || 0), 0), 3, told.join("; "));
  // A longer summary is told of at once.
  await page.find('#summary [data-length="8"]').click();
  await until("8 lines", async () => (await page.texts("#panel-outline .spoken")).reduce((sum, it) => sum + (Number.parseInt(it) || 0), 0) === 8);
  await page.nothingWrong();
});

check("the lists tell people, places, quotes with speakers, dates, numbers and keyphrases", async () => {
  await page.readSeed();
  const people = await page.texts("#panel-people .voice");
  const voice = (name) => people.find((it) => it.split("\n")[0].includes(name)) ?? "";
  assert.match(voice("Trump"), /My deadline is when the war is over/, people.join("\n--\n"));
  assert.match(voice("Zelensky"), /some tough issues/, people.join("\n--\n"));
  assert.ok(voice("Putin"), people.join("\n--\n"));
  assert.ok((await page.texts("#panel-people .names.place li")).some((it) => it.startsWith("Moscow")));
  assert.ok((await page.texts("#panel-people .names.organization li")).some((it) => it.startsWith("White House")));

  const open = async (tab) => {
    await page.find(`#tab-${tab}`).click();
    return page.text(`#panel-${tab}`);
  };
  for (const it of HEADINGS) assert.ok((await open("outline")).includes(it), it);
  assert.match(await open("timeline"), /February 2022/);
  assert.match(await open("numbers"), /20%/);
  assert.ok((await open("keyphrases")).length > 20);
  assert.match(await open("style"), /[34]\d\d/);

  // An entry leads to its place; arrows move between the tabs.
  await page.find("#tab-numbers").click();
  const entry = page.driver.findElement(By.xpath("//*[@id='panel-numbers']//button[contains(., '20%')]"));
  // The lists scroll on their own; WebKit's driver does not bring into sight what lies deep in them.
  await page.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", entry);
  await entry.click();
  assert.match((await page.painted("target")).join(), /20%/);
  assert.ok(await until("the number to be in sight", () => page.inSight("target")));
  await page.run(() => document.getElementById("tab-numbers").focus());
  await page.press(Key.ARROW_LEFT);
  assert.equal(await page.run(() => document.activeElement?.id), "tab-timeline");
  assert.ok(await page.find("#panel-timeline").isDisplayed());
  // Whoever looks at a name sees where it leads. The hand is off the list: what scrolls below it is looked at, too.
  await page.driver.actions().move({ x: 5, y: 5 }).perform();
  await page.run(() => document.getElementById("tab-people").click());
  const name = await page.run(() => {
    const button = document.querySelector("#panel-people .name-button");
    button.focus();
    return button.querySelector(".name").textContent;
  });
  const [tinted] = await page.painted("tint");
  assert.ok(tinted && name.includes(tinted.split(" ").at(-1)), `${name}: ${tinted}`);
  await page.nothingWrong();
});

check("the legend switches each kind off and on", async () => {
  await page.readSeed();
  for (const kind of ["key", "quote", "person", "place", "organization", "date", "number"]) {
    const marks = await page.painted(kind);
    assert.ok(marks.length > 0, kind);
    const box = page.find(`#kind-${kind}`);
    await box.click();
    assert.deepEqual(await page.painted(kind), [], `${kind} is off`);
    await page.run((kind) => document.getElementById(`kind-${kind}`).focus(), kind);
    await page.press(Key.SPACE);
    assert.deepEqual(await page.painted(kind), marks, `${kind} is on again`);
  }
  await page.nothingWrong();
});

check("the length of the summary is the reader's choice", async () => {
  await page.readSeed();
  const lines = () => page.texts("#summary-lines .line");
  for (const n of [8, 5, 3]) {
    await page.find(`#summary [data-length="${n}"]`).click();
    await until(`${n} lines`, async () => (await lines()).length === n);
  }
  await page.run(() => document.getElementById("summary-length").focus());
  await page.press(Key.ARROW_RIGHT);
  await until("4 lines", async () => (await lines()).length === 4);
  assert.deepEqual(await page.painted("key"), await lines());
  await page.nothingWrong();
});

check("the summary turns to a question", async () => {
  await page.readSeed();
  await page.find("#ask").sendKeys("sanctions on oil companies", Key.ENTER);
  await until("an answer", async () => (await page.texts("#summary-lines .line")).some((it) => it.includes("oil companies")));
  assert.match(await page.text("#summary-title"), /sanctions on oil companies/);
  await page.find("#ask-clear").click();
  await until("the plain summary", async () => (await page.text("#summary-title")) === "In short");
  await page.nothingWrong();
});

check("text is read while it is typed", async () => {
  await page.open();
  const text = "Rain stopped play on Monday. “We will be back,” said Ann Lee.";
  await page.find("#text").sendKeys(text);
  await page.read();
  assert.equal(await page.field(), text);
  await until("the quote", async () => (await page.painted("quote")).some((it) => it.includes("We will be back")));
  await page.nothingWrong();
});

check("a button reads as well, and so does Control and Enter", async () => {
  for (const press of [() => page.find("#analyze-button").click(), () => page.chord(Key.ENTER)]) {
    await page.open();
    await page.run((text) => {
      const field = document.getElementById("text");
      field.focus();
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, seed);
    await press();
    await page.read();
    assert.equal(await page.text("#article h1"), HEADLINE);
    await until("the field to fold", async () => (await page.state()) === "read");
  }
  await page.nothingWrong();
});

check("a sample is there to try", async () => {
  await page.open();
  await page.find("#sample-button").click();
  await page.read();
  assert.ok((await page.text("#article h1")).length > 10);
  assert.equal((await page.texts("#summary-lines .line")).length, 3);
  await page.nothingWrong();
});

check("a newer paste makes the older answer void", async () => {
  await page.open();
  const long = "An older text that nobody wants any more was pasted on Monday in London. ".repeat(14_000);
  await page.paste({ "text/plain": long });
  await page.paste({ "text/plain": seed });
  await until("the newer article", async () => (await page.text("#article h1")) === HEADLINE, 30_000);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal(await page.text("#article h1"), HEADLINE, "the older answer does not come after it");
  assert.equal(await page.field(), seed);
  await page.nothingWrong();
});

check("a worker that falls costs an answer, not the text", async () => {
  await page.readSeed();
  const text = "Now please let the worker fall. It rained on Monday.";
  await page.paste({ "text/plain": text });
  await until("a clear message", async () => /stopped/.test(await page.text("#notes") ?? ""));
  assert.equal(await page.field(), text);
  await page.paste({ "text/plain": seed });
  await page.read();
  assert.equal(await page.text("#article h1"), HEADLINE, "another worker answers");
  assert.ok((await page.run(() => window.__recorded.workers.length)) >= 2);
});

check("nothing that is pasted becomes markup", async () => {
  const nasty = [
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
    '<svg onload="window.hacked=1"></svg> said <iframe srcdoc="<script>top.hacked=1</script>"></iframe> on Monday.',
    "<a href=\"javascript:window.hacked=1\">Ann Lee</a> &lt;b&gt; ${window.hacked=1} {{window.hacked=1}}",
  ].join("\n\n");
  const page_ = `<!doctype html><title>x</title><h1 onclick="window.hacked=1">Rain <b>stops</b> play</h1>${nasty}<p>It rained on Monday, said Ann Lee. It was wet.</p><img src="/tracker.png"><link rel=stylesheet href="/tracker.css"><video src="/tracker.mp4" autoplay></video><style>@import "/tracker2.css"</style>`;
  await page.open();
  const loaded = [...site.requests];
  for (const data of [{ "text/plain": nasty }, { "text/plain": page_ }, { "text/plain": nasty, "text/html": page_ }]) {
    await page.paste(data);
    await page.read();
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(await page.run(() => window.hacked ?? null), null);
    assert.equal(await page.run(() => document.querySelectorAll("#results :is(img, script, iframe, a, video, style, link, b)").length), 0);
    assert.equal(await page.run(() => [...document.querySelectorAll("#results *, #notes *, #done *")].filter((it) => [...it.attributes].some(({ name }) => name.startsWith("on"))).length), 0);
  }
  await page.paste({ "text/plain": nasty });
  await page.read();
  assert.ok((await page.text("#article")).includes('<img src=x onerror="window.hacked=1">'), "it is shown as the text that it is");
  assert.deepEqual(site.requests, loaded, "nothing that it names is asked for");
  // Parsing HTML, even into a document that is never shown, makes Chromium tell what the policy would refuse there.
  const told = (await page.problems()).filter((it) => !/^policy: (script-src-attr|style-src-elem|style-src-attr) inline /.test(it));
  assert.deepEqual(told, []);
});

check("rich text that is pasted keeps its structure", async () => {
  await page.open();
  const html = `<nav><a href=/>Home</a> <a href=/x>Share</a></nav><article><h1>Rain stops play</h1>
    <p>Rain stopped play on Monday, the club said in a statement on its page, and nobody knows when the ground will be dry again.</p>
    <p>The captain, Ann Lee, said that the players had waited for six hours in the pavilion before they were sent home.</p>
    <h2>What comes next</h2>
    <p>The club plans to play the match on the third Saturday of the month, when the weather is said to be better than it was.</p>
    <ul><li>Tickets that were bought for Monday stay valid for the new date, the club said.</li>
    <li>Whoever cannot come gets the money back until the end of the month, it added.</li></ul></article>`;
  await page.paste({ "text/html": html, "text/plain": html.replace(/<[^>]*>/g, "").replace(/\n */g, "\n") });
  await page.read();
  assert.equal(await page.text("#article h1"), "Rain stops play");
  assert.deepEqual(await page.texts("#article .crosshead"), ["What comes next"]);
  assert.equal((await page.findAll("#article li")).length, 2);
  await page.nothingWrong();
});

check("a file is read when it is dropped, and when it is chosen", async () => {
  await page.open();
  await page.drop("article.txt", "text/plain", [...Buffer.from(seed)]);
  await page.read();
  assert.equal(await page.text("#article h1"), HEADLINE);
  assert.equal(await page.field(), seed);

  await page.drop("picture.png", "image/png", Array.from({ length: 3000 }, (_, it) => (it * 7919) & 0xff));
  await until("a clear message", async () => /picture\.png/.test(await page.text("#status") ?? ""));
  assert.equal(await page.field(), seed, "the text stays in the field");

  await page.drop("page.html", "text/html", [...Buffer.from("<!doctype html><meta charset=utf-8><h1>Rain stops play</h1><p>Rain stopped play on Monday — it was wet.</p>")]);
  await until("the other article", async () => (await page.text("#article h1")) === "Rain stops play");
  assert.match(await page.text("#article"), /Monday — it was wet/);

  // As the platform reads them: by what the page says, and, where nothing is said and UTF-8 fails, as Windows-1252.
  const file = (head, bytes) => [...Buffer.from(`<!doctype html>${head}<h1>`), ...bytes, ...Buffer.from("</h1><p>Rain stopped play on Monday, the captain said.</p>")];
  for (const [head, bytes, headline] of [
    ["<meta charset=windows-1251>", [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], "Привет"],
    ["", [0x93, 0x5a, 0x6f, 0xeb, 0x94], "“Zoë”"],
    ["<meta charset=nonsense>", [...Buffer.from("Zoë — so")], "Zoë — so"],
  ]) {
    await page.drop("page.html", "text/html", file(head, bytes));
    await until(headline, async () => (await page.text("#article h1")) === headline);
  }
  await page.drop("page.txt", "text/plain", [0xff, 0xfe, ...Buffer.from("Zoë was late on Monday, the captain said.", "utf16le")]);
  await until("UTF-16", async () => /^Zoë was late/.test(await page.field()));

  await page.open();
  await page.find("#file").sendKeys(new URL("../data/seed/article.txt", import.meta.url).pathname);
  await page.read();
  assert.equal(await page.text("#article h1"), HEADLINE);
  await page.nothingWrong();
});

check("any text gives an answer or a note, and stays in the field", async () => {
  await page.open();
  const long = seed.repeat(380);
  for (const [name, text] of [...odd, ...torn, ["a million characters", long]]) {
    await page.run(() => document.getElementById("clear-button").click());
    await until(`${name}: the field to be empty`, async () => (await page.field()) === "" && (await page.state()) === "empty");
    // As a browser puts text into a field: halves of pairs included, which no driver can send.
    const codes = name === "a million characters" ? null : Array.from({ length: text.length }, (_, it) => text.charCodeAt(it));
    await page.run((codes, text) => {
      const field = document.getElementById("text");
      field.value = codes ? codes.map((it) => String.fromCharCode(it)).join("") : text;
      document.getElementById("status").textContent = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, codes, codes ? null : text);
    if (text !== "") {
      await until(`${name}: an answer or a note`, () => page.run(() => /^(Read|Nothing)/.test(document.querySelector("#status > span")?.textContent ?? "") || !document.getElementById("notes").hidden), 40_000);
    }
    // A field makes every kind of line end the same; the value is otherwise untouched.
    const same = await page.run((codes, text) => {
      const given = (codes ? codes.map((it) => String.fromCharCode(it)).join("") : text).replace(/\r\n?/g, "\n");
      return document.getElementById("text").value === given;
    }, codes, codes ? null : text);
    assert.ok(same, `${name}: the text stays in the field`);
    assert.deepEqual(await page.problems(), [], name);
  }
});

check("all can be done by keys", async () => {
  await page.readSeed();
  await page.run(() => document.activeElement?.blur());
  await page.press("?");
  await until("the help", () => page.run(() => document.getElementById("keys-dialog").open));
  await page.press(Key.ESCAPE);
  await until("the help to close", () => page.run(() => !document.getElementById("keys-dialog").open));
  // Every stop of the Tab key can be seen, from the first one to the last. Not a second round: that one comes in from
  // the browser's own bars, and Firefox then shows no ring while it has no window.
  const first = await page.run(() => {
    const it = document.querySelector("a, button, input, textarea, summary");
    it.focus();
    return it.textContent;
  });
  assert.equal(first, "Skip to the summary");
  const seen = new Set();
  for (let n = 0; n < 80; n++) {
    await page.press(Key.TAB);
    const at = await page.run(() => {
      const it = document.activeElement;
      if (!it || it === document.body) return null;
      const style = getComputedStyle(it);
      const { width, height } = it.getBoundingClientRect();
      return { name: it.id || it.textContent.slice(0, 40) || it.className, seen: width > 0 && height > 0 && style.visibility === "visible", ringed: style.outlineStyle !== "none" || style.boxShadow !== "none" || it.tagName === "INPUT" };
    });
    if (!at || at.name === first) break;
    assert.ok(at.seen, `the focus is somewhere that is not shown: ${at.name}`);
    assert.ok(at.ringed, `the focus cannot be seen on ${at.name}`);
    seen.add(at.name);
  }
  assert.ok(seen.size > 12 && seen.has("kind-quote") && seen.has("ask"), [...seen].join(", "));
  await page.nothingWrong();
});

check("a warm answer, as the page tells it", async (t) => {
  await page.readSeed();
  const times = [];
  for (let n = 0; n < 8; n++) {
    await page.paste({ "text/plain": `${seed}${" ".repeat(n + 1)}` });
    times.push(await page.read());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // Told, not judged: a busy machine says nothing of us.
  t.diagnostic(`${engine}: ${times.at(-1)}`);
});

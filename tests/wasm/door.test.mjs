// The core through its real door, in Node: what JavaScript gets is what the contract of the view says, and
// the very JSON that the native program prints. NUTGRAF_CLI names that program.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { analyze, seed, version } from "./load.mjs";
import { odd, torn } from "./texts.mjs";

/** Every span of a view, with a word for where it stands. */
function* spans(view) {
  for (const part of ["blocks", "sentences", "tokens", "quotes", "quantities", "dates"]) {
    for (const it of view[part] ?? []) yield [part, it];
  }
  for (const part of ["entities", "keyphrases"]) {
    for (const it of view[part] ?? []) for (const mention of it.mentions) yield [part, mention];
  }
  for (const it of view.quotes ?? []) {
    if (it.speaker) yield ["speaker", it.speaker];
    if (it.cue) yield ["cue", it.cue];
  }
}

function checkSpans(view) {
  for (const [part, { start, end }] of spans(view)) {
    assert.ok(0 <= start && start < end && end <= view.text.length, `${part} ${start}..${end}`);
    const cuts = (at) => /[\ud800-\udbff]/.test(view.text[at - 1] ?? "") && /[\udc00-\udfff]/.test(view.text[at] ?? "");
    assert.ok(!cuts(start) && !cuts(end), `${part} ${start}..${end} cuts a character`);
  }
}

test("the seed article is read as a person reads it", () => {
  const view = analyze(seed);
  assert.equal(view.schema, 1);
  assert.equal(view.offsets, "utf16");
  assert.equal(view.text, seed);
  assert.match(view.metadata.headline, /^Trump Envoy Steve Witkoff/);
  assert.equal(view.tokens, null);
  const slice = ({ start, end }) => view.text.slice(start, end);
  assert.equal(slice(view.blocks[0]), "CRBC News");
  assert.equal(view.summary.sentences.length, 3);
  assert.ok(view.summary.sentences.every((it) => slice(view.sentences[it]).length > 20));
  assert.ok(view.quotes.some((it) => slice(it).includes("My deadline is when the war is over")));
  checkSpans(view);
});

test("offsets count UTF-16 units", () => {
  const text = "🌧🌧 Rain stops play\n\n🌧 Rain stopped play on 3 May 2021. 👍 \"We will be back,\" said Ann Lee.";
  const view = analyze(text, { only: "sentences,dates,quotes,tokens", furniture: "none" });
  const slice = ({ start, end }) => text.slice(start, end);
  assert.ok(view.dates.some((it) => slice(it) === "3 May 2021"), JSON.stringify(view.dates.map(slice)));
  assert.ok(view.quotes.some((it) => slice(it).includes("We will be back,")));
  assert.ok(view.tokens.some((it) => slice(it) === "Rain"));
  assert.equal(view.summary, null);
  checkSpans(view);
});

for (const [name, text] of [...odd, ...torn]) {
  test(`any text gives an answer: ${name}`, () => {
    const view = analyze(text, { only: "metadata,blocks,sections,sentences,tokens,summary,nut_graf,keyphrases,entities,quotes,quantities,dates,timeline,statistics" });
    assert.ok(view.text === text, "the text comes back untouched");
    checkSpans(view);
  });
}

test("an option that makes no sense is told by a code and a message", () => {
  for (const request of [{ sentences: -1 }, { sentences: 1.5 }, { ratio: 2 }, { sentences: 3, ratio: 0.5 }, { furniture: "some" }, { only: "everything" }, { sentences: "three" }]) {
    assert.throws(() => analyze("It rained.", request), (error) => {
      assert.ok(error instanceof Error);
      assert.equal(error.code, "bad_option");
      assert.ok(error.message.length > 10, error.message);
      return true;
    }, JSON.stringify(request));
  }
  assert.equal(analyze("It rained.").text, "It rained.", "the door still works afterwards");
});

test("options reach the analysis", () => {
  assert.equal(analyze(seed, { sentences: 5 }).summary.sentences.length, 5);
  assert.equal(analyze(seed, { sentences: 0 }).summary.sentences.length, 0);
  assert.ok(analyze(seed, { ratio: 1 }).summary.sentences.length > 10);
  assert.equal(analyze(seed, { words: 1 }).summary.sentences.length, 1);
  assert.equal(analyze(seed, { query: "sanctions on oil companies" }).summary.query, "sanctions on oil companies");
  for (const none of [undefined, null, {}]) assert.deepEqual(analyze(seed, none), analyze(seed));
});

test("a second call gives the same value", () => {
  assert.deepEqual(analyze(seed), analyze(seed));
});

test("values are plain: no Map, no undefined, no class", () => {
  const walk = (value, path) => {
    assert.notEqual(value, undefined, path);
    if (value === null || typeof value !== "object") return;
    assert.ok(Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype, path);
    for (const [key, it] of Object.entries(value)) walk(it, `${path}.${key}`);
  };
  walk(analyze(seed), "view");
  walk(analyze(""), "view");
});

test("the version is told", () => assert.match(version(), /^\d+\.\d+\.\d+/));

test("the native program prints byte for byte the same JSON", { skip: !process.env.NUTGRAF_CLI && "NUTGRAF_CLI is not set" }, () => {
  const options = [{}, { sentences: 5, published: "2025-12-01" }, { ratio: 0.2, furniture: "none", query: "security guarantees" }, { lang: "de" }];
  const requests = [["seed", seed], ...odd].flatMap(([id, text]) => options.map((it) => ({ id, text, ...it })));
  const input = requests.map((it) => JSON.stringify(it) + "\n").join("");
  const batch = spawnSync(process.env.NUTGRAF_CLI, ["batch", "--offsets", "utf16"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(batch.status, 0, batch.stderr);
  const lines = batch.stdout.split("\n").slice(0, -1);
  assert.equal(lines.length, requests.length);
  requests.forEach(({ id, text, ...request }, idx) => {
    const here = JSON.stringify({ id, analysis: analyze(text, request) });
    if (here !== lines[idx]) {
      let at = 0;
      while (here[at] === lines[idx][at]) at += 1;
      const around = (it) => it.slice(Math.max(0, at - 60), at + 60);
      assert.fail(`${id} ${JSON.stringify(request)} differs at ${at}:\nwasm   …${around(here)}\nnative …${around(lines[idx])}`);
    }
  });
});

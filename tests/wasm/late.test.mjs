// The core in two halves: what the first one answers alone, and how the second is put to it. The tests run in the order in
// which they stand: once the second half is there, it stays.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { analyze, file, install, second_half, seed } from "./core.mjs";
import { odd, torn } from "./texts.mjs";

/** What the second half finds. */
const LATE = ["keyphrases", "entities", "quotes", "quantities", "dates", "timeline"];
const ALL = ["metadata", "blocks", "sections", "sentences", "tokens", "summary", "nut_graf", "statistics", ...LATE];

const isEarly = (view) => view.notes.some((it) => it.code === "supplement_missing");

/** The supplement with its code replaced. */
function withCode(change) {
  const bytes = file("nutgraf.supplement");
  const start = bytes.indexOf("\0asm");
  const end = start + bytes.readUInt32LE(start - 4);
  const code = change(bytes.subarray(start, end));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(code.length);
  return Buffer.concat([bytes.subarray(0, start - 4), length, code, bytes.subarray(end)]);
}

function nothingIsFound() {
  const view = analyze(seed, null);
  assert.ok(isEarly(view));
  for (const it of LATE) assert.equal(view[it], null, it);
  assert.equal(view.summary.sentences.length, 3);
}

/** What the first half told of each text. */
const before = new Map();

for (const [name, text] of [["the seed article", seed], ...odd, ...torn]) {
  test(`the first half answers alone: ${name}`, () => {
    for (const request of [null, { only: ALL.join(",") }, { only: LATE.join(",") }, { sentences: 8, query: "security guarantees" }, { lang: "de" }, { lang: "zh" }, { furniture: "none", published: "2025-12-01" }]) {
      const view = analyze(text, request);
      assert.ok(isEarly(view));
      for (const it of LATE) assert.equal(view[it], null, `what was not looked for is absent: ${it}`);
    }
    before.set(name, analyze(text, { lang: "en" }));
  });
}

for (const name of ["hostile", "news", "odd", "words"]) {
  test(`the first half reads a page: ${name}`, () => {
    const { text, hints } = JSON.parse(readFileSync(new URL(`../data/pages/${name}.json`, import.meta.url), "utf8"));
    const view = analyze(text, { hints });
    assert.ok(isEarly(view));
    assert.equal(view.dates, null);
    assert.ok(view.blocks.length > 0);
  });
}

test("a supplement that is broken is refused, and nothing has changed", async () => {
  const cut = file("nutgraf.supplement").subarray(0, 100_000);
  const noCode = withCode((code) => Buffer.concat([code.subarray(0, 8), Buffer.alloc(100, 0xff)]));
  for (const bytes of [Buffer.alloc(0), Buffer.from("<!doctype html>"), cut, noCode]) await assert.rejects(install(bytes));
  nothingIsFound();
});

test("a supplement of another version is refused", async () => {
  const memory = (code) => WebAssembly.Module.imports(new WebAssembly.Module(second_half(code))).find((it) => it.kind === "memory").name;
  const other = withCode((code) => {
    const name = memory(code);
    const changed = Buffer.from(code);
    changed.write(name === "00000000" ? "11111111" : "00000000", changed.indexOf(name));
    return changed;
  });
  await assert.rejects(install(other), WebAssembly.LinkError);
  nothingIsFound();
});

test("with the second half everything is found, in the same reading and the same summary", async () => {
  await install(file("nutgraf.supplement"));
  const view = analyze("Angela Merkel met Emmanuel Macron in Berlin on 3 May 2021. “It was good,” she said.", null);
  assert.ok(!isEarly(view));
  assert.deepEqual(view.entities.map((it) => it.name), ["Angela Merkel", "Emmanuel Macron", "Berlin"]);
  assert.deepEqual(view.dates.map((it) => it.value), ["2021-05-03"]);
  assert.equal(view.quotes.length, 1);
  for (const [name, text] of [["the seed article", seed], ...odd, ...torn]) {
    const early = before.get(name);
    const whole = analyze(text, { lang: "en" });
    for (const it of ["blocks", "sentences", "nut_graf", "statistics", "metadata"]) assert.deepEqual(whole[it], early[it], `${name}: ${it}`);
    // Whom a line means that opens with "He" only the second half can tell.
    assert.deepEqual({ ...whole.summary, openings: null }, { ...early.summary, openings: null }, name);
  }
});

test("a second copy changes nothing", async () => {
  const view = analyze(seed, null);
  await install(file("nutgraf.supplement"));
  assert.deepEqual(analyze(seed, null), view);
});

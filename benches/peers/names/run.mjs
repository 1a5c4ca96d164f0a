// Names found by nutgraf, compromise and wink-nlp in the same texts, scored the same way.
//
//   npm install --prefix benches/peers/names
//   node benches/peers/names/run.mjs --cli target/release/nutgraf FILE.jsonl[.gz] …
//
// A line of a file: {"id", "text", "entities": [[start, end, "PER" | "ORG" | "LOC" | …], …]}, offsets in code points. Exact
// span and kind count, over people, organizations and places. wink-nlp tells no kinds (its entities are dates, sums
// and the like), so it is scored by spans alone, runs of its proper nouns being its names; the others are, too, in
// the second column. Speed: characters a second, in-process for the peers, through `nutgraf batch` on one core for us.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

const wink = winkNLP(model, ["sbd", "pos"]);
const KINDS = { person: "PER", organization: "ORG", place: "LOC" };

/** Without white space and marks at both ends, and without the possessive ending. */
function trimmed(text, start, end) {
  const whole = text.slice(start, end);
  const core = whole.replace(/^[\s\p{P}]+/u, "");
  const name = core.replace(/[\s,;:!?"”’')\]]+$|(?<=\p{L}{4})\.$/gu, "").replace(/['’]s?$/u, "");
  const from = start + whole.length - core.length;
  return [from, from + name.length];
}

/** Titles are no part of a name here; compromise counts them in. */
const TITLE = /^(?:mr|mrs|ms|dr|president|senator|sen|prime minister|minister|gen|general|sir|prof|professor|judge|king|queen|prince|pope)\.?\s+/i;

const peers = {
  compromise(text) {
    const document = nlp(text);
    const found = [];
    for (const [kind, list] of [["PER", document.people()], ["ORG", document.organizations()], ["LOC", document.places()]]) {
      for (const it of list.json({ offset: true })) {
        let [start, end] = trimmed(text, it.offset.start, it.offset.start + it.offset.length);
        if (kind === "PER") start += TITLE.exec(text.slice(start, end))?.[0].length ?? 0;
        if (start < end) found.push([start, end, kind]);
      }
    }
    return found;
  },
  wink(text) {
    const its = wink.its;
    const document = wink.readDoc(text);
    const [words, tags, spaces] = [its.value, its.pos, its.precedingSpaces].map((it) => document.tokens().out(it));
    const found = [];
    let at = 0;
    let run = null;
    words.forEach((word, idx) => {
      const start = text.indexOf(word, at);
      if (start < 0) return;
      const glued = run && text.slice(run[1], start).trim() === "";
      at = start + word.length;
      if (tags[idx] !== "PROPN") run = null;
      else if (glued && spaces[idx].length < 2) run[1] = at;
      else found.push((run = [start, at, "?"]));
    });
    return found;
  },
};

function nutgraf(cli, records) {
  const input = records.map(({ id, text }) => JSON.stringify({ id, text, furniture: "none" })).join("\n");
  const command = ["batch", "--offsets", "utf16", "--only", "entities"];
  const { stdout, status } = spawnSync(cli, command, { input, maxBuffer: 1 << 30, encoding: "utf8" });
  if (status !== 0) throw new Error(`${cli} ended with ${status}`);
  return stdout.trim().split("\n").map((line) => {
    const { entities } = JSON.parse(line).analysis;
    return entities.flatMap((it) => it.mentions.filter((at) => at.named).map((at) => [at.start, at.end, KINDS[it.kind] ?? "MISC"]));
  });
}

/** Code points to UTF-16 units. */
function unitsOf(text) {
  const units = [];
  let at = 0;
  for (const c of text) {
    units.push(at);
    at += c.length;
  }
  units.push(at);
  return units;
}

function f1(golds, founds, key) {
  let [right, more, missed] = [0, 0, 0];
  golds.forEach((gold, idx) => {
    const [a, b] = [gold, founds[idx]].map((list) => new Set(list.filter((it) => it[2] !== "MISC").map(key)));
    for (const it of b) a.has(it) ? right++ : more++;
    for (const it of a) if (!b.has(it)) missed++;
  });
  return ((200 * right) / Math.max(1, 2 * right + more + missed)).toFixed(1);
}

const args = process.argv.slice(2);
const cliAt = args.indexOf("--cli");
const cli = cliAt < 0 ? "target/release/nutgraf" : args.splice(cliAt, 2)[1];
console.log("| file | library | span and kind | people | organizations | places | span alone | MB/s |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
for (const file of args) {
  const bytes = readFileSync(file);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString().trim().split("\n");
  const records = lines.map((it) => JSON.parse(it));
  const golds = records.map(({ text, entities }) => {
    const units = unitsOf(text);
    return entities.map(([start, end, kind]) => [units[start], units[end], kind]);
  });
  const megabytes = records.reduce((sum, it) => sum + Buffer.byteLength(it.text), 0) / 1e6;
  for (const name of ["nutgraf", ...Object.keys(peers)]) {
    const begun = process.hrtime.bigint();
    const founds = name === "nutgraf" ? nutgraf(cli, records) : records.map((it) => peers[name](it.text));
    const speed = (megabytes / (Number(process.hrtime.bigint() - begun) / 1e9)).toFixed(2);
    const typed = (kind) => {
      const only = (lists) => lists.map((list) => list.filter((it) => !kind || it[2] === kind));
      return name === "wink" ? "–" : f1(only(golds), only(founds), (it) => it.join());
    };
    const kinds = ["", "PER", "ORG", "LOC"].map(typed).join(" | ");
    console.log(`| ${basename(file).split(".")[0]} | ${name} | ${kinds} | ${f1(golds, founds, (it) => it.slice(0, 2).join())} | ${speed} |`);
  }
}

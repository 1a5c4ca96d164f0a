// Dates and quantities: nutgraf beside the libraries that people use in JavaScript, on the same records, with the same
// scorer, in one run.
//
//   npm install --prefix DIR chrono-node @microsoft/recognizers-text-suite compromise compromise-dates compromise-numbers
//   node benches/peers/values.mjs --modules DIR --data values/ --score values.py [--cli target/release/nutgraf] [--out DIR]
//        [--files rt_en,gum] [--peers chrono,recognizers,compromise]
//
// `--data` holds records as {"id", "lang", "kind", "text", "reference_datetime", "results"} in *.jsonl.gz, `--score` is the scorer of the
// same labelled data. Each library answers the kinds and languages that it claims; what it cannot be asked is left out.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const data = option("data");
const score = option("score");
if (!data || !score) throw new Error("say --data FOLDER and --score SCRIPT");
const cli = option("cli", "target/release/nutgraf");
const out = option("out", mkdtempSync(join(tmpdir(), "peers-")));
const load = createRequire(join(option("modules", "."), "node_modules", "none.js"));

/** Code points before each UTF-16 place: the records count code points. */
function points(text) {
  const places = new Uint32Array(text.length + 1);
  for (let at = 0, n = 0; at < text.length; at += 1) {
    places[at] = n;
    const low = text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
    n += low ? 0 : 1;
    places[at + 1] = n;
  }
  return places;
}

const KIND = { number: "number", ordinal: "ordinal", percentage: "percent", currency: "money", dimension: "measure", temperature: "temperature", age: "age" };

/** All records in one call: [{start, end, resolution}] each, in code points. */
function nutgraf(records) {
  const ask = (it) => JSON.stringify({ id: it.id, text: it.text, furniture: "none", lang: it.lang ?? undefined, published: it.reference_datetime ?? undefined });
  const run = spawnSync(cli, ["batch", "--offsets", "char", "--only", "dates,quantities"], { input: `${records.map(ask).join("\n")}\n`, maxBuffer: 1 << 30 });
  return run.stdout.toString().trim().split("\n").map((line, idx) => {
    const { analysis } = JSON.parse(line);
    if (records[idx].kind === "datetime") {
      return analysis.dates.map((it) => ({ start: it.start, end: it.end, resolution: { value: it.value, start: it.value?.split("/")[0] } }));
    }
    return analysis.quantities
      .filter((it) => it.kind === KIND[records[idx].kind])
      .map((it) => ({ start: it.start, end: it.end, resolution: { value: it.value === null ? null : String(it.value), unit: it.unit } }));
  });
}

function chrono() {
  const library = load("chrono-node");
  const parsers = { en: library, de: library.de, fr: library.fr, nl: library.nl, pt: library.pt, es: library.es, it: library.it };
  const iso = (it) => {
    const pad = (n, width = 2) => String(n).padStart(width, "0");
    const day = `${pad(it.get("year"), 4)}-${pad(it.get("month"))}-${pad(it.get("day"))}`;
    return it.isCertain("hour") ? `${day}T${pad(it.get("hour"))}:${pad(it.get("minute"))}:00` : day;
  };
  return {
    asks: (it) => it.kind === "datetime" && parsers[it.lang ?? "en"] !== undefined,
    answer(it) {
      const reference = it.reference_datetime ? new Date(it.reference_datetime) : new Date(2020, 0, 1);
      return parsers[it.lang ?? "en"].parse(it.text, reference).map((found) => ({
        from: found.index, to: found.index + found.text.length,
        resolution: { value: iso(found.start), start: iso(found.start), end: found.end ? iso(found.end) : undefined },
      }));
    },
  };
}

function recognizers() {
  const library = load("@microsoft/recognizers-text-suite");
  const culture = { en: "en-us", es: "es-es", fr: "fr-fr", pt: "pt-br" };
  const ask = {
    datetime: (it) => library.recognizeDateTime(it.text, culture[it.lang ?? "en"], undefined, it.reference_datetime ? new Date(it.reference_datetime) : new Date(2020, 0, 1)),
    number: (it) => library.recognizeNumber(it.text, culture[it.lang ?? "en"]),
    ordinal: (it) => library.recognizeOrdinal(it.text, culture[it.lang ?? "en"]),
    percentage: (it) => library.recognizePercentage(it.text, culture[it.lang ?? "en"]),
    currency: (it) => library.recognizeCurrency(it.text, culture[it.lang ?? "en"]),
    dimension: (it) => library.recognizeDimension(it.text, culture[it.lang ?? "en"]),
    temperature: (it) => library.recognizeTemperature(it.text, culture[it.lang ?? "en"]),
    age: (it) => library.recognizeAge(it.text, culture[it.lang ?? "en"]),
  };
  return {
    asks: (it) => culture[it.lang ?? "en"] !== undefined,
    answer: (it) => ask[it.kind](it).map((found) => ({ from: found.start, to: found.end + 1, resolution: found.resolution ?? {} })),
  };
}

function compromise() {
  const library = load("compromise");
  library.plugin(load("compromise-dates"));
  const ask = { datetime: "dates", number: "numbers", percentage: "percentages", currency: "money" };
  return {
    asks: (it) => (it.lang ?? "en") === "en" && ask[it.kind] !== undefined,
    answer(it) {
      const doc = library(it.text);
      const today = it.reference_datetime?.slice(0, 10);
      const found = ask[it.kind] === "dates" ? doc.dates({ today }) : doc[ask[it.kind]]();
      return found.json({ offset: true }).map((one) => {
        const bare = one.text.replace(/[.,;:!?]+$/, "");
        const from = one.offset.start + (it.text.slice(one.offset.start).length - it.text.slice(one.offset.start).trimStart().length);
        const value = one.dates ? one.dates.start?.slice(0, 10) : one.number?.num ?? one.number;
        return { from, to: from + bare.length, resolution: { value: value === undefined || value === null ? null : String(value) } };
      });
    },
  };
}

const wanted = (list, it) => list === undefined || list.split(",").some((head) => it.startsWith(head));
const peers = Object.fromEntries(Object.entries({ chrono, recognizers, compromise }).filter(([name]) => wanted(option("peers"), name)));
const files = readdirSync(data).filter((it) => it.endsWith(".jsonl.gz") && wanted(option("files"), it));
const table = [];
for (const file of files) {
  const records = gunzipSync(readFileSync(join(data, file))).toString().trim().split("\n").map((it) => JSON.parse(it))
    .filter((it) => ["en", "de", "es", "fr", "it", "nl", "pt"].includes(it.lang ?? "en"));
  const answers = { nutgraf: nutgraf(records) };
  const asked = { nutgraf: () => true };
  for (const [name, make] of Object.entries(peers)) {
    let peer;
    try {
      peer = make();
    } catch (error) {
      console.error(`${name}: left out, ${error.message.split("\n")[0]}`);
      continue;
    }
    asked[name] = peer.asks;
    const start = process.cpuUsage();
    let n = 0;
    answers[name] = records.map((it) => {
      if (!peer.asks(it)) return [];
      n += Buffer.byteLength(it.text);
      try {
        const places = points(it.text);
        return peer.answer(it).map((one) => ({ start: places[one.from], end: places[Math.min(one.to, it.text.length)], resolution: one.resolution })).filter((one) => one.start < one.end);
      } catch {
        return []; // what it cannot read it does not find
      }
    });
    const used = process.cpuUsage(start);
    if (n > 0) console.error(`${file} ${name}: ${(n / (used.user + used.system)).toFixed(3)} MB/s`);
  }
  for (const [name, found] of Object.entries(answers)) {
    const of = (it) => `${it.lang ?? "en"}`;
    for (const lang of new Set(records.map(of))) {
      const some = records.map((it, idx) => [it, found[idx]]).filter(([it]) => of(it) === lang && asked[name](it));
      if (some.length === 0) continue;
      const [gold, pred] = ["gold", "pred"].map((it) => join(out, `${it}.jsonl`));
      writeFileSync(gold, some.map(([it]) => JSON.stringify(it)).join("\n"));
      writeFileSync(pred, some.map(([it, results]) => JSON.stringify({ id: it.id, results })).join("\n"));
      const told = JSON.parse(execFileSync("python3", [score, "--gold", gold, "--pred", pred, "--json"], { maxBuffer: 1 << 28 }).toString());
      for (const [kind, it] of Object.entries(told)) table.push({ data: file.split(".")[0], lang, kind, name, f1: it.exact.f1, value: it.resolution.value });
    }
  }
}
const names = ["nutgraf", ...Object.keys(peers)];
console.log(`| data | language | kind | ${names.join(" | ")} |`);
console.log(`| --- | --- | --- |${" --- |".repeat(names.length)}`);
for (const key of new Set(table.map((it) => `${it.data} | ${it.lang} | ${it.kind}`))) {
  const cell = (name) => {
    const it = table.find((row) => `${row.data} | ${row.lang} | ${row.kind}` === key && row.name === name);
    return it ? `${it.f1.toFixed(1)}${it.value === null ? "" : ` (${it.value.toFixed(0)})`}` : "–";
  };
  console.log(`| ${key} | ${names.map(cell).join(" | ")} |`);
}

// Dates and quantities: nutgraf beside the libraries that people use in JavaScript, on the same records, with the same
// scorer, in one run.
//
//   npm install --prefix DIR chrono-node @microsoft/recognizers-text-suite compromise compromise-dates wink-nlp wink-eng-lite-web-model
//   node benches/peers/values.mjs --modules DIR --data values/ --score values.py [--cli target/release/nutgraf] [--out DIR]
//        [--files rt_en,gum] [--peers chrono,recognizers,compromise,wink] [--seconds 60] [--skip benches/peers/values-skip.json]
//
// `--data` holds records as {"id", "lang", "kind", "text", "reference_datetime", "results"} in *.jsonl.gz, `--score` is the scorer of the
// same labelled data. Each library answers the kinds and languages that it claims; what it cannot be asked is left out.
//
// A library that does not come to an end in `--seconds` a file is scored on the records that it answered, and its cell says how many:
// they are asked in the order of a hash of their ids, so that what was answered is a sample.
//
// `--skip` names classes of records that only a phone assistant needs, each with its reason; the table is then given a second time, without them.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { gunzipSync } from "node:zlib";

const argv = isMainThread ? process.argv : workerData.argv;
const option = (name, otherwise) => {
  const at = argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : argv[at + 1];
};
const data = option("data");
const score = option("score");
if (!data || !score) throw new Error("say --data FOLDER and --score SCRIPT");
const cli = option("cli", "target/release/nutgraf");
const out = option("out") ?? (isMainThread ? mkdtempSync(join(tmpdir(), "peers-")) : undefined);
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

function wink() {
  const model = load("wink-eng-lite-web-model");
  const library = load("wink-nlp")(model, ["sbd", "negation", "sentiment", "pos", "ner", "cer"].filter((it) => it === "ner" || it === "sbd" || it === "pos"));
  const { its } = library;
  const kinds = { datetime: ["DATE", "TIME", "DURATION"], number: ["CARDINAL"], ordinal: ["ORDINAL"], percentage: ["PERCENT"], currency: ["MONEY"] };
  return {
    asks: (it) => (it.lang ?? "en") === "en" && kinds[it.kind] !== undefined,
    answer(it) {
      const doc = library.readDoc(it.text);
      // Where each token stands: wink gives tokens, not places.
      const places = [];
      let at = 0;
      doc.tokens().each((token) => {
        const word = token.out(its.value);
        const from = it.text.indexOf(word, at);
        if (from >= 0) at = from + word.length;
        places.push([from < 0 ? at : from, at]);
      });
      const found = [];
      doc.entities().each((entity) => {
        const [first, last] = entity.out(its.span);
        if (kinds[it.kind].includes(entity.out(its.type))) found.push({ from: places[first][0], to: places[last][1], resolution: {} });
      });
      return found;
    },
  };
}

const PEERS = { chrono, recognizers, compromise, wink };

/** Answers of one library to all records that it can be asked, as far as the time goes; undefined for what it did not come to. */
function ask(name, records, seconds) {
  return new Promise((done) => {
    const order = records.map((_, idx) => idx).filter((idx) => peers[name].asks(records[idx]));
    const hash = (idx) => createHash("sha1").update(records[idx].id).digest("hex");
    const key = new Map(order.map((idx) => [idx, hash(idx)]));
    order.sort((a, b) => (key.get(a) < key.get(b) ? -1 : 1));
    const answers = [];
    const start = performance.now();
    let bytes = 0;
    const worker = new Worker(new URL(import.meta.url), { workerData: { argv: process.argv, name, records: order.map((idx) => records[idx]) } });
    const end = () => {
      clearTimeout(timer);
      worker.terminate();
      const mb = bytes / 1000 / (performance.now() - start);
      if (bytes > 0) console.error(`${name}: ${mb.toFixed(3)} MB/s, ${answers.filter((it) => it !== undefined).length} of ${order.length} records`);
      done(answers);
    };
    const timer = setTimeout(end, 1000 * seconds);
    worker.on("message", ({ n, found }) => {
      answers[order[n]] = found;
      bytes += Buffer.byteLength(records[order[n]].text);
      if (n + 1 === order.length) end();
    });
    worker.on("error", (error) => {
      console.error(`${name}: ended, ${error.message.split("\n")[0]}`);
      end();
    });
    if (order.length === 0) end();
  });
}

if (!isMainThread) {
  const peer = PEERS[workerData.name]();
  workerData.records.forEach((it, n) => {
    let found = [];
    try {
      const places = points(it.text);
      found = peer.answer(it).map((one) => ({ start: places[one.from], end: places[Math.min(one.to, it.text.length)], resolution: one.resolution })).filter((one) => one.start < one.end);
    } catch {
      // what it cannot read it does not find
    }
    parentPort.postMessage({ n, found: JSON.parse(JSON.stringify(found)) });
  });
}

const wanted = (list, it) => list === undefined || list.split(",").some((head) => it.startsWith(head));

/** The library as far as the main thread needs it: what it can be asked. Libraries that are not installed are left out. */
const peers = {};
if (isMainThread) {
  for (const [name, make] of Object.entries(PEERS)) {
    if (!wanted(option("peers"), name)) continue;
    try {
      peers[name] = make();
    } catch (error) {
      console.error(`${name}: left out, ${error.message.split("\n")[0]}`);
    }
  }
}

/** The class of records that a record belongs to which only a phone assistant needs; undefined for all others. */
function skipped(classes, it) {
  const span = (one) => [...it.text].slice(one.start, one.end).join("");
  return classes.find((one) => one.kinds.includes(it.kind)
    && (one.text === undefined || new RegExp(one.text, "iu").test(it.text))
    && (one.valueless === undefined || it.results.some(({ resolution }) => [undefined, null, "null"].includes(resolution?.value)))
    && (one.span === undefined || it.results.some((result) => new RegExp(one.span, "iu").test(span(result)))));
}

/** F1 and value of each language and kind, for the records that `keep` lets through. */
function score_all(file, records, answers, keep) {
  const rows = [];
  for (const [name, found] of Object.entries(answers)) {
    for (const lang of new Set(records.map((it) => it.lang ?? "en"))) {
      const here = records.map((it, idx) => [it, found[idx]]).filter(([it]) => (it.lang ?? "en") === lang && keep(it) && (name === "nutgraf" || peers[name].asks(it)));
      const some = here.filter(([, results]) => results !== undefined);
      if (some.length === 0) continue;
      const [gold, pred] = ["gold", "pred"].map((it) => join(out, `${it}.jsonl`));
      writeFileSync(gold, some.map(([it]) => JSON.stringify(it)).join("\n"));
      writeFileSync(pred, some.map(([it, results]) => JSON.stringify({ id: it.id, results })).join("\n"));
      const told = JSON.parse(execFileSync("python3", [score, "--gold", gold, "--pred", pred, "--json"], { maxBuffer: 1 << 28 }).toString());
      for (const [kind, it] of Object.entries(told)) {
        const all = here.filter(([one]) => one.kind === kind).length;
        const asked = some.filter(([one]) => one.kind === kind).length;
        rows.push({ key: `${file.split(".")[0]} | ${lang} | ${kind}`, name, f1: it.exact.f1, value: it.resolution.value, part: asked < all ? `, ${asked} of ${all}` : "" });
      }
    }
  }
  return rows;
}

function print(title, rows) {
  const names = ["nutgraf", ...Object.keys(peers)];
  console.log(`\n${title}\n`);
  console.log(`| data | language | kind | ${names.join(" | ")} |`);
  console.log(`| --- | --- | --- |${" --- |".repeat(names.length)}`);
  for (const key of new Set(rows.map((it) => it.key))) {
    const cell = (name) => {
      const it = rows.find((row) => row.key === key && row.name === name);
      return it ? `${it.f1.toFixed(1)}${it.value === null || name === "wink" ? "" : ` (${it.value.toFixed(0)})`}${it.part}` : "–";
    };
    console.log(`| ${key} | ${names.map(cell).join(" | ")} |`);
  }
}

if (isMainThread) {
  const files = readdirSync(data).filter((it) => it.endsWith(".jsonl.gz") && wanted(option("files"), it));
  const { classes, data: concerned } = option("skip") === undefined ? {} : JSON.parse(readFileSync(option("skip")));
  const counts = new Map();
  const [all, without] = [[], []];
  for (const file of files) {
    const records = gunzipSync(readFileSync(join(data, file))).toString().trim().split("\n").map((it) => JSON.parse(it))
      .filter((it) => ["en", "de", "es", "fr", "it", "nl", "pt"].includes(it.lang ?? "en"));
    const answers = { nutgraf: nutgraf(records) };
    for (const name of Object.keys(peers)) answers[name] = await ask(name, records, Number(option("seconds", "60")));
    all.push(...score_all(file, records, answers, () => true));
    if (classes === undefined || !new RegExp(concerned).test(file)) continue;
    const out_of = new Map(records.map((it) => [it, skipped(classes, it)]));
    for (const it of out_of.values()) if (it !== undefined) counts.set(it.name, (counts.get(it.name) ?? 0) + 1);
    without.push(...score_all(file, records, answers, (it) => out_of.get(it) === undefined));
  }
  print("All records", all);
  if (classes !== undefined) {
    print("Without the classes that only a phone assistant needs", without);
    console.log(`\n${classes.map((it) => `${it.name} ${counts.get(it.name) ?? 0}`).join("; ")}`);
  }
}

// The summaries of the libraries that people use in JavaScript: asked by summaries.py, one {"sentences", "n"} a line in, one
// {"name": [sentence, …]} a line out, the seconds of each library in a last line.
//
//   npm install --prefix DIR node-summarizer wink-nlp wink-eng-lite-web-model
//
// node-summarizer is given our sentences in place of its own splitter's; wink-nlp cannot be, and chooses among those it finds. Each has a
// process of its own ("node-summarizer" or "wink-nlp" as the second argument): side by side, wink-nlp finds one sentence in every text.

import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const load = createRequire(join(process.argv[2], "node_modules", "none.js"));

/** @type {Record<string, (asked: { sentences: string[], n: number }) => unknown>} */
const PEERS = {};
let given = [];

if (process.argv[3] === "wink-nlp") {
  const nlp = load("wink-nlp")(load("wink-eng-lite-web-model"));
  PEERS["wink-nlp importance"] = ({ sentences, n }) => {
    const document = nlp.readDoc(sentences.join(" "));
    const best = document.out(nlp.its.sentenceWiseImportance).sort((a, b) => b.importance - a.importance || a.index - b.index).slice(0, n);
    return best.map((it) => document.sentences().itemAt(it.index).out());
  };
} else {
  const { Summarizer } = load("node-summarizer/src/Summarizer.js");
  const { Preprocesser } = load("node-summarizer/src/Preprocesser.js");
  Preprocesser.prototype.paragraphToSentences = () => given;
  Summarizer.prototype.listToString = (sorted, clean) => sorted.map((it) => clean[1].get(it[1]));
  PEERS["node-summarizer frequency"] = ({ sentences, n }) => new Summarizer(sentences.join(" "), n).summarizeByFrequency().summary.slice(0, n);
  PEERS["node-summarizer TextRank"] = async ({ sentences, n }) => (await new Summarizer(sentences.join(" "), n).summarizeByRank()).summary.slice(0, n);
}

const seconds = {};
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const answers = {};
  for (const [name, choose] of Object.entries(PEERS)) {
    given = asked.sentences;
    const start = performance.now();
    // What a library cannot answer, it answers with nothing.
    answers[name] = await Promise.resolve().then(() => choose(asked)).catch(() => []);
    seconds[name] = (seconds[name] ?? 0) + (performance.now() - start) / 1000;
  }
  console.log(JSON.stringify(answers));
}
console.log(JSON.stringify(seconds));

// A reader's own marks: said so that they are found again, found again only where it is sure, and carried through files.

import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, fingerprint, match } from "../../www/lib/quote-selector.js";
import { readMarks, toMarksMarkdown, toWebAnnotations } from "../../www/lib/marks-file.js";
import { odd, torn } from "./texts.mjs";

const article = `The ferry to the island was late again on Monday. Nobody on the pier was told why.

“We waited in the rain for two hours,” said Ann Lee, who runs the only bakery on the island. The company said that a pump had failed.

The ferry to the island was late on Tuesday as well. Nobody on the pier was told why.`;

/** The selector of the words between ⟦ and ⟧. */
function marked(text) {
  const start = text.indexOf("⟦");
  const end = text.indexOf("⟧") - 1;
  return describe(text.replace(/[⟦⟧]/g, ""), { start, end });
}

function found(text, selector, same) {
  const it = match(text, selector, same);
  return "orphan" in it ? it.orphan : text.slice(it.start, it.end);
}

test("a selector is the words, 32 characters on both sides, and the offsets", () => {
  const start = article.indexOf("Ann Lee");
  const it = describe(article, { start, end: start + 7 });
  assert.deepEqual(it, { exact: "Ann Lee", prefix: " in the rain for two hours,” said ".slice(-32), suffix: ", who runs the only bakery on the ".slice(0, 32), start, end: start + 7 });
  const rain = describe("🌧".repeat(40), { start: 40, end: 44 });
  for (const part of [rain.prefix, rain.suffix]) assert.ok(part.isWellFormed?.() ?? !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(part));
});

test("what was marked is found in the same text, wherever it is repeated", () => {
  for (const words of ["ferry", "Nobody on the pier was told why.", "The ferry to the island was late", "o"]) {
    for (let start = article.indexOf(words); start >= 0; start = article.indexOf(words, start + 1)) {
      const it = match(article, describe(article, { start, end: start + words.length }), true);
      assert.deepEqual(it, { start, end: start + words.length, edits: 0 });
    }
  }
});

test("it is found after the text around it has changed", () => {
  const selector = describe(article, { start: article.indexOf("the only bakery"), end: article.indexOf(" on the island. The company") });
  assert.equal(selector.exact, "the only bakery");
  assert.equal(found(`An earlier headline\n\n${article}`, selector), "the only bakery");
  assert.equal(found(article.replace("The company said that a pump had failed.", ""), selector), "the only bakery");
  assert.equal(found(article.replace("“We waited in the rain for two hours,” said Ann Lee, who", "Ann Lee"), selector), "the only bakery");
  assert.equal(found(article.replace(/\n\n/g, "\n").replace(/ /g, "\u00a0"), selector), "the\u00a0only\u00a0bakery");
});

test("repeats are told apart by what stands around them", () => {
  const second = article.lastIndexOf("The ferry to the island was late");
  const selector = describe(article, { start: second, end: second + "The ferry to the island was late".length });
  const changed = `New: ${article}`;
  assert.deepEqual(match(changed, selector), { start: second + 5, end: second + 37, edits: 0 });
});

test("two places that fit alike make an orphan, not a guess", () => {
  const refrain = "It rained and it rained.\n\n".repeat(6);
  const selector = describe(refrain, { start: 52, end: 76 });
  assert.equal(found(refrain, selector, true), "It rained and it rained.");
  assert.equal(found(`One more line.\n\n${refrain}`, selector), "ambiguous");
});

test("a few changed letters are forgiven, another sentence is not", () => {
  const selector = marked("The mayor said: ⟦The bridge will be closed for repairs until the end of September.⟧ Nobody asked why.");
  assert.equal(found("The mayor said: The bridge will be closed for repair until the end of September. Nobody asked why.", selector), "The bridge will be closed for repair until the end of September.");
  assert.equal(found("The mayor said: The bridge was closed in the spring because of the floods in March. Nobody asked why.", selector), "missing");
  // The words of a lookalike: eight of seventy letters differ, and nothing around it is the same.
  assert.equal(found("A year before, in another town: The bridge will be open for repairs until the end of November. It was.", selector), "missing");
});

test("a short mark whose place is gone does not jump to the next such word", () => {
  const selector = marked("On Monday ⟦the ferry⟧ was late. The crew was told on Tuesday.");
  assert.equal(found("The crew was told on Tuesday. Passengers had left the ferry by then.", selector), "missing");
});

test("a long quote found once is the quote, wherever it has gone", () => {
  const selector = marked("First this. ⟦The company said that a pump had failed on the way out.⟧ Then that.");
  assert.equal(found("Something else altogether. The company said that a pump had failed on the way out. And more.", selector), "The company said that a pump had failed on the way out.");
});

test("signs that mean something to a pattern mean nothing here", () => {
  const text = "It cost $3.50 (or [so]) * 2 + a\\b | c? {x} ^ / — see e.g. that. And more words follow behind it.";
  const selector = describe(text, { start: 8, end: 48 });
  assert.equal(found(`>> ${text}`, selector), selector.exact);
});

test("any text, any mark: an answer, on the words themselves", () => {
  for (const [name, text] of [...odd, ...torn]) {
    if (text.trim() === "") continue;
    const start = text.search(/\S/);
    const end = Math.min(text.length, start + 40);
    const selector = describe(text, { start, end });
    assert.equal(found(text, selector, true), selector.exact, name);
    const it = match(`x${text}`, selector);
    assert.ok("orphan" in it || it.end > it.start, name);
  }
});

test("a long changed text is searched in time", () => {
  const long = Array.from({ length: 12_000 }, (_, it) => `Sentence ${it} says that the ${it % 97} ferries were late on day ${it % 31}.`).join(" ");
  const start = long.indexOf("Sentence 9000");
  const selector = describe(long, { start, end: start + 900 });
  const before = performance.now();
  const it = match(long.replace("Sentence 9003 says", "Sentence 9003 tells"), selector);
  assert.ok("orphan" in it || it.edits > 0);
  assert.ok(performance.now() - before < 3000, `${performance.now() - before} ms`);
});

const marks = [
  { id: "a1", colour: 0, note: "", created: "2026-05-01T10:00:00.000Z", modified: "2026-05-01T10:00:00.000Z", ...describe(article, { start: 4, end: 32 }) },
  { id: "b2", colour: 2, note: "Why?\n\n> not a quote\n# not a heading\n<!-- not a mark -->\n\\ and a backslash -- “so”", created: "2026-05-02T10:00:00.000Z", modified: "2026-05-03T10:00:00.000Z", ...describe(article, { start: 60, end: 130 }) },
  { id: "c3", colour: 3, note: "🌧", created: "2026-05-02T10:00:00.000Z", modified: "2026-05-03T10:00:00.000Z", exact: "--> gone from the text <b>", prefix: "", suffix: "" },
];
const of = { text: article, title: "Late <ferry>", url: null };

test("marks go through Web Annotations and come back the same", () => {
  const page = toWebAnnotations(of, marks);
  assert.equal(page.offsets, "utf16");
  const [quote, position] = page.items[1].target.selector;
  assert.deepEqual(quote, { type: "TextQuoteSelector", exact: marks[1].exact, prefix: marks[1].prefix, suffix: marks[1].suffix });
  assert.equal(article.slice(position.start, position.end), quote.exact);
  assert.deepEqual(readMarks(JSON.stringify(page)), { marks, skipped: 0, of: fingerprint(article) });
});

test("marks go through Markdown and come back the same", () => {
  const text = toMarksMarkdown(of, marks);
  assert.match(text, /^# Late <ferry>\n\n> ferry to the island was late\n/);
  assert.deepEqual(readMarks(text), { marks, skipped: 0, of: fingerprint(article) });
  assert.deepEqual(readMarks(text.replaceAll("\n", "\r\n")).marks, marks);
  // A note that was written on in an editor comes back as it is now.
  assert.equal(readMarks(text.replace("🌧", "🌧 and more")).marks[2].note, "🌧 and more");
});

test("what other programs wrote is taken as far as it names words", () => {
  const foreign = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    first: { items: [
      { type: "Annotation", bodyValue: "Look", target: { source: "https://example.org", selector: { type: "TextQuoteSelector", exact: "a pump had failed" } } },
      { type: "Annotation", body: { type: "TextualBody", value: "At offsets of another unit" }, target: { selector: [{ type: "TextPositionSelector", start: 3, end: 9 }, { type: "TextQuoteSelector", exact: "Ann Lee", prefix: "said " }] } },
      { type: "Annotation", target: "https://example.org/whole-page" },
      { type: "Annotation", target: { selector: { type: "XPathSelector", value: "/p" } } },
      null,
    ] },
  };
  const { marks, skipped } = readMarks(JSON.stringify(foreign));
  assert.deepEqual(marks.map(({ exact, note, start }) => ({ exact, note, start })), [{ exact: "a pump had failed", note: "Look", start: undefined }, { exact: "Ann Lee", note: "At offsets of another unit", start: undefined }]);
  assert.equal(skipped, 3);
});

test("what is no file of marks is refused", () => {
  for (const content of ["", "{", "[1, 2", "{}", "# Notes\n\n> a quote", "null", "\u0000\u0001"]) assert.throws(() => readMarks(content), SyntaxError, content);
  assert.deepEqual(readMarks("[]").marks, []);
});

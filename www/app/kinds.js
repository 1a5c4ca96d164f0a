// @ts-check
// The kinds of mark: its letter, its key, and which stretches of a view it names.

/** @typedef {import("../lib/index.d.ts").View} View */
/** @typedef {import("../lib/index.d.ts").Range} Span */

/**
 * @typedef {object} Kind
 * @property {string} name     as in styles/highlights.css
 * @property {string} letter
 * @property {boolean} on      shown at first
 * @property {(view: View) => Span[]} of
 * @property {(span: Span) => string} [style]  how it is painted, where that is not its name
 */

/** @param {View} view @param {string} kind */
const named = (view, kind) =>
  (view.entities ?? []).filter((it) => it.kind === kind).flatMap((it) => it.mentions.filter((mention) => mention.named));

/** In the order of the legend and of the keys 1 to 8. @type {readonly Kind[]} */
export const KINDS = [
  { name: "key", letter: "K", on: true, of: keySentences },
  { name: "quote", letter: "Q", on: true, of: (view) => view.quotes ?? [], style: (it) => ("kind" in it && it.kind === "reported" ? "reported" : "quote") },
  { name: "person", letter: "P", on: true, of: (view) => named(view, "person") },
  { name: "organization", letter: "O", on: true, of: (view) => named(view, "organization") },
  { name: "place", letter: "L", on: true, of: (view) => named(view, "place") },
  { name: "date", letter: "D", on: true, of: (view) => view.dates ?? [] },
  { name: "number", letter: "N", on: true, of: (view) => view.quantities ?? [] },
  { name: "keyphrase", letter: "T", on: false, of: keyphrases },
];

/** @param {View} view */
function keySentences(view) {
  return (view.summary?.sentences ?? []).flatMap((idx) => view.sentences?.[idx] ?? []);
}

/** @param {View} view */
function keyphrases(view) {
  return (view.keyphrases ?? []).flatMap((it) => it.mentions);
}

/**
 * A stretch in order of the text.
 * @param {readonly Span[]} spans
 * @returns {Span[]}
 */
export function inOrder(spans) {
  return [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
}

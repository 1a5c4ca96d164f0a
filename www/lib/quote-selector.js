// @ts-check
// Where a stretch of text lies, said so that it can be found again after the text has changed: its words, 32 characters
// on both sides, and its offsets. `describe` says it, `match` finds it.
//
// A place that is not sure is no place: the words are gone, two places fit alike, or more than a tenth of the words
// would have to be other words. Then `match` says why, and whoever asked shows an orphan. What this file does not do: search a
// DOM; it knows one string.

/** @typedef {import("./index.d.ts").Range} Span */

/**
 * Text quote and text position in one. The offsets count UTF-16 units, in the text that `fingerprint` names.
 * @typedef {object} Selector
 * @property {string} exact
 * @property {string} prefix
 * @property {string} suffix
 * @property {number} [start]
 * @property {number} [end]
 */

/** @typedef {{ start: number, end: number, edits: number } | { orphan: "missing" | "ambiguous" }} Match */

/** Characters of prefix and suffix: enough to tell most repeats apart. */
export const CONTEXT = 32;
/** The share of a quote that may have changed. */
const CHANGED = 0.1;
/** A quote of this length found once is the quote, whatever stands around it by now. */
const LONG = 32;
/** How much of the surroundings has to be there still, 0 to 1. */
const AROUND = 0.5;
/** By how much the best place has to be better than the second. */
const AHEAD = 0.1;
/** More places than that are not compared: none would be sure. */
const PLACES = 5000;
/** Work that may go into a changed quote, in table cells. */
const CELLS = 6e7;

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Required<Selector>}
 */
export function describe(text, { start, end }) {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(whole(text, Math.max(0, start - CONTEXT)), start),
    suffix: text.slice(end, whole(text, Math.min(text.length, end + CONTEXT))),
    start,
    end,
  };
}

/**
 * @param {string} text
 * @param {Selector} selector
 * @param {boolean} [same]  the text is the very one that was described: the offsets hold
 * @returns {Match}
 */
export function match(text, selector, same = false) {
  const { exact, start = -1, end = -1 } = selector;
  if (exact.trim() === "") return { orphan: "missing" };
  if (same && text.slice(start, end) === exact) return { start, end, edits: 0 };
  const found = sameWords(text, exact) ?? similarWords(text, exact);
  if (!found) return { orphan: "ambiguous" };
  if (found.length === 0) return { orphan: "missing" };
  const rated = found.map((it) => ({ ...it, around: around(text, it, selector) - it.edits / exact.length }));
  rated.sort((a, b) => b.around - a.around);
  const [best, second] = rated;
  if (second && best.around - second.around < AHEAD) return { orphan: "ambiguous" };
  const isSure = best.around >= AROUND || (!second && best.edits === 0 && exact.length >= LONG);
  return isSure ? { start: best.start, end: best.end, edits: best.edits } : { orphan: second ? "ambiguous" : "missing" };
}

/**
 * A short name of a text, to tell whether offsets hold in it. Two different texts have the same one by accident once
 * in 2^53 pairs.
 * @param {string} text
 */
export function fingerprint(text) {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let idx = 0; idx < text.length; idx++) {
    const unit = text.charCodeAt(idx);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** An offset that is not between the halves of a character. @param {string} text @param {number} at */
function whole(text, at) {
  const isCut = /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
  return isCut ? at + 1 : at;
}

/**
 * The places with exactly these words; blanks may be other blanks, as a text and its page differ in them. Null: none.
 * @param {string} text
 * @param {string} exact
 */
function sameWords(text, exact) {
  const words = exact.split(/\s+/).map((it) => it.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const found = [];
  for (const it of text.matchAll(new RegExp(words.join("\\s+"), "g"))) {
    found.push({ start: it.index, end: it.index + it[0].length, edits: 0 });
    if (found.length > PLACES) break;
  }
  return found.length > 0 ? found : null;
}

/**
 * The places with nearly these words. Of a quote with k changes, cut into k + 1 pieces, one piece is unchanged: it
 * leads there. Null: there is too much to compare for an answer to be sure.
 * @param {string} text
 * @param {string} exact
 */
function similarWords(text, exact) {
  const most = Math.floor(exact.length * CHANGED);
  /** @type {number[]} */
  const starts = [];
  const n = most + 1;
  for (let piece = 0; most > 0 && piece < n; piece++) {
    const from = Math.floor((piece * exact.length) / n);
    const needle = exact.slice(from, Math.floor(((piece + 1) * exact.length) / n));
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      starts.push(at - from);
      if (starts.length > PLACES) return null;
    }
  }
  starts.sort((a, b) => a - b);
  /** Windows that hold one candidate each. @type {[number, number][]} */
  const windows = [];
  for (const it of starts) {
    const last = windows.at(-1);
    if (last && it - most <= last[0] + 2 * most) last[1] = it + exact.length + most;
    else windows.push([it - most, it + exact.length + most]);
  }
  const cells = windows.reduce((sum, [from, to]) => sum + (to - from) * exact.length, 0);
  if (cells > CELLS) return null;
  return windows.flatMap(([from, to]) => nearest(text, Math.max(0, from), Math.min(text.length, to), exact, most) ?? []);
}

/**
 * The stretch of a window that differs least from a pattern (Sellers 1980).
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {string} pattern
 * @param {number} most
 */
function nearest(text, from, to, pattern, most) {
  const n = pattern.length;
  // The column before: edits of each beginning of the pattern, and where its match began.
  let edits = Uint32Array.from({ length: n + 1 }, (_, it) => it);
  let begun = new Uint32Array(n + 1).fill(from);
  let best = null;
  for (let at = from; at < to; at++) {
    const nextEdits = new Uint32Array(n + 1);
    const nextBegun = new Uint32Array(n + 1);
    nextBegun[0] = at + 1;
    const unit = text.charCodeAt(at);
    for (let it = 1; it <= n; it++) {
      const change = edits[it - 1] + (pattern.charCodeAt(it - 1) === unit ? 0 : 1);
      const extra = edits[it] + 1;
      const lack = nextEdits[it - 1] + 1;
      const least = Math.min(change, extra, lack);
      nextEdits[it] = least;
      nextBegun[it] = least === change ? begun[it - 1] : least === extra ? begun[it] : nextBegun[it - 1];
    }
    edits = nextEdits;
    begun = nextBegun;
    if (edits[n] <= most && (!best || edits[n] < best.edits)) best = { start: begun[n], end: at + 1, edits: edits[n] };
  }
  return best;
}

/**
 * How much of what stood around the quote stands around this place, 0 to 1.
 * @param {string} text
 * @param {Span} place
 * @param {Selector} selector
 */
function around(text, { start, end }, { prefix, suffix }) {
  const n = prefix.length + suffix.length;
  if (n === 0) return 1;
  const before = text.slice(Math.max(0, start - prefix.length), start);
  const behind = text.slice(end, end + suffix.length);
  // The better side counts double: what is new in a text comes before a sentence or behind it, seldom on both sides.
  const sides = [share(prefix, before), share(suffix, behind)].filter((it) => it !== null);
  return (Math.max(...sides) * 2 + Math.min(...sides)) / 3;
}

/** @param {string} wanted @param {string} found */
function share(wanted, found) {
  if (wanted === "") return found === "" ? null : 0;
  const flat = (/** @type {string} */ it) => it.replace(/\s+/g, " ");
  const [a, b] = [flat(wanted), flat(found)];
  return 1 - Math.min(1, distance(a, b) / Math.max(1, a.length));
}

/** Edits from one short string to another. @param {string} a @param {string} b */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, it) => it);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

// @ts-check
// A link to a sentence: `#:~:text=…` for the article's own page. In: the view and a stretch of it. Out: the directive, or
// null when no directive finds the stretch before anything else on the page. Every candidate is tried as a browser would
// read it, on the text we have; what stands elsewhere on the page we cannot know.

/** @typedef {import("../../lib/index.d.ts").View} View */
/** @typedef {import("../../lib/index.d.ts").Range} Span */
/** @typedef {{ prefix: string, start: string, end: string, suffix: string }} Directive */

/** Longer than this a stretch is named by its ends. */
const LONG = 160;
/** Words of context, and of the ends, in the order they are tried. */
const CONTEXT = [0, 2, 4, 8];
const ENDS = [4, 7, 12];
/** Between blocks of the page: no word of a directive may run over it. */
const EDGE = "\n";

/**
 * @param {View} view
 * @param {Span} span
 * @returns {string | null}
 */
export function textFragment(view, span) {
  const page = read(view, span);
  if (!page) return null;
  const { text, from, to, broken } = page;
  const wanted = text.slice(from, to);
  // What stands next to it in its own block; where nothing does, in the neighbouring one.
  const before = (text.slice(0, from).trimEnd().split(EDGE).at(-1) ?? "").split(" ");
  const after = text.slice(to).trimStart().split(EDGE)[0].split(" ");
  /** @type {[string, string][]} */
  const names = [];
  if (wanted.length <= LONG && !broken) names.push([wanted, ""]);
  const inner = wanted.split(" ");
  for (const n of ENDS) if (2 * n < inner.length) names.push([inner.slice(0, n).join(" "), inner.slice(-n).join(" ")]);
  if (names.length === 0) names.push([wanted, ""]);
  for (const n of CONTEXT) {
    for (const [start, end] of names) {
      for (const [prefix, suffix] of n === 0 ? [["", ""]] : [[before.slice(-n).join(" "), ""], ["", after.slice(0, n).join(" ")], [before.slice(-n).join(" "), after.slice(0, n).join(" ")]]) {
        const directive = { prefix, start, end, suffix };
        const found = find(text, directive);
        if (found && found[0] === from && found[1] === to) return written(directive);
      }
    }
  }
  return null;
}

/** A dash would read as a mark of prefix or suffix; commas and ampersands are written out anyway. @param {string} part */
const encoded = (part) => encodeURIComponent(part).replaceAll("-", "%2D");

/** @param {Directive} directive */
function written({ prefix, start, end, suffix }) {
  const parts = [prefix && `${encoded(prefix)}-`, encoded(start), end && encoded(end), suffix && `-${encoded(suffix)}`];
  return `:~:text=${parts.filter(Boolean).join(",")}`;
}

/**
 * The page as a browser searches it: blocks of text with single blanks.
 * @param {View} view
 * @param {Span} span
 */
function read(view, { start, end }) {
  /** @type {string[]} */
  const blocks = [];
  let length = 0;
  let from = -1;
  let to = -1;
  for (const it of view.blocks ?? []) {
    const block = flat(view.text.slice(it.start, it.end));
    if (it.start <= start && start < it.end) {
      from = length + flat(`${view.text.slice(it.start, start)}.`).length - 1;
      to = from + flat(view.text.slice(start, Math.min(end, it.end))).length;
    }
    blocks.push(block);
    length += block.length + EDGE.length;
  }
  // A line break inside a paragraph may be an element of its own there.
  return from < 0 ? null : { text: blocks.join(EDGE), from, to, broken: /[\n\r]/.test(view.text.slice(start, end).trim()) };
}

/** @param {string} text */
const flat = (text) => text.replace(/\s+/g, " ").trim();

/**
 * The first match of a directive, as the standard looks for it: letters of any case, whole words, prefix and suffix next
 * to it or in the neighbouring block.
 * @param {string} page
 * @param {Directive} directive
 * @returns {[number, number] | null}
 */
export function find(page, { prefix, start, end, suffix }) {
  const text = page.toLowerCase();
  // Lower case may be longer in a few scripts: then our offsets would be wrong, and there is no link.
  if (text.length !== page.length) return null;
  const [p, s, e, x] = [prefix, start, end, suffix].map((it) => it.toLowerCase());
  for (let at = next(text, p || s, 0); at >= 0; at = next(text, p || s, at + 1)) {
    const from = p ? skip(text, at + p.length) : at;
    if (p && !(text.startsWith(s, from) && isEdge(text, from) && isEdge(text, from + s.length))) continue;
    let to = from + s.length;
    if (!e) {
      if (!x || isAt(text, x, skip(text, to))) return [from, to];
      continue;
    }
    for (let last = next(text, e, to); last >= 0; last = next(text, e, last + 1)) {
      to = last + e.length;
      if (!x || isAt(text, x, skip(text, to))) return [from, to];
    }
    return null;
  }
  return null;
}

/** The next place of some whole words. @param {string} text @param {string} words @param {number} from */
function next(text, words, from) {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) if (isAt(text, words, at)) return at;
  return -1;
}

/** @param {string} text @param {string} words @param {number} at */
const isAt = (text, words, at) => text.startsWith(words, at) && isEdge(text, at) && isEdge(text, at + words.length);

/** Behind blanks and the edges of blocks. @param {string} text @param {number} at */
function skip(text, at) {
  while (text[at] === " " || text[at] === EDGE) at++;
  return at;
}

const LETTER = /[\p{L}\p{N}\p{M}_]/u;

/** Whether a word may begin or end here. @param {string} text @param {number} at */
const isEdge = (text, at) => at <= 0 || at >= text.length || !(LETTER.test(text[at - 1]) && LETTER.test(text[at]));

// @ts-check
// Paints stretches of an article by kind. With the platform's custom highlights the article's elements stay untouched;
// where the platform has none, the same function wraps the text in <mark data-kind="…"> instead. Styles are in
// styles/highlights.css, under ::highlight(nutgraf-<kind>) and mark[data-kind].

/** @typedef {{ ranges(start: number, end: number): StaticRange[] }} TextMap  a `TextMap` or `TextPlaces` */
/** @typedef {{ start: number, end: number }} Stretch */

/** What lies above what, where kinds overlap: a name inside a key sentence must stay visible. */
const LAYERS = ["key", "keyphrase", "reported", "quote", "number", "date", "place", "organization", "person", "new", "own-1", "own-2", "own-3", "own-4", "said", "tint", "target"];

/** Whether marks are painted as ranges. */
export const paintsRanges = typeof Highlight === "function" && typeof CSS !== "undefined" && "highlights" in CSS;

/**
 * Paints stretches; returns a function that takes the paint off.
 * @param {TextMap} map
 * @param {string} kind
 * @param {Iterable<Stretch>} stretches
 * @returns {() => void}
 */
export function paint(map, kind, stretches) {
  const ranges = [];
  for (const { start, end } of stretches) ranges.push(...map.ranges(start, end));
  return paintsRanges ? paintRanges(kind, ranges) : wrapRanges(kind, ranges);
}

/**
 * Wraps stretches in <mark> elements whatever the platform can paint, each told by name where it begins: for readers who
 * do not see paint. Returns a function that unwraps them.
 * @param {TextMap} map
 * @param {string} kind
 * @param {Iterable<Stretch>} stretches
 * @param {string} name  of a single one, in words
 * @returns {() => void}
 */
export function wrap(map, kind, stretches, name) {
  const ranges = [];
  for (const { start, end } of stretches) ranges.push(...map.ranges(start, end));
  return wrapRanges(kind, ranges, name);
}

/**
 * @param {string} kind
 * @param {StaticRange[]} ranges
 */
function paintRanges(kind, ranges) {
  if (!CSS.highlights.has(`nutgraf-${kind}`)) register(kind);
  const highlight = /** @type {Highlight} */ (CSS.highlights.get(`nutgraf-${kind}`));
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}

/**
 * All layers at once, lowest first: of equal priorities the later one lies above. Priorities of their own would say
 * it better, but WebKitGTK 2.50 dies of overlapping highlights that have them.
 * @param {string} kind
 */
function register(kind) {
  for (const layer of new Set([...LAYERS, kind])) {
    const name = `nutgraf-${layer}`;
    if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
  }
}

/**
 * @param {string} kind
 * @param {StaticRange[]} ranges
 * @param {string} [name]
 */
function wrapRanges(kind, ranges, name) {
  /** @type {HTMLElement[]} */
  const marks = [];
  /** Each a text node and what was cut off behind it. @type {[Text, Text][]} */
  const cuts = [];
  // From the back, so that splitting a node leaves the places before it true.
  for (const { startContainer, startOffset, endContainer, endOffset } of ranges.reverse()) {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    const found = pieces(range, cuts);
    for (const piece of found) {
      const mark = document.createElement("mark");
      mark.dataset.kind = kind;
      if (name && piece === found[0]) mark.dataset.begin = name;
      if (name && piece === found.at(-1)) mark.dataset.end = "";
      piece.replaceWith(mark);
      mark.append(piece);
      marks.push(mark);
    }
  }
  return () => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    // Only what we cut is put together again: the page's own neighbours stay two nodes.
    for (const [head, tail] of cuts.reverse()) {
      if (tail.previousSibling !== head) continue;
      head.appendData(tail.data);
      tail.remove();
    }
  };
}

/**
 * The text nodes of a range, split at its ends.
 * @param {Range} range
 * @param {[Text, Text][]} cuts
 */
function pieces(range, cuts) {
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = range;
  const found = [];
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  /** @type {Node | null} */
  let node = commonAncestorContainer instanceof Text ? commonAncestorContainer : walker.nextNode();
  for (; node; node = walker.nextNode()) {
    if (range.intersectsNode(node)) found.push(/** @type {Text} */ (node));
  }
  const cut = (/** @type {Text} */ text, /** @type {number} */ offset) => {
    const tail = text.splitText(offset);
    cuts.push([text, tail]);
    return tail;
  };
  return found
    .map((text) => {
      if (text === endContainer && endOffset < text.length) cut(text, endOffset);
      return text === startContainer && startOffset > 0 ? cut(text, startOffset) : text;
    })
    .filter((text) => text.length > 0);
}

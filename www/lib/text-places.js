// @ts-check
// From UTF-16 offsets of a live page's text to places in its nodes. In: the places that `readDom` wrote down while it
// read. White space that the reading joined is counted again only in the nodes that are asked for. It keeps nodes, so
// it holds as long as the page leaves them alone; a node that was taken out or rewritten gives no range.

/** @typedef {import("./read-dom.js").NodePlace} NodePlace */

/** As in `read-dom.js`: the white space of HTML, and the line ends of Unicode. */
const BLANK = /[ \t\n\f\r\u0085\u2028\u2029]/;

export class TextPlaces {
  /** @type {NodePlace[]} */ #places;

  /** @param {NodePlace[]} places  in the order of the text */
  constructor(places) {
    this.#places = places;
  }

  /**
   * The ranges that show a stretch, one a text node.
   * @param {number} start
   * @param {number} end
   * @returns {StaticRange[]}
   */
  ranges(start, end) {
    const ranges = [];
    for (let idx = this.#at(start); idx < this.#places.length && this.#places[idx].start < end; idx++) {
      const place = this.#places[idx];
      const { node } = place;
      if (!node.isConnected) continue;
      const from = locate(place, Math.max(start - place.start, 0));
      const to = locate(place, end - place.start, true);
      if (from < to) ranges.push(new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }));
    }
    return ranges;
  }

  /** Index of the last place that begins at `offset` or before. @param {number} offset */
  #at(offset) {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#places[middle].start <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }
}

/** Where counting in a node got to: findings come in the order of the text. @type {WeakMap<NodePlace, { units: number, at: number }>} */
const counted = new WeakMap();

/**
 * The offset in a node's own data of a place in its words.
 * @param {NodePlace} place
 * @param {number} units  in the text, from the node's first word
 * @param {boolean} [asEnd]  before the white space that follows, not behind it
 */
function locate(place, units, asEnd = false) {
  const { node, skipped, verbatim } = place;
  const { data } = node;
  if (verbatim) return Math.min(skipped + units, data.length);
  let from = counted.get(place);
  if (!from || from.units > units) from = { units: 0, at: skipped };
  let { at } = from;
  for (let left = units - from.units; left > 0 && at < data.length; left--) {
    const wasBlank = BLANK.test(data[at]);
    at += 1;
    while (wasBlank && at < data.length && BLANK.test(data[at])) at += 1;
  }
  counted.set(place, { units, at });
  while (asEnd && at > skipped && BLANK.test(data[at - 1])) at -= 1;
  return at;
}

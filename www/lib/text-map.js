// @ts-check
// From UTF-16 offsets of the text to places in the DOM and back. In: elements, each showing one stretch of the text in
// its text nodes, in order. It keeps no text nodes: wrapping or splitting them inside an element does no harm.

/** @typedef {{ start: number, end: number, element: Element }} Place */

export class TextMap {
  /** In order, disjoint. @type {Place[]} */
  #places = [];

  /**
   * Adds an element that shows `text.slice(start, end)`; elements come in the order of the text.
   * @param {number} start
   * @param {number} end
   * @param {Element} element
   */
  add(start, end, element) {
    this.#places.push({ start, end, element });
  }

  /** The elements that show some of a stretch. @param {number} start @param {number} end */
  elements(start, end) {
    const found = [];
    for (let idx = this.#first(start); idx < this.#places.length && this.#places[idx].start < end; idx++) {
      found.push(this.#places[idx].element);
    }
    return found;
  }

  /**
   * The ranges that show a stretch, one an element.
   * @param {number} start
   * @param {number} end
   * @returns {StaticRange[]}
   */
  ranges(start, end) {
    const ranges = [];
    for (let idx = this.#first(start); idx < this.#places.length && this.#places[idx].start < end; idx++) {
      const place = this.#places[idx];
      const from = locate(place.element, Math.max(start, place.start) - place.start);
      const to = locate(place.element, Math.min(end, place.end) - place.start, true);
      if (from && to) {
        ranges.push(
          new StaticRange({
            startContainer: from.node,
            startOffset: from.offset,
            endContainer: to.node,
            endOffset: to.offset,
          }),
        );
      }
    }
    return ranges;
  }

  /**
   * The offset that a place in the DOM shows; null outside of the text.
   * @param {Node} node
   * @param {number} offset
   */
  offset(node, offset) {
    const parent = node instanceof Element ? node : node.parentElement;
    for (const place of this.#places) {
      if (!place.element.contains(parent)) continue;
      let before = 0;
      for (const text of textNodes(place.element)) {
        if (text === node) return place.start + before + offset;
        before += text.data.length;
      }
      return place.start;
    }
    return null;
  }

  /** Index of the first place that ends behind `offset`. @param {number} offset */
  #first(offset) {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#places[middle].end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * @param {Element} element
 * @param {number} offset
 * @param {boolean} [asEnd]  between two text nodes: the end of the first, not the start of the second
 */
function locate(element, offset, asEnd = false) {
  const only = element.firstChild;
  // Nearly always: nothing is wrapped.
  if (only instanceof Text && !only.nextSibling) return { node: only, offset: Math.min(offset, only.length) };
  for (const node of textNodes(element)) {
    if (offset < node.length || (asEnd && offset === node.length)) return { node, offset };
    offset -= node.length;
  }
  return null;
}

/** @param {Element} element */
function* textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield /** @type {Text} */ (node);
}

// @ts-check
// The article, laid out by its structure. In: a view. Out: the elements, and a map from offsets to them. Long texts are
// laid out piece by piece, so that the page stays quick; whoever needs a place that is not there yet calls `ensure`.

import { TextMap } from "../../lib/text-map.js";
import { h, say } from "../dom.js";
import { isBody, paragraphNumbers } from "../paragraphs.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */
/** @typedef {import("../../lib/index.d.ts").Block} Block */

/** A block longer than this is shown in several pieces: one endless line box would stop every browser. */
const PIECE = 6000;
/** Time for one go at laying out, in milliseconds. */
const SLICE = 8;
/** From this many blocks on, what is out of sight is not laid out by the browser. */
const MANY = 150;

/** So much of a text is shown before it is read, in UTF-16 units. */
const AHEAD = 20_000;
const RIGHT_TO_LEFT = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"]);
const BULLET = /^\s*(?:[-*•‣◦–—·]|\d{1,3}[.)])\s/;

export class ArticlePane {
  #root;
  #map = new TextMap();
  /** @type {View | null} */ #view = null;
  /** What is still to be laid out. @type {{ end: number, build: () => void }[]} */ #steps = [];
  #next = 0;
  #generation = 0;
  /** Settles when all is laid out. */ #done = settled();
  /** Paragraph numbers by block. @type {Int32Array} */ #numbers = new Int32Array();
  /** @type {HTMLElement | null} */ #list = null;
  #lastLevel = 1;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  get map() {
    return this.#map;
  }

  /** Up to where the text is laid out. */
  get shown() {
    return this.#next >= this.#steps.length ? Infinity : (this.#steps[this.#next - 1]?.end ?? 0);
  }

  /** How many paragraphs are laid out, of how many; null when all are. @returns {[number, number] | null} */
  get progress() {
    const { length } = this.#numbers;
    if (this.#next >= this.#steps.length || length === 0) return null;
    const last = (/** @type {number} */ to) => {
      for (let idx = Math.min(to, length) - 1; idx >= 0; idx--) if (this.#numbers[idx]) return this.#numbers[idx];
      return 0;
    };
    return [last(this.#next), last(length)];
  }

  /** Settles when the article is laid out, or another one takes its place. */
  get whole() {
    return this.#done.promise;
  }

  /** The beginning of a text before anything is known of it. @param {string} text */
  preview(text) {
    this.#clear();
    this.#root.lang = "";
    const title = h("h1", { class: "visually-hidden" }, words.untitled);
    const lines = text.slice(0, AHEAD).split(/\n\s*/, 60).filter((it) => it.trim() !== "");
    this.#root.append(title, ...lines.map((it) => h("p", { dir: "auto" }, it)));
  }

  #clear() {
    this.#map = new TextMap();
    this.#list = null;
    this.#lastLevel = 1;
    this.#steps = [];
    this.#next = 0;
    this.#numbers = new Int32Array();
    this.#generation++;
    this.#done.resolve();
    this.#done = settled();
    this.#root.replaceChildren();
  }

  /** @param {View} view */
  update(view) {
    this.#clear();
    this.#view = view;
    this.#numbers = paragraphNumbers(view);
    this.#root.lang = view.language.tag === "und" ? "" : view.language.tag;
    // Numbers stand in the margin where lines begin: on the right in Arabic and Hebrew.
    this.#root.dir = RIGHT_TO_LEFT.has(view.language.script) ? "rtl" : "ltr";
    this.#root.classList.toggle("long", (view.blocks?.length ?? 0) > MANY);
    this.#steps = this.#plan(view);
    this.#run(this.#generation);
  }

  /** Lays out at least all up to `offset`, at once. @param {number} offset */
  ensure(offset) {
    if (offset <= this.shown) return;
    while (this.#next < this.#steps.length && offset > this.shown) this.#steps[this.#next++].build();
    say(this.#root, "shown");
  }

  /** @param {number} generation */
  #run(generation) {
    if (generation !== this.#generation) return;
    const start = performance.now();
    do this.#steps[this.#next++]?.build();
    while (this.#next < this.#steps.length && performance.now() - start < SLICE);
    say(this.#root, "shown");
    if (this.#next < this.#steps.length) setTimeout(() => this.#run(generation));
    else this.#done.resolve();
  }

  /** One step a block, in order. @param {View} view */
  #plan(view) {
    const blocks = view.blocks ?? [];
    const steps = [];
    const headline = blocks.findIndex((it) => it.role === "headline");
    const aside = blocks.filter((it) => it.role === "furniture");
    // What was set aside is folded in one place, under the head of the article.
    const body = blocks.findIndex((it) => isBody(it) || it.role === "crosshead");
    const isHead = (/** @type {Block} */ it) => ["site", "kicker", "headline", "standfirst", "byline", "timestamp"].includes(it.role);
    const lastHead = blocks.findLastIndex((it, idx) => isHead(it) && (body < 0 || idx < body));
    const foldAt = Math.max(lastHead, 0);
    if (headline < 0) {
      const title = h("h1", { class: "visually-hidden" }, words.untitled);
      steps.push({ end: 0, build: () => this.#root.append(title) });
    }
    if (aside.length > 0 && aside.length === blocks.length) steps.push({ end: 0, build: () => this.#fold(view, aside, true) });
    blocks.forEach((block, idx) => {
      const build = () => {
        if (block.role !== "furniture") this.#block(view.text, block, idx, idx === headline);
        if (idx === foldAt && aside.length > 0 && aside.length < blocks.length) this.#fold(view, aside, false);
      };
      steps.push({ end: block.end, build });
    });
    return steps;
  }

  /**
   * @param {View} view
   * @param {Block[]} blocks
   * @param {boolean} open
   */
  #fold(view, blocks, open) {
    const names = blocks
      .map((it) => view.text.slice(it.start, it.end).replace(/\s+/g, " ").trim())
      .filter((it) => it.length < 70)
      .slice(0, 2)
      .map((it) => (it.length > 36 ? `${it.slice(0, 34).trimEnd()}…` : it));
    const fold = h("details", { class: "furniture", open }, h("summary", {}, words.aside(blocks.length, [...new Set(names)])));
    // Built when looked into: a saved page may set aside thousands.
    const fill = () => {
      if (fold.childElementCount > 1) return;
      for (const it of blocks) fold.append(h("p", { dir: "auto" }, view.text.slice(it.start, it.end)));
    };
    fold.addEventListener("toggle", fill);
    if (open) fill();
    this.#root.append(fold);
  }

  /**
   * @param {string} text
   * @param {Block} block
   * @param {number} idx
   * @param {boolean} isHeadline
   */
  #block(text, block, idx, isHeadline) {
    const number = this.#numbers[idx];
    if (block.role !== "list_item") this.#list = null;
    let first = true;
    for (const [start, end] of pieces(this.#view, block)) {
      const element = this.#element(block, isHeadline);
      element.append(text.slice(start, end));
      element.dir = "auto";
      element.tabIndex = -1;
      element.dataset.block = String(idx);
      if (number && first) element.dataset.number = String(number);
      if (!first) element.classList.add("piece");
      if (idx === this.#view?.nut_graf && first) element.classList.add("nut-graf");
      this.#map.add(start, end, element);
      first = false;
    }
    const list = this.#list;
    if (list && list.childElementCount === 1) list.classList.toggle("marked", BULLET.test(text.slice(block.start, block.start + 8)));
  }

  /**
   * The element that shows a block, put in its place.
   * @param {Block} block
   * @param {boolean} isHeadline
   * @returns {HTMLElement}
   */
  #element(block, isHeadline) {
    const root = this.#root;
    /** @param {HTMLElement} element @param {Element} [parent] */
    const put = (element, parent = root) => {
      parent.append(element);
      return element;
    };
    switch (block.role) {
      case "headline":
        return put(isHeadline ? h("h1") : h("h2"));
      case "crosshead": {
        // A level may not be skipped on the way down, whatever the page did.
        const level = Math.min(Math.max(block.level ?? 2, 2), this.#lastLevel + 1, 6);
        this.#lastLevel = level;
        return put(h(/** @type {"h2"} */ (`h${level}`), { class: "crosshead" }));
      }
      case "list_item":
        this.#list ??= /** @type {HTMLElement} */ (put(h("ul")));
        return put(h("li"), this.#list);
      case "quotation":
        return put(h("p"), put(h("blockquote")));
      case "code":
        return put(h("code"), put(h("pre")));
      case "table":
        return put(h("p", { class: "table" }));
      case "paragraph":
        return put(h("p"));
      default:
        return put(h("p", { class: block.role }));
    }
  }
}

/**
 * A block in pieces that a browser lays out quickly, cut between sentences where it can be.
 * @param {View | null} view
 * @param {Block} block
 * @returns {[number, number][]}
 */
function pieces(view, { start, end }) {
  if (end - start <= PIECE) return [[start, end]];
  const sentences = view?.sentences ?? [];
  /** @type {[number, number][]} */
  const found = [];
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].start < start) low = middle + 1;
    else high = middle;
  }
  let from = start;
  while (end - from > PIECE) {
    let cut = 0;
    for (; low < sentences.length && sentences[low].start <= from + PIECE && sentences[low].start < end; low++) {
      if (sentences[low].start > from) cut = sentences[low].start;
    }
    if (cut <= from) {
      const text = view?.text ?? "";
      const blank = text.lastIndexOf(" ", from + PIECE);
      cut = blank > from ? blank + 1 : from + PIECE;
      // Not between the halves of a surrogate pair.
      if (/[\uDC00-\uDFFF]/.test(text.charAt(cut)) && /[\uD800-\uDBFF]/.test(text.charAt(cut - 1))) cut++;
    }
    found.push([from, cut]);
    from = cut;
  }
  found.push([from, end]);
  return found;
}

/** A promise and what settles it. */
function settled() {
  let resolve = () => {};
  /** @type {Promise<void>} */
  const promise = new Promise((it) => (resolve = it));
  return { promise, resolve };
}

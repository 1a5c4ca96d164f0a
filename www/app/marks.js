// @ts-check
// Which marks are on the article: kinds switched on and off, the sentence that was asked for, the one looked at.
// Follows the article as it is laid out, and paints only what is new.

import { paint, wrap } from "../lib/highlight.js";
import { KINDS, inOrder } from "./kinds.js";
import { words } from "./words.js";

/** @typedef {import("../lib/index.d.ts").View} View */
/** @typedef {import("../lib/index.d.ts").Range} Span */
/** @typedef {import("./panes/article.js").ArticlePane} ArticlePane */

/** Where marks would only disturb: a headline names its people in large letters already. */
const UNMARKED = new Set(["site", "kicker", "headline", "crosshead", "furniture"]);

export class Marks {
  #article;
  /** @type {View | null} */ #view = null;
  /** @type {Set<string>} */ #on = new Set(KINDS.filter((it) => it.on).map((it) => it.name));
  /** By kind: what is to paint, how much of it is painted, how to take it off. @type {Map<string, { spans: Span[], done: number, off: (() => void)[] }>} */
  #layers = new Map();
  /** @type {Map<string, () => void>} */ #single = new Map();

  /** Marks are told in words, for who does not see paint. */ #asText = false;

  /** @param {ArticlePane} article */
  constructor(article) {
    this.#article = article;
  }

  get on() {
    return this.#on;
  }

  /** A new view: all former marks are gone with its elements. @param {View} view */
  update(view) {
    this.clear();
    this.#view = view;
    for (const { name } of KINDS) this.#prepare(name);
  }

  /** Takes all marks off. Call it before the article's elements go. */
  clear() {
    for (const name of this.#layers.keys()) this.#takeOff(name);
    for (const off of this.#single.values()) off();
    this.#single.clear();
    this.#layers.clear();
  }

  /** The same article, another summary. @param {View} view */
  updateSummary(view) {
    this.#view = view;
    this.#takeOff("key");
    this.#prepare("key");
    this.follow();
  }

  /** @param {string} kind @param {boolean} on */
  switch(kind, on) {
    this.#takeOff(kind);
    if (on) this.#on.add(kind);
    else this.#on.delete(kind);
    this.#prepare(kind);
    this.follow();
  }

  /** All marks anew, painted or told in words. @param {boolean} asText */
  set asText(asText) {
    for (const name of [...this.#layers.keys()].reverse()) this.#takeOff(name);
    this.#asText = asText;
    for (const { name } of KINDS) this.#prepare(name);
    this.follow();
  }

  /** Paints what has been laid out since. */
  follow() {
    const { shown, map } = this.#article;
    for (const [kind, layer] of this.#layers) {
      const from = layer.done;
      while (layer.done < layer.spans.length && layer.spans[layer.done].end <= shown) layer.done++;
      if (layer.done === from) continue;
      const style = KINDS.find((it) => it.name === kind)?.style ?? (() => kind);
      const fresh = layer.spans.slice(from, layer.done);
      for (const name of new Set(fresh.map(style))) {
        const spans = fresh.filter((it) => style(it) === name);
        layer.off.push(this.#asText ? wrap(map, name, spans, words.kinds[kind][1]) : paint(map, name, spans));
      }
    }
  }

  /** One stretch in a style of its own, in place of the former one. @param {"target" | "tint"} style @param {Span | null} span */
  point(style, span) {
    this.#single.get(style)?.();
    this.#single.delete(style);
    if (span && span.start < this.#article.shown) this.#single.set(style, paint(this.#article.map, style, [span]));
  }

  /** The marks that are on, in order of the text. @returns {(Span & { kind: string })[]} */
  all() {
    const spans = [...this.#layers].flatMap(([kind, { spans }]) => spans.map(({ start, end }) => ({ start, end, kind })));
    return spans.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** @param {string} name */
  #prepare(name) {
    const kind = KINDS.find((it) => it.name === name);
    if (!this.#view || !kind || !this.#on.has(name)) return;
    const spans = inOrder(kind.of(this.#view));
    this.#layers.set(name, { spans: name === "key" ? spans : outside(this.#view, spans), done: 0, off: [] });
  }

  /** @param {string} name */
  #takeOff(name) {
    for (const off of this.#layers.get(name)?.off ?? []) off();
    this.#layers.delete(name);
  }
}

/**
 * The spans that do not lie in a headline.
 * @param {View} view
 * @param {Span[]} spans  in order
 */
function outside({ blocks }, spans) {
  let at = 0;
  return spans.filter(({ start }) => {
    while (blocks && at < blocks.length - 1 && blocks[at].end <= start) at++;
    return !UNMARKED.has(blocks?.[at]?.role ?? "");
  });
}

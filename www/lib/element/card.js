// @ts-check
// The inside of an open card: reads the article, asks the worker, and lists what was found, each line leading to its
// place. In: the element and the box to fill. It is loaded when the first card opens. Everything of the article reaches
// the card as text.

import { NutgrafError } from "../error.js";
import { readDom } from "../read-dom.js";
import { TextPlaces } from "../text-places.js";
import { cardWords } from "./card-words.js";
import { Marks } from "./marks.js";
import { loadRelated } from "./related.js";
import { acquire, analyze } from "./shared.js";
import { speaks } from "./words.js";

/** @typedef {import("../index.d.ts").View} View */
/** @typedef {import("../index.d.ts").Range} Span */

/** A list is a help, not a register. */
const MOST_NAMES = 12;
const MOST_LINES = 8;

/** Words around a number, in UTF-16 units. */
const AROUND = 48;

/** A press excuses what moves within this time, in milliseconds; what comes later has to keep its place. */
const EXCUSED = 400;

/** What `show` may name, and by which other word. */
const PARTS = /** @type {Record<string, string>} */ ({
  summary: "summary", entities: "people", people: "people", quotes: "quotes", numbers: "numbers", quantities: "numbers",
  timeline: "timeline", dates: "timeline", highlights: "marks", marks: "marks",
});

const ONLY = "metadata,blocks,sentences,summary,entities,quotes,quantities,dates,timeline";

export class Card {
  /** @type {import("../element.js").NutgrafArticle} */ #host;
  /** @type {HTMLElement} */ #body;
  #marks = new Marks();
  /** @type {(() => void) | null} */ #release = null;
  /** @type {Element | null} */ #article = null;
  /** @type {TextPlaces | null} */ #places = null;

  /**
   * @param {import("../element.js").NutgrafArticle} host
   * @param {HTMLElement} body
   */
  constructor(host, body) {
    this.#host = host;
    this.#body = body;
    // From the first press on, the card is as high as it has to be: what moves then, the reader moved.
    body.addEventListener("click", () => body.style.removeProperty("block-size"));
  }

  /**
   * Fills the card. Rejects with code `too_short` when there is nothing to sum up.
   * @param {Element} article
   * @param {{ pressedAt: number, signal: AbortSignal }} how
   * @returns {Promise<View>}
   */
  async fill(article, { pressedAt, signal }) {
    this.#release ??= acquire();
    const host = this.#host;
    const lang = speaks(host);
    /** @type {import("../read-dom.js").NodePlace[]} */
    const nodes = [];
    const { text, hints } = readDom(article, nodes);
    const related = host.related ? loadRelated(host.related, signal) : Promise.resolve([]);
    await breath();
    const view = await analyze(text, { hints, sentences: host.sentences, only: ONLY, signal });
    const similar = await related;
    signal.throwIfAborted();
    const lines = (view.summary?.sentences ?? []).map((idx) => /** @type {Span[]} */ (view.sentences)[idx]);
    const body = view.sentences?.filter((it) => ["paragraph", "list_item", "quotation"].includes(view.blocks?.[it.block].role ?? ""));
    // A summary as long as the article is none.
    if (lines.length === 0 || (body?.length ?? 0) <= lines.length + 1) {
      throw new NutgrafError("too_short", "There is too little text to sum up");
    }
    this.#marks.clear();
    this.#article = article;
    this.#places = new TextPlaces(nodes);
    const parts = wanted(host.show);
    const content = new Content(view, cardWords(lang), (span) => this.#go(span));
    const paint = () => this.#paint(view, lines, parts);
    const pieces = [content.lines(lines), content.more(parts, similar, (on) => (on ? paint() : this.#marks.clear())), content.foot()];
    await breath();
    signal.throwIfAborted();
    if (performance.now() - pressedAt < EXCUSED) this.#body.style.removeProperty("block-size");
    this.#body.replaceChildren(...pieces);
    if (parts.has("marks") && host.show) {
      await breath();
      if (!signal.aborted) this.#body.querySelector(".marks")?.dispatchEvent(new Event("toggle-marks"));
    }
    return view;
  }

  /** Takes the content and the marks away. */
  empty() {
    this.#marks.clear();
    this.#body.replaceChildren();
    this.#places = null;
    this.#article = null;
    this.#release?.();
    this.#release = null;
  }

  close() {
    this.empty();
  }

  /** Shows a place of the article. @param {Span} span */
  #go({ start, end }) {
    const article = this.#article;
    const places = this.#places;
    if (!article || !places) return;
    const [first] = places.ranges(start, end);
    if (!first) return;
    this.#marks.paint(article, places, "target", [{ start, end }]);
    const range = /** @type {Document} */ (first.startContainer.ownerDocument).createRange();
    range.setStart(first.startContainer, first.startOffset);
    range.setEnd(first.endContainer, first.endOffset);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const behavior = calm ? "auto" : "smooth";
    first.startContainer.parentElement?.scrollIntoView({ block: "center", behavior });
    // In a paragraph higher than the window the middle may be elsewhere.
    const { top, bottom, height } = range.getBoundingClientRect();
    const parent = first.startContainer.parentElement?.getBoundingClientRect();
    if (parent && parent.height > innerHeight * 0.8 && height > 0) scrollBy({ top: (top + bottom - innerHeight) / 2, behavior });
  }

  /** @param {View} view @param {Span[]} lines @param {Set<string>} parts */
  async #paint(view, lines, parts) {
    const article = this.#article;
    const places = this.#places;
    const of = (/** @type {string} */ kind) => (view.entities ?? []).filter((it) => it.kind === kind).flatMap((it) => it.mentions.filter((mention) => mention.named));
    /** @type {[any, Iterable<Span>, string][]} */
    const layers = [
      ["key", lines, "summary"],
      ["quote", (view.quotes ?? []).filter((it) => it.kind !== "reported"), "quotes"],
      ["number", view.quantities ?? [], "numbers"],
      ["date", view.dates ?? [], "timeline"],
      ["place", of("place"), "people"],
      ["organization", of("organization"), "people"],
      ["person", of("person"), "people"],
    ];
    for (const [kind, spans, part] of layers) {
      if (!article || this.#places !== places || !places) return;
      if (part === "summary" || parts.has(part)) this.#marks.paint(article, places, kind, spans);
      await breath();
    }
  }
}

/** Builds the lists of a view. */
class Content {
  /** @type {View} */ #view;
  /** @type {import("./card-words.js").CardWords} */ #words;
  /** @type {(span: Span) => void} */ #go;

  /**
   * @param {View} view
   * @param {import("./card-words.js").CardWords} words
   * @param {(span: Span) => void} go
   */
  constructor(view, words, go) {
    this.#view = view;
    this.#words = words;
    this.#go = go;
  }

  /** @param {Span[]} spans */
  lines(spans) {
    const list = make("ol", { part: "summary" });
    spans.forEach((span, idx) => {
      const button = this.#leading(span, "line", [make("span", { class: "n", part: "number" }, String(idx + 1)), this.#article("span", span)]);
      button.title = this.#words.jump;
      list.append(make("li", {}, button));
    });
    return list;
  }

  foot() {
    return make("p", { class: "foot quiet", part: "foot" }, this.#words.foot);
  }

  /**
   * @param {Set<string>} parts
   * @param {import("./related.js").Related[]} similar
   * @param {(on: boolean) => void} mark
   */
  more(parts, similar, mark) {
    const box = make("div", { class: "more", part: "more" });
    const lists = { people: () => this.#people(), quotes: () => this.#quotes(), numbers: () => this.#numbers(), timeline: () => this.#timeline() };
    for (const [name, build] of Object.entries(lists)) {
      const items = parts.has(name) ? build() : [];
      if (items.length > 0) box.append(this.#details(/** @type {"people"} */ (name), items));
    }
    if (similar.length > 0) box.append(this.#details("related", similar.map((it) => related(it))));
    const button = make("button", { class: "marks", part: "button marks", type: "button", "aria-pressed": "false" }, this.#words.marks);
    const toggle = () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      mark(on);
    };
    button.addEventListener("click", toggle);
    button.addEventListener("toggle-marks", toggle);
    box.append(button);
    return box;
  }

  /** @param {"people" | "quotes" | "numbers" | "timeline" | "related"} name @param {HTMLElement[]} items */
  #details(name, items) {
    const heading = make("summary", { part: "legend" }, this.#words[name], make("span", { class: "quiet" }, String(items.length)));
    const list = make("ul", { class: name === "people" ? "list names" : "list", part: `list ${name}` }, ...items.map((it) => make("li", {}, it)));
    return make("details", { part: "details" }, heading, list);
  }

  #people() {
    const named = (this.#view.entities ?? []).filter((it) => it.kind !== "other" && it.mentions.some((mention) => mention.named));
    return named.slice(0, MOST_NAMES).map((it) => {
      const first = it.mentions.find((mention) => mention.named) ?? it.mentions[0];
      const count = make("span", { class: "quiet" }, ` ${it.mentions.length}`);
      return this.#leading(first, "item", [make("bdi", {}, it.name), count]);
    });
  }

  #quotes() {
    const said = (this.#view.quotes ?? []).filter((it) => it.kind !== "reported");
    return said.slice(0, MOST_LINES).map((it) => {
      const speaker = make("span", { class: "quiet" }, ` \u2014 ${it.speaker?.name ?? this.#words.unclear}`);
      return this.#leading(it, "item", [this.#article("span", it), speaker]);
    });
  }

  #numbers() {
    const { text, sentences } = this.#view;
    // Bare counts such as "two" tell little alone.
    const telling = (this.#view.quantities ?? []).filter((it) => it.kind !== "number" || text.slice(it.start, it.end).length > 3);
    return telling.slice(0, MOST_LINES).map((it) => {
      const around = sentences?.find((sentence) => sentence.start <= it.start && it.end <= sentence.end) ?? it;
      const from = wordStart(text, Math.max(around.start, it.start - AROUND), around.start);
      const to = wordEnd(text, Math.min(around.end, it.end + AROUND), around.end);
      return this.#leading(it, "item", [
        make("span", { class: "quiet" }, (from > around.start ? "\u2026 " : "") + text.slice(from, it.start)),
        make("b", {}, text.slice(it.start, it.end)),
        make("span", { class: "quiet" }, text.slice(it.end, to) + (to < around.end ? " \u2026" : "")),
      ]);
    });
  }

  #timeline() {
    const { dates, sentences } = this.#view;
    return (this.#view.timeline ?? []).slice(0, MOST_LINES).flatMap((it) => {
      const sentence = sentences?.[it.sentence];
      const date = dates?.[it.date];
      if (!sentence || !date) return [];
      return this.#leading(sentence, "item", [make("b", {}, `${it.value} `), this.#article("span", sentence)]);
    });
  }

  /** Words of the article. @param {string} tag @param {Span} span */
  #article(tag, { start, end }) {
    const { text, language } = this.#view;
    return make(tag, { lang: language.tag, dir: "auto" }, text.slice(start, end));
  }

  /** A button that leads to a place. @param {Span} span @param {string} name @param {HTMLElement[]} content */
  #leading(span, name, content) {
    const button = make("button", { class: name, part: name, type: "button" }, ...content);
    button.addEventListener("click", () => this.#go(span));
    return button;
  }
}

/** @param {import("./related.js").Related} it */
function related(it) {
  const shared = [...it.names, ...it.phrases].slice(0, 4).join(" \u00b7 ");
  const link = make("a", { href: it.url, part: "link" }, it.title);
  return make("span", { class: "item" }, link, make("span", { class: "quiet" }, shared && ` ${shared}`));
}

/**
 * The names in `show`; what is no name is passed over, and nothing sensible means everything.
 * @param {string} show
 */
function wanted(show) {
  const parts = new Set(show.toLowerCase().split(/[\s,]+/).flatMap((it) => (Object.hasOwn(PARTS, it) ? PARTS[it] : [])));
  return parts.size > 0 ? parts : new Set(["summary", "people", "quotes", "numbers", "timeline"]);
}

/** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} content */
function make(tag, attributes, ...content) {
  const it = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) it.setAttribute(name, value);
  it.append(...content);
  return it;
}

/** @param {string} text @param {number} at @param {number} least */
function wordStart(text, at, least) {
  while (at > least && /\S/.test(text[at - 1])) at -= 1;
  return at;
}

/** @param {string} text @param {number} at @param {number} most */
function wordEnd(text, at, most) {
  while (at < most && /\S/.test(text[at])) at += 1;
  return at;
}

/** Lets the page do what it has to do. */
function breath() {
  return new Promise((resolve) => setTimeout(resolve));
}

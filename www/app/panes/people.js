// @ts-check
// People, organizations and places with their mentions, and who said what. What the text says and what we guess are
// told apart.

import { h, list, svg } from "../dom.js";
import { percent } from "../format.js";
import { lead, none, plain, row } from "../row.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */
/** @typedef {import("../../lib/index.d.ts").Entity} Entity */
/** @typedef {import("../../lib/index.d.ts").Quote} Quote */

/** Below these a speaker, and what a name is, are shown as a guess. */
const SURE = 0.6;
const SURE_NAME = 0.5;

/** Quotes of one speaker that are shown at first. */
const QUOTES = 8;

/** @typedef {{ name: string, idx: number | null, kind: string, mentions: import("../../lib/index.d.ts").EntityMention[], quotes: Quote[], sure: boolean }} Voice */

export class PeoplePane {
  #root;
  /** @type {View | null} */ #view = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /** @param {View} view */
  update(view) {
    this.#view = view;
    const entities = view.entities ?? [];
    const quotes = once(view.quotes ?? []);
    /** @type {Map<string, Voice>} */
    const voices = new Map();
    entities.forEach((it, idx) => {
      if (it.kind === "person") voices.set(`#${idx}`, voice(it, idx));
    });
    // Whoever speaks and is no person of ours: an organization, or a name that stands for nobody we know.
    for (const it of quotes) {
      if (!it.speaker) continue;
      const { entity, name } = it.speaker;
      const key = entity === null ? `"${name}` : `#${entity}`;
      const known = entity === null ? null : entities[entity];
      if (!voices.has(key)) {
        voices.set(key, known ? voice(known, entity) : { name, idx: null, kind: "other", mentions: [], quotes: [], sure: true });
      }
      voices.get(key)?.quotes.push(it);
    }
    const nobody = quotes.filter((it) => !it.speaker);
    const order = [...voices.values()].sort((a, b) => Number(b.quotes.length > 0) - Number(a.quotes.length > 0) || Number(b.kind === "person") - Number(a.kind === "person") || spoken(b) - spoken(a) || b.mentions.length - a.mentions.length);
    const n_people = order.filter((it) => it.kind === "person").length;
    /** @type {Element[]} */
    const parts = [];
    const picture = shares(order, nobody);
    if (picture) parts.push(picture);
    if (order.length > 0 || nobody.length > 0) {
      const [title, n] = n_people > 0 ? [words.people, n_people] : [words.quotes, quotes.length];
      parts.push(h("h3", {}, title, h("span", { class: "n" }, String(n))));
      parts.push(list(order, (it) => this.#voice(it), { class: "voices", more: words.more }));
    }
    if (nobody.length > 0) {
      const lines = list(nobody, (it) => h("li", {}, this.#quote(it)), { class: "said", first: QUOTES, more: words.more });
      parts.push(h("div", { class: "voice nobody" }, h("p", { class: "who" }, h("span", { class: "name" }, words.noSpeaker), h("span", { class: "n" }, words.countedQuotes(nobody.length))), lines));
    }
    for (const [kind, title] of /** @type {const} */ ([["organization", words.organizations], ["place", words.places]])) {
      const names = entities.filter((it) => it.kind === kind).sort((a, b) => b.mentions.length - a.mentions.length);
      if (names.length === 0) continue;
      parts.push(h("h3", {}, title, h("span", { class: "n" }, String(names.length))));
      parts.push(list(names, (it) => h("li", {}, this.#jump(it.name, it.mentions, it.confidence >= SURE_NAME)), { class: `names ${kind}`, more: words.more }));
    }
    if (parts.length === 0) parts.push(none(view.entities, words.none.people));
    else if (quotes.length === 0) parts.push(h("p", { class: "none" }, words.none.quotes));
    this.#root.replaceChildren(...parts);
  }

  /** @param {Voice} it */
  #voice(it) {
    const who = h("div", { class: "who" }, this.#jump(it.name, it.mentions, it.sure, it.quotes[0]?.speaker ?? undefined));
    const item = h("li", { class: `voice ${it.kind}` }, who);
    if (it.quotes.length > 0) {
      item.append(list(it.quotes, (quote) => h("li", {}, this.#quote(quote)), { class: "said", first: QUOTES, more: words.more }));
    }
    return item;
  }

  /** @param {Quote} it */
  #quote(it) {
    const view = /** @type {View} */ (this.#view);
    const text = plain(view, it.start, it.end);
    const guess = it.speaker !== null && it.confidence !== null && it.confidence < SURE;
    const remark = guess ? h("span", { class: "guess", title: words.guessed }, ` ${words.probably}`) : it.kind === "reported" ? h("span", { class: "guess" }, ` ${words.reported}`) : null;
    const copy = it.speaker ? `${text} (${it.speaker.name})` : text;
    return row(view, it, { class: `quote ${it.kind}`, children: [text, remark], copy });
  }

  /**
   * A name that leads from mention to mention.
   * @param {string} name
   * @param {import("../../lib/index.d.ts").EntityMention[]} mentions
   * @param {boolean} sure
   * @param {import("../../lib/index.d.ts").Range} [instead]  where to go when there is no mention
   */
  #jump(name, mentions, sure, instead) {
    const spans = mentions.length > 0 ? mentions : instead ? [instead] : [];
    const n = h("span", { class: "n" }, mentions.length > 0 ? words.mentions(mentions.length) : "");
    const button = h("button", { type: "button", class: "name-button" }, h("span", { class: "name", dir: "auto" }, name));
    if (!sure) button.append(h("span", { class: "guess", title: words.guessed }, ` ${words.probably}`));
    button.append(" ", n);
    lead(button, n, spans);
    return button;
  }
}

/** @param {Entity} it @param {number | null} idx @returns {Voice} */
function voice(it, idx) {
  return { name: it.name, idx, kind: it.kind, mentions: it.mentions, quotes: [], sure: it.confidence >= SURE_NAME };
}

/** Speakers that get a piece of the picture of their own; who says less is among the others. */
const SHOWN = 5;
const WIDTH = 360;

/**
 * Who speaks how much: one bar, cut by the characters that each is quoted with.
 * @param {Voice[]} voices
 * @param {Quote[]} nobody
 */
function shares(voices, nobody) {
  const speaking = voices.filter((it) => it.quotes.length > 0).sort((a, b) => spoken(b) - spoken(a));
  const length = (/** @type {Quote[]} */ quotes) => quotes.reduce((sum, it) => sum + it.end - it.start, 0);
  const total = speaking.reduce((sum, it) => sum + spoken(it), 0) + length(nobody);
  if (speaking.length + (nobody.length > 0 ? 1 : 0) < 2) return null;
  const rest = speaking.slice(SHOWN);
  const pieces = speaking.slice(0, SHOWN).map((it) => ({ name: it.name, n: spoken(it), quotes: it.quotes.length }));
  if (rest.length > 0) pieces.push({ name: words.others(rest.length), n: rest.reduce((sum, it) => sum + spoken(it), 0), quotes: rest.reduce((sum, it) => sum + it.quotes.length, 0) });
  if (nobody.length > 0) pieces.push({ name: words.noSpeaker, n: length(nobody), quotes: nobody.length });
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} 16`, preserveAspectRatio: "none", role: "img", class: "shares" });
  picture.setAttribute("aria-label", `${words.speaks}. ${pieces.map((it) => words.speaksShare(it.name, it.n / total, it.quotes)).join(". ")}.`);
  let x = 0;
  pieces.forEach((it, idx) => {
    const wide = (WIDTH * it.n) / total;
    picture.append(svg("rect", { x: x.toFixed(1), y: 0, width: Math.max(1, wide - 2).toFixed(1), height: 16, class: `piece-${idx}` }));
    x += wide;
  });
  const key = pieces.map((it, idx) => h("li", {}, h("span", { class: `swatch piece-${idx}` }), h("span", { class: "name", dir: "auto" }, it.name), h("span", { class: "n" }, percent(it.n / total))));
  return h("figure", { class: "speaking" }, h("figcaption", {}, words.speaks), picture, h("ul", { "aria-hidden": "true" }, ...key));
}

/** How much somebody says, in characters. @param {Voice} it */
function spoken(it) {
  return it.quotes.reduce((sum, quote) => sum + quote.end - quote.start, 0);
}

/**
 * Quotes without those that stand inside the clause that reports them: they are said once. What somebody quotes within a
 * quotation is another's, and stays.
 * @param {Quote[]} quotes
 */
function once(quotes) {
  let end = -1;
  const sorted = [...quotes].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((it) => {
    const inside = it.end <= end;
    if (it.kind === "reported") end = Math.max(end, it.end);
    return !inside;
  });
}

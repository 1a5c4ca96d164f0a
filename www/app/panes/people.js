// @ts-check
// People, organizations and places with their mentions, and who said what. What the text says and what we guess are
// told apart.

import { h, list, say } from "../dom.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */
/** @typedef {import("../../lib/index.d.ts").Entity} Entity */
/** @typedef {import("../../lib/index.d.ts").Quote} Quote */

/** Below this a label is shown as a guess. */
const SURE = 0.6;

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
    const quotes = outermost(view.quotes ?? []);
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
    const most = Math.max(1, ...[...voices.values()].map(spoken));
    const order = [...voices.values()].sort((a, b) => Number(b.quotes.length > 0) - Number(a.quotes.length > 0) || Number(b.kind === "person") - Number(a.kind === "person") || spoken(b) - spoken(a) || b.mentions.length - a.mentions.length);
    const n_people = order.filter((it) => it.kind === "person").length;
    const parts = [];
    if (order.length > 0 || nobody.length > 0) {
      parts.push(h("h3", {}, words.people, h("span", { class: "n" }, String(n_people))));
      parts.push(list(order, (it) => this.#voice(it, most), { class: "voices", more: words.more }));
    }
    if (nobody.length > 0) {
      const lines = list(nobody, (it) => h("li", {}, this.#quote(it)), { class: "said", more: words.more });
      parts.push(h("div", { class: "voice nobody" }, h("p", { class: "who" }, h("span", { class: "name" }, words.noSpeaker), h("span", { class: "n" }, words.countedQuotes(nobody.length))), lines));
    }
    for (const [kind, title] of /** @type {const} */ ([["organization", words.organizations], ["place", words.places]])) {
      const names = entities.filter((it) => it.kind === kind).sort((a, b) => b.mentions.length - a.mentions.length);
      if (names.length === 0) continue;
      parts.push(h("h3", {}, title, h("span", { class: "n" }, String(names.length))));
      parts.push(list(names, (it) => h("li", {}, this.#jump(it.name, it.mentions, it.confidence >= SURE)), { class: `names ${kind}`, more: words.more }));
    }
    if (parts.length === 0) parts.push(h("p", { class: "none" }, words.none.people));
    else if (quotes.length === 0) parts.splice(parts.length && order.length > 0 ? 2 : 0, 0, h("p", { class: "none" }, words.none.quotes));
    this.#root.replaceChildren(...parts);
  }

  /** @param {Voice} it @param {number} most */
  #voice(it, most) {
    const who = h("div", { class: "who" }, this.#jump(it.name, it.mentions, it.sure, it.quotes[0]?.speaker ?? undefined));
    const item = h("li", { class: `voice ${it.kind}` }, who);
    if (it.quotes.length > 0) {
      const bar = h("span", { class: "share", "aria-hidden": "true" });
      bar.style.inlineSize = `${Math.max(3, (100 * spoken(it)) / most)}%`;
      item.append(bar, h("ul", { class: "said" }, ...it.quotes.map((quote) => h("li", {}, this.#quote(quote)))));
    }
    return item;
  }

  /** @param {Quote} it */
  #quote(it) {
    const text = (this.#view?.text.slice(it.start, it.end) ?? "").replace(/\s+/g, " ");
    const guess = it.speaker !== null && it.confidence !== null && it.confidence < SURE;
    const button = h("button", { type: "button", class: `quote ${it.kind}`, dir: "auto" }, text);
    if (guess) button.append(h("span", { class: "guess", title: words.guessed }, ` ${words.probably}`));
    else if (it.kind === "reported") button.append(h("span", { class: "guess" }, ` ${words.reported}`));
    button.addEventListener("click", () => say(this.#root, "go", { start: it.start, end: it.end, from: button }));
    return button;
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
    let next = 0;
    const n = h("span", { class: "n" }, mentions.length > 0 ? words.mentions(mentions.length) : "");
    const button = h("button", { type: "button", class: "name-button" }, h("span", { class: "name", dir: "auto" }, name));
    if (!sure) button.append(h("span", { class: "guess", title: words.guessed }, ` ${words.probably}`));
    button.append(" ", n);
    button.addEventListener("click", () => {
      const span = spans[next];
      if (!span) return;
      next = (next + 1) % spans.length;
      if (spans.length > 1) n.textContent = words.mentionOf(next === 0 ? spans.length : next, spans.length);
      say(this.#root, "go", { start: span.start, end: span.end, from: button });
    });
    return button;
  }
}

/** @param {Entity} it @param {number | null} idx @returns {Voice} */
function voice(it, idx) {
  return { name: it.name, idx, kind: it.kind, mentions: it.mentions, quotes: [], sure: it.confidence >= SURE };
}

/** How much somebody says, in characters. @param {Voice} it */
function spoken(it) {
  return it.quotes.reduce((sum, quote) => sum + quote.end - quote.start, 0);
}

/**
 * Quotes without those that stand inside another one: words said stand inside the clause that reports them.
 * @param {Quote[]} quotes  in order of the text
 */
function outermost(quotes) {
  let end = -1;
  const sorted = [...quotes].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((it) => {
    const inside = it.end <= end;
    end = Math.max(end, it.end);
    return !inside;
  });
}

// @ts-check
// How it is written: counts, readability, and the lengths of the sentences as a picture.

import { h, say, svg } from "../dom.js";
import { count, decimal, languageName } from "../format.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */

const WIDTH = 360;
const HEIGHT = 72;
/** More bars than this would be thinner than a pixel: neighbours are then shown as one. */
const BARS = 120;

export class StylePane {
  #root;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /** @param {View} view */
  update(view) {
    const { statistics, language } = view;
    /** @type {HTMLElement[]} */
    const rows = [];
    const row = (/** @type {string} */ name, /** @type {string} */ value, remark = "") =>
      rows.push(h("div", {}, h("dt", {}, name), h("dd", {}, value, remark ? h("span", { class: "remark" }, ` ${remark}`) : null)));
    const t = words.style;
    if (statistics) {
      row(t.words, count(statistics.words));
      row(t.sentences, count(statistics.sentences));
      row(t.paragraphs, count(statistics.paragraphs));
      row(t.reading, t.minutes(statistics.reading_seconds));
      const { readability } = statistics;
      if (readability) {
        const ease = readability.flesch_reading_ease;
        row(t.ease, decimal(ease, 0), t.eases.find(([from]) => ease >= from)?.[1]);
        row(t.grade, decimal(Math.max(0, readability.flesch_kincaid_grade)));
        row(t.perSentence, decimal(readability.words_per_sentence));
        row(t.perWord, decimal(readability.syllables_per_word, 2));
      }
    }
    row(t.language, languageName(language.tag));
    this.#root.replaceChildren(h("dl", { class: "facts" }, ...rows));
    this.#lengths(view);
  }

  /** @param {View} view */
  #lengths(view) {
    const body = (view.sentences ?? []).filter((it) => ["paragraph", "list_item", "quotation"].includes(view.blocks?.[it.block].role ?? ""));
    if (body.length < 2) return;
    const lengths = body.map((it) => view.text.slice(it.start, it.end).split(/\s+/).filter(Boolean).length);
    const each = Math.ceil(lengths.length / BARS);
    const bars = [];
    for (let idx = 0; idx < lengths.length; idx += each) bars.push(Math.max(...lengths.slice(idx, idx + each)));
    const most = bars.reduce((a, b) => Math.max(a, b), 1);
    const mean = Math.round(lengths.reduce((a, b) => a + b, 0) / lengths.length);
    const wide = WIDTH / bars.length;
    const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", class: "lengths", preserveAspectRatio: "none" });
    picture.setAttribute("aria-label", words.style.picture(lengths.length, mean, most));
    bars.forEach((n, idx) => {
      const high = Math.max(1, (HEIGHT * n) / most);
      picture.append(svg("rect", { x: (idx * wide).toFixed(2), y: (HEIGHT - high).toFixed(2), width: Math.max(0.5, wide - Math.min(2, wide / 4)).toFixed(2), height: high.toFixed(2) }));
    });
    const longest = body[lengths.indexOf(lengths.reduce((a, b) => Math.max(a, b), 0))];
    const button = h("button", { type: "button", class: "link" }, words.style.longest(lengths.reduce((a, b) => Math.max(a, b), 0)));
    button.addEventListener("click", () => say(this.#root, "go", { start: longest.start, end: longest.end, from: button }));
    this.#root.append(h("h3", {}, words.style.lengths), picture, button);
  }
}

// @ts-check
// What the article is about, in its own words, with how much each phrase carries.

import { h, list } from "../dom.js";
import { lead, none } from "../row.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */

export class KeyphrasesPane {
  #root;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /** @param {View} view */
  update(view) {
    const phrases = view.keyphrases ?? [];
    if (phrases.length === 0) {
      this.#root.replaceChildren(none(view.keyphrases, words.none.keyphrases));
      return;
    }
    const most = Math.max(...phrases.map((it) => it.salience), 1e-6);
    const items = list(
      phrases,
      (it) => {
        const bar = h("span", { class: "bar-of", "aria-hidden": "true" });
        bar.style.inlineSize = `${Math.max(2, (100 * it.salience) / most)}%`;
        const n = h("span", { class: "n" }, words.times(it.mentions.length));
        const button = h("button", { type: "button", class: "phrase" }, h("span", { class: "name", dir: "auto" }, it.text), " ", n, bar);
        lead(button, n, it.mentions);
        return h("li", {}, button);
      },
      { ordered: true, class: "phrases", more: words.more },
    );
    this.#root.replaceChildren(items);
  }
}

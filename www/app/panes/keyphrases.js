// @ts-check
// What the article is about, in its own words, with how much each phrase carries.

import { h, list, say } from "../dom.js";
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
      this.#root.replaceChildren(h("p", { class: "none" }, words.none.keyphrases));
      return;
    }
    const most = Math.max(...phrases.map((it) => it.salience), 1e-6);
    const items = list(
      phrases,
      (it) => {
        let next = 0;
        const bar = h("span", { class: "bar-of", "aria-hidden": "true" });
        bar.style.inlineSize = `${Math.max(2, (100 * it.salience) / most)}%`;
        const n = h("span", { class: "n" }, words.times(it.mentions.length));
        const button = h("button", { type: "button", class: "phrase" }, h("span", { class: "name", dir: "auto" }, it.text), " ", n, bar);
        button.addEventListener("click", () => {
          const span = it.mentions[next];
          if (!span) return;
          next = (next + 1) % it.mentions.length;
          if (it.mentions.length > 1) n.textContent = words.mentionOf(next === 0 ? it.mentions.length : next, it.mentions.length);
          say(this.#root, "go", { ...span, from: button });
        });
        return h("li", {}, button);
      },
      { ordered: true, class: "phrases", more: words.more },
    );
    this.#root.replaceChildren(items);
  }
}

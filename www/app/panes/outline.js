// @ts-check
// The outline: the article's sections, each with its size, how its first sentence begins, and how much of it the summary
// speaks for.

import { h, list, meter } from "../dom.js";
import { plain, row } from "../row.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */

export class OutlinePane {
  #root;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /** @param {View} view */
  update(view) {
    const blocks = view.blocks ?? [];
    const sentences = view.sentences ?? [];
    const n_sentences = new Array(blocks.length).fill(0);
    const first = /** @type {import("../../lib/index.d.ts").Sentence[]} */ (new Array(blocks.length));
    for (const it of sentences) {
      n_sentences[it.block]++;
      first[it.block] ??= it;
    }
    // A summary that turns toward a question speaks for that, and of one section all is said in the summary's own place.
    const shares = !view.summary?.query && view.sections?.length !== 1 ? view.summary?.sections : null;
    const items = (view.sections ?? []).map((section, idx) => {
      const share = shares?.[idx] ?? null;
      const lines = (view.summary?.sentences ?? []).filter((it) => blocks[sentences[it].block].section === idx).length;
      const heading = section.heading === null ? null : blocks[section.heading];
      let n = 0;
      let opening = null;
      for (let at = section.first; at <= section.last; at++) {
        if (at === section.heading || blocks[at].role === "furniture") continue;
        n += n_sentences[at];
        opening ??= first[at] ?? null;
      }
      return { heading, opening, n, lines, share, level: heading?.level ?? 2 };
    });
    if (items.length === 0) {
      this.#root.replaceChildren(h("p", { class: "none" }, words.none.outline));
      return;
    }
    const tree = list(
      items,
      ({ heading, opening, n, lines, share, level }) => {
        const span = heading ?? opening;
        const name = heading ? plain(view, heading.start, heading.end) : words.opening;
        const children = [h("span", { class: "name", dir: "auto" }, name), " ", h("span", { class: "n" }, words.sentences(n))];
        const lead = span ? row(view, span, { class: "section-button", children, copy: name }) : h("p", {}, ...children);
        const item = h("li", { class: `level-${Math.min(level, 6)}` }, lead);
        if (opening) item.append(h("p", { class: "begins", dir: "auto" }, plain(view, opening.start, opening.end)));
        if (share !== null) item.append(h("p", { class: "spoken" }, meter(share, ""), words.spoken(lines, share)));
        return item;
      },
      { ordered: true, class: "sections", more: words.more },
    );
    this.#root.replaceChildren(tree);
    if (items.length === 1 && !items[0].heading) this.#root.append(h("p", { class: "none" }, words.none.outline));
  }
}

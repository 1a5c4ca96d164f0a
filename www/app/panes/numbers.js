// @ts-check
// The figures, by kind, each with the words around it.

import { h, list } from "../dom.js";
import { blockAt } from "../paragraphs.js";
import { none, row } from "../row.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */

/** Characters shown before and after a figure. */
const AROUND = 46;
const ORDER = ["money", "percent", "measure", "temperature", "age", "number", "ordinal"];

export class NumbersPane {
  #root;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /** @param {View} view */
  update(view) {
    const all = view.quantities ?? [];
    const parts = [];
    for (const kind of ORDER) {
      const found = all.filter((it) => it.kind === kind);
      if (found.length === 0) continue;
      parts.push(h("h3", {}, words.quantityKinds[kind], h("span", { class: "n" }, String(found.length))));
      parts.push(list(found, (it) => h("li", {}, figure(view, it)), { class: "figures", first: 30, more: words.more }));
    }
    if (parts.length === 0) parts.push(none(view.quantities, words.none.numbers));
    this.#root.replaceChildren(...parts);
  }
}

/** @param {View} view @param {import("../../lib/index.d.ts").Quantity} it */
function figure(view, it) {
  const { text } = view;
  const block = view.blocks?.[blockAt(view, it.start)];
  const from = Math.max(block?.start ?? 0, it.start - AROUND);
  const to = Math.min(block?.end ?? text.length, it.end + AROUND);
  // Whole words only.
  const before = text.slice(from, it.start).replace(from > (block?.start ?? 0) ? /^\S*\s/ : /^/, "");
  const after = text.slice(it.end, to).replace(to < (block?.end ?? text.length) ? /\s\S*$/ : /$/, "");
  const said = it.value === null ? null : [it.to === null ? it.value : `${it.value}–${it.to}`, it.unit].filter((it) => it !== null && it !== "").join(" ");
  const same = it.si === null || it.to !== null || it.value === null || it.si.value === it.value;
  const value = same ? said : `${said} = ${Number(it.si?.value.toPrecision(6))} ${it.si?.unit}`;
  const children = ["…", before, h("strong", {}, text.slice(it.start, it.end)), after, "…"];
  return row(view, it, { class: "figure", children, title: value, copy: `${before}${text.slice(it.start, it.end)}${after}`.trim() });
}

// @ts-check
// One line of the rail: words that lead to their place in the article, the number of their paragraph, a copy with one
// press. Whoever looks at it sees its place tinted.

import { h, say, svg } from "./dom.js";
import { paragraphAt } from "./paragraphs.js";
import { words } from "./words.js";

/** @typedef {import("../lib/index.d.ts").View} View */
/** @typedef {import("../lib/index.d.ts").Range} Span */
/** @typedef {import("./dom.js").Child} Child */

/** A picture of two sheets: no font need have it. */
const copyPicture = () =>
  svg("svg", { viewBox: "0 0 16 16", class: "glyph-copy", "aria-hidden": "true" },
    svg("rect", { x: 5.5, y: 5.5, width: 8, height: 8, rx: 1.5 }), svg("path", { d: "M10.5 3.5v-.2a.8.8 0 0 0-.8-.8H3.3a.8.8 0 0 0-.8.8v6.4c0 .4.4.8.8.8h.2" }));

/**
 * What stands in a list's place: that there is nothing, or that nobody has looked yet.
 * @param {unknown[] | null} list  as the view has it
 * @param {string} text
 */
export function none(list, text) {
  return h("p", { class: "none" }, list ? text : words.none.yet);
}

/**
 * The button that copies a text.
 * @param {string} text
 */
export function copyButton(text) {
  const button = h("button", { type: "button", class: "copy", "aria-label": words.copyLine, title: words.copyLine }, copyPicture());
  button.addEventListener("click", () => say(button, "copy", { text }));
  return button;
}

/**
 * @param {View} view
 * @param {Span} span  where it leads
 * @param {object} how
 * @param {string} how.class  of the button
 * @param {Child[]} how.children  what the button says
 * @param {string} [how.copy]  what is copied, where that is not the text of the span
 * @param {string | null} [how.title]
 */
export function row(view, { start, end }, { class: name, children, copy, title }) {
  const button = h("button", { type: "button", class: name, dir: "auto", title }, ...children);
  button.addEventListener("click", () => say(button, "go", { start, end, from: button }));
  const n = paragraphAt(view, start);
  const paragraph = n === null ? null : h("span", { class: "para" }, words.paragraph(n));
  return h("div", { class: "row", "data-start": start, "data-end": end }, button, paragraph, copyButton(copy ?? plain(view, start, end)));
}

/**
 * Makes a button lead from one mention to the next, and tell which it comes to.
 * @param {HTMLButtonElement} button
 * @param {Element} n  says how many, and then which of them
 * @param {Span[]} spans
 */
export function lead(button, n, spans) {
  let next = 0;
  // Whoever looks at it sees where it leads.
  const point = () => Object.assign(button.dataset, { start: spans[next].start, end: spans[next].end });
  if (spans.length > 0) point();
  button.addEventListener("click", () => {
    if (spans.length === 0) return;
    const { start, end } = spans[next];
    next = (next + 1) % spans.length;
    point();
    if (spans.length > 1) n.textContent = words.mentionOf(next || spans.length, spans.length);
    say(button, "go", { start, end, from: button });
  });
}

/** A stretch of the article on one line; what the text keeps together stays together ("2,5 %"). @param {View} view @param {number} start @param {number} end */
export function plain({ text }, start, end) {
  return text.slice(start, end).replace(/[^\S\xa0\u202f]+/g, " ").trim();
}

/**
 * Tints the place of the row that is looked at.
 * @param {HTMLElement} root
 */
export function tintRows(root) {
  const show = (/** @type {Event} */ event) => {
    const it = /** @type {Element} */ (event.target).closest("[data-start]");
    if (it instanceof HTMLElement) say(it, "tint", { start: Number(it.dataset.start), end: Number(it.dataset.end) });
    else say(root, "tint", null);
  };
  for (const name of ["pointerover", "focusin"]) root.addEventListener(name, show);
  for (const name of ["pointerleave", "focusout"]) root.addEventListener(name, () => say(root, "tint", null));
}

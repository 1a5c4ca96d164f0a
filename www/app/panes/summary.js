// @ts-check
// "In short": the summary's lines, its length, and the question. Each line leads to its sentence.

import { summaryMarkdown } from "../../lib/export.js";
import { byId, h, say } from "../dom.js";
import { reasons, words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */

/** Reasons that a look at the sentence can prove wrong: the ranking may also mean that something is absent. */
const SEEN = /** @type {Record<string, (view: View) => import("../../lib/index.d.ts").Range[]>} */ ({
  quote: (view) => view.quotes ?? [],
  numbers: (view) => [...(view.quantities ?? []), ...(view.dates ?? [])],
  names: (view) => (view.entities ?? []).flatMap((it) => it.mentions),
  introduces_names: (view) => (view.entities ?? []).flatMap((it) => it.mentions.slice(0, 1)),
});

const LENGTHS = [3, 5, 8];
const LONGEST = 20;

export class SummaryPane {
  #root;
  #title = h("h2", { id: "summary-title" }, words.inShort);
  #lines = h("ol", { id: "summary-lines" });
  #empty = h("p", { class: "none", hidden: true });
  #foot = h("p", { class: "foot" });
  #buttons = LENGTHS.map((n) => h("button", { type: "button", "aria-pressed": "false", "data-length": n, "aria-label": words.lines(n) }, String(n)));
  #slider = h("input", { type: "range", id: "summary-length", min: 1, max: LONGEST, step: 1, value: 3 });
  #output = h("output", { for: "summary-length" }, "3");
  #query = h("input", { type: "search", id: "ask", autocomplete: "off", spellcheck: "true", placeholder: words.askHint, enterkeyhint: "search" });
  #forget = h("button", { type: "button", class: "link", id: "ask-clear", hidden: true }, words.askClear);
  #timer = 0;
  /** @type {View | null} */ #view = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    const copy = h("button", { type: "button", class: "link", id: "copy-summary" }, words.copySummary);
    root.append(
      h("div", { class: "card-head" }, this.#title, h("div", { class: "seg", role: "group", "aria-label": words.summaryLength }, ...this.#buttons)),
      h("div", { class: "slider" }, h("label", { for: "summary-length", class: "visually-hidden" }, words.summaryLength), this.#slider, this.#output),
      this.#lines,
      this.#empty,
      h("div", { class: "foot-row" }, this.#foot, copy),
      h("div", { class: "ask" }, h("label", { for: "ask" }, words.ask), this.#query, this.#forget),
    );
    for (const it of this.#buttons) it.addEventListener("click", () => this.#setLength(Number(it.dataset.length)));
    this.#slider.addEventListener("input", () => this.#setLength(this.#slider.valueAsNumber));
    this.#query.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#ask(), 250);
    });
    this.#query.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.#ask();
    });
    this.#forget.addEventListener("click", () => {
      this.#query.value = "";
      this.#ask();
      this.#query.focus();
    });
    copy.addEventListener("click", () => this.#view && say(root, "copy", { text: summaryMarkdown(this.#view) }));
    this.#lines.addEventListener("pointerover", (event) => this.#tint(event));
    this.#lines.addEventListener("pointerleave", () => say(root, "tint", null));
    this.#lines.addEventListener("focusin", (event) => this.#tint(event));
    this.#lines.addEventListener("focusout", () => say(root, "tint", null));
  }

  /**
   * @param {View} view
   * @param {(block: number) => number | null} numberOf
   * @param {number} length  what was asked for
   */
  update(view, numberOf, length) {
    this.#view = view;
    const { summary } = view;
    const sentences = view.sentences ?? [];
    const chosen = summary?.sentences ?? [];
    const lines = chosen.map((idx, place) => {
      const { start, end, block } = sentences[idx];
      const text = view.text.slice(start, end).replace(/\s+/g, " ");
      const why = [words.paragraph(numberOf(block)), ...reasons((summary?.reasons[place] ?? []).filter((it) => holds(view, it, sentences[idx])))].join(" · ");
      const line = h("button", { type: "button", class: "line", dir: "auto", "aria-describedby": `why-${place}` }, text);
      line.addEventListener("click", () => say(this.#root, "go", { start, end, from: line }));
      const copy = h("button", { type: "button", class: "copy", "aria-label": words.copyLine, title: words.copyLine }, "⧉");
      copy.addEventListener("click", () => say(this.#root, "copy", { text }));
      return h("li", { "data-start": start, "data-end": end }, line, h("p", { class: "why", id: `why-${place}` }, why), copy);
    });
    this.#lines.replaceChildren(...lines);
    this.#lines.hidden = lines.length === 0;
    this.#title.textContent = summary?.query ? words.onQuery(summary.query) : words.inShort;
    this.#forget.hidden = !summary?.query;
    const note = view.notes.find((it) => it.code === "query_not_found");
    this.#empty.textContent = note ? (words.notes[note.code] ?? note.message) : words.tooShort;
    this.#empty.hidden = lines.length > 0;
    const sectionOf = (/** @type {number} */ idx) => view.blocks?.[sentences[idx].block].section;
    const n_sections = new Set(chosen.map(sectionOf)).size;
    const n_body = view.statistics?.sentences ?? sentences.length;
    this.#foot.textContent = lines.length > 0 ? words.foot(lines.length, n_body, n_sections, view.sections?.length ?? 0) : "";
    byId("copy-summary").hidden = lines.length === 0;
    for (const it of this.#buttons) it.setAttribute("aria-pressed", String(Number(it.dataset.length) === length));
    this.#slider.value = String(length);
    this.#slider.max = String(Math.max(8, Math.min(LONGEST, n_body)));
    this.#output.textContent = words.lines(length);
  }

  /** The line whose sentence is shown. @param {number | null} start */
  current(start) {
    for (const it of this.#lines.children) {
      it.classList.toggle("on", start !== null && /** @type {HTMLElement} */ (it).dataset.start === String(start));
    }
  }

  /** Forgets the question: it was asked of another text. */
  forget() {
    clearTimeout(this.#timer);
    this.#query.value = "";
  }

  /** @param {number} length */
  #setLength(length) {
    this.#output.textContent = words.lines(length);
    say(this.#root, "length", length);
  }

  #ask() {
    clearTimeout(this.#timer);
    say(this.#root, "ask", this.#query.value.trim());
  }

  /** @param {Event} event */
  #tint(event) {
    const line = /** @type {Element} */ (event.target).closest("li");
    if (!(line instanceof HTMLElement)) return;
    say(this.#root, "tint", { start: Number(line.dataset.start), end: Number(line.dataset.end) });
  }
}

/**
 * Whether a reason is true on the face of the sentence.
 * @param {View} view
 * @param {string} reason
 * @param {import("../../lib/index.d.ts").Range} sentence
 */
function holds(view, reason, { start, end }) {
  const seen = SEEN[reason];
  return !seen || seen(view).some((it) => it.start < end && it.end > start);
}

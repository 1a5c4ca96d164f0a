// @ts-check
// "In short": the summary's lines, its length, and the question. Each line leads to its sentence.

import { summaryMarkdown } from "../../lib/export.js";
import { byId, h, meter, say } from "../dom.js";
import { paragraphAt } from "../paragraphs.js";
import { copyButton, plain } from "../row.js";
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
  #nut = h("button", { type: "button", class: "link", id: "nut-graf", hidden: true });
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
    const slider = h("div", { class: "slider" }, h("label", { for: "summary-length", class: "visually-hidden" }, words.summaryLength), this.#slider, this.#output);
    const copy = h("button", { type: "button", class: "link", id: "copy-summary" }, words.copySummary);
    root.append(
      h("div", { class: "card-head" }, this.#title, slider, h("div", { class: "seg", role: "group", "aria-label": words.summaryLength }, ...this.#buttons)),
      this.#lines,
      this.#empty,
      this.#nut,
      this.#foot,
      h("div", { class: "ask" }, h("div", { class: "ask-head" }, h("label", { for: "ask" }, words.ask), copy), this.#query, this.#forget),
    );
    for (const it of this.#buttons) it.addEventListener("click", () => this.#setLength(Number(it.dataset.length)));
    this.#slider.addEventListener("input", () => this.#setLength(this.#slider.valueAsNumber));
    this.#nut.addEventListener("click", () => {
      const { start, end } = /** @type {import("../../lib/index.d.ts").Block} */ (this.#view?.blocks?.[this.#view.nut_graf ?? -1]);
      say(root, "go", { start, end, from: this.#nut });
    });
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
  }

  /**
   * @param {View} view
   * @param {number} length  what was asked for
   */
  update(view, length) {
    this.#view = view;
    const { summary } = view;
    const sentences = view.sentences ?? [];
    const chosen = summary?.sentences ?? [];
    const most = Math.max(...sentences.map((it) => it.salience ?? 0));
    const lines = chosen.map((idx, place) => {
      const { start, end, salience } = sentences[idx];
      const why = reasons((summary?.reasons[place] ?? []).filter((it) => holds(view, it, sentences[idx]))).slice(0, 2);
      const line = h("button", { type: "button", class: "line", dir: "auto", "aria-describedby": `why-${place}` }, h("span", {}, ...told(view, place)));
      line.addEventListener("click", () => say(this.#root, "go", { start, end, from: line }));
      const under = h("p", { class: "why", id: `why-${place}` }, h("span", { class: "visually-hidden" }, `${words.why} `), words.paragraph(paragraphAt(view, start)), salience ? meter(salience / most, words.weight(salience / most)) : " · ", why.join(" · "));
      return h("li", { "data-start": start, "data-end": end }, line, under, copyButton(plain(view, start, end)));
    });
    this.#lines.replaceChildren(...lines);
    this.#lines.hidden = lines.length === 0;
    this.#title.classList.toggle("asked", Boolean(summary?.query));
    this.#title.textContent = summary?.query ? words.onQuery(summary.query) : words.inShort;
    this.#forget.hidden = !summary?.query;
    const note = view.notes.find((it) => it.code === "query_not_found");
    this.#empty.textContent = note ? (words.notes[note.code] ?? note.message) : words.tooShort;
    this.#empty.hidden = lines.length > 0;
    const sectionOf = (/** @type {number} */ idx) => view.blocks?.[sentences[idx].block].section;
    const n_sections = new Set(chosen.map(sectionOf)).size;
    const n_body = view.statistics?.sentences ?? sentences.length;
    const says = [words.foot(lines.length, n_body, n_sections, view.sections?.length ?? 0)];
    // What a summary speaks for can be told of the whole article, not of what turns toward a question.
    if (summary && !summary.query && summary.covers > 0) says.push(words.covers(summary.covers));
    this.#foot.textContent = lines.length > 0 ? `${says.join(". ")}.` : "";
    const nut = view.blocks?.[view.nut_graf ?? -1];
    this.#nut.hidden = !nut;
    if (nut) this.#nut.textContent = `${words.nutGraf} ${words.paragraph(paragraphAt(view, nut.start))}`;
    byId("copy-summary").hidden = lines.length === 0;
    for (const it of this.#buttons) it.setAttribute("aria-pressed", String(Number(it.dataset.length) === length));
    this.#slider.value = String(length);
    this.#slider.max = String(Math.max(8, Math.min(LONGEST, n_body)));
    this.#output.textContent = words.lines(length);
  }

  /** The line whose sentence is shown; it comes into sight where the rail scrolls on its own. @param {number | null} start */
  current(start) {
    for (const it of this.#lines.children) {
      const isOn = start !== null && /** @type {HTMLElement} */ (it).dataset.start === String(start);
      it.classList.toggle("on", isOn);
      const rail = this.#root.parentElement;
      if (!isOn || !rail || rail.scrollHeight <= rail.clientHeight) continue;
      const [line, around] = [it, rail].map((it) => it.getBoundingClientRect());
      rail.scrollTop += Math.min(0, line.top - around.top) || Math.max(0, line.bottom - Math.min(around.bottom, innerHeight));
    }
  }

  /**
   * The sentence of a line that a place in the text belongs to, and the line.
   * @param {number} offset
   * @returns {{ start: number, end: number, from: HTMLElement | null } | null}
   */
  lineAt(offset) {
    for (const [place, idx] of (this.#view?.summary?.sentences ?? []).entries()) {
      const { start, end } = /** @type {import("../../lib/index.d.ts").Sentence} */ (this.#view?.sentences?.[idx]);
      if (start <= offset && offset < end) return { start, end, from: this.#lines.children[place].querySelector("button") };
    }
    return null;
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
}

/**
 * A line as it is shown: the article's own words, and behind a pronoun at its head, in brackets, whom we take it to mean.
 * @param {View} view
 * @param {number} place  of the line
 */
function told(view, place) {
  const { start, end } = (view.sentences ?? [])[view.summary?.sentences[place] ?? 0];
  const opening = view.summary?.openings[place];
  if (!opening) return [plain(view, start, end)];
  const ours = h("span", { class: "ours", title: words.ours }, `[${opening.name}]`);
  return [plain(view, start, opening.end), " ", ours, " ", plain(view, opening.end, end)];
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

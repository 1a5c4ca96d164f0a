// @ts-check
// The small bar beside a selection or a mark: colours, note, remove. It never takes the selection away by itself.

import { byId, h } from "../dom.js";
import { words } from "./words.js";

export class MarkBar {
  #colours = words.marks.colours.map((name, idx) =>
    h("button", { type: "button", class: `own-${idx + 1}`, "aria-label": words.marks.colour(name), title: words.marks.colour(name) }, h("span", { "aria-hidden": "true" }, "Aa")),
  );
  #note = h("button", { type: "button" }, words.marks.note);
  #remove = h("button", { type: "button" }, words.marks.remove);
  #root = h("div", { class: "mark-bar", role: "toolbar", hidden: true }, ...this.#colours, this.#note, this.#remove);

  /** @param {{ colour: (colour: number) => void, note: () => void, remove: () => void }} acts */
  constructor({ colour, note, remove }) {
    this.#colours.forEach((it, idx) => it.addEventListener("click", () => colour(idx)));
    this.#note.addEventListener("click", note);
    this.#remove.addEventListener("click", remove);
    // A press would collapse the selection that it is about.
    this.#root.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#root.addEventListener("mousedown", (event) => event.preventDefault());
    this.#root.addEventListener("keydown", (event) => this.#move(event));
    byId("main").append(this.#root);
    addEventListener("scroll", () => this.#put(), { passive: true });
    addEventListener("resize", () => this.#put());
  }

  get isOpen() {
    return !this.#root.hidden;
  }

  /** @type {Range | null} */ #range = null;

  /** @param {Range} range  where it belongs @param {number | null} colour  of the mark there; null: there is none yet */
  open(range, colour) {
    this.#range = range;
    this.#root.hidden = false;
    this.#root.setAttribute("aria-label", colour === null ? words.marks.bar : words.marks.ofMark);
    this.#remove.hidden = colour === null;
    this.#colours.forEach((it, idx) => {
      if (colour === null) it.removeAttribute("aria-pressed");
      else it.setAttribute("aria-pressed", String(idx === colour));
    });
    this.#rove(this.#colours[colour ?? 0]);
    this.#put();
  }

  close() {
    if (this.#root.contains(document.activeElement)) this.#from?.focus({ preventScroll: true });
    this.#root.hidden = true;
    this.#range = null;
  }

  /** @type {HTMLElement | null} */ #from = null;

  focus() {
    this.#from = /** @type {HTMLElement | null} */ (document.activeElement);
    /** @type {HTMLElement | null} */ (this.#root.querySelector("[tabindex='0']"))?.focus();
  }

  /** Above the words, or below where there is no room. On a phone the style sheet docks it. */
  #put() {
    if (!this.#range || this.#root.hidden) return;
    const { top, bottom, left, width } = this.#range.getBoundingClientRect();
    const high = this.#root.offsetHeight + 10;
    const y = top > high + 60 ? top - high : Math.min(bottom + 10, innerHeight - high);
    const x = Math.max(8, Math.min(left + width / 2 - this.#root.offsetWidth / 2, innerWidth - this.#root.offsetWidth - 8));
    this.#root.style.insetBlockStart = `${Math.max(60, y)}px`;
    this.#root.style.insetInlineStart = `${x}px`;
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
      return;
    }
    const all = [...this.#colours, this.#note, this.#remove].filter((it) => !it.hidden);
    const at = all.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    this.#rove(next);
    next.focus();
  }

  /** One stop of the Tab key. @param {HTMLElement} to */
  #rove(to) {
    for (const it of [...this.#colours, this.#note, this.#remove]) it.tabIndex = it === to ? 0 : -1;
  }
}

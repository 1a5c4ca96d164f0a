// @ts-check
// Going to a place in the article and back: scroll, mark, focus, "Back to summary".

import { byId, caretAt } from "./dom.js";

/** @typedef {import("../lib/index.d.ts").Range} Span */

export class Journey {
  #article;
  #marks;
  #summary;
  #minimap;
  #sheets;
  #back = byId("back-button");
  /** @type {(Span & { from: HTMLElement | null }) | null} */ #target = null;
  /** @type {Element[]} */ #lit = [];
  #inSight = false;

  /**
   * @param {import("./panes/article.js").ArticlePane} article
   * @param {import("./marks.js").Marks} marks
   * @param {import("./panes/summary.js").SummaryPane} summary
   * @param {import("./panes/minimap.js").MinimapPane} minimap
   * @param {import("./sheets.js").Sheets} sheets
   */
  constructor(article, marks, summary, minimap, sheets) {
    this.#article = article;
    this.#marks = marks;
    this.#summary = summary;
    this.#minimap = minimap;
    this.#sheets = sheets;
    document.addEventListener("nutgraf-go", (event) => this.go(/** @type {CustomEvent} */ (event).detail));
    document.addEventListener("nutgraf-tint", (event) => {
      const span = /** @type {CustomEvent} */ (event).detail;
      marks.point("tint", span && span.start !== this.#target?.start ? span : null);
    });
    this.#back.addEventListener("click", () => this.back());
    byId("article").addEventListener("click", (event) => this.#press(event));
    // On a phone the way back is of use while the summary is out of sight.
    const watch = new IntersectionObserver(([it]) => {
      this.#inSight = it.isIntersecting;
      this.#showBack();
    });
    watch.observe(byId("summary"));
  }

  /** Where the reader went. @returns {Span | null} */
  get place() {
    return this.#target;
  }

  get away() {
    return this.#target !== null;
  }

  /** @param {Span & { from?: HTMLElement | null }} to */
  go({ start, end, from = null }) {
    this.#sheets.close();
    this.#target = { start, end, from };
    this.#article.ensure(end);
    this.refresh();
    const [element] = this.#article.map.elements(start, end);
    if (!(element instanceof HTMLElement)) return;
    element.focus({ preventScroll: true });
    this.#scroll(start, end);
    // Heights that were only guessed are known now.
    requestAnimationFrame(() => this.#scroll(start, end));
    this.#showBack();
  }

  /** A press on a sentence of the summary shows its line, from which it then is as if the reader had come. @param {MouseEvent} event */
  #press({ clientX, clientY }) {
    // Whoever selects words does not ask.
    if (!getSelection()?.isCollapsed) return;
    const at = caretAt(clientX, clientY);
    const offset = at && this.#article.map.offset(at.node, at.offset);
    const line = offset === null ? null : this.#summary.lineAt(offset);
    if (!line) return;
    this.#target = line;
    this.refresh();
    this.#showBack();
  }

  /** Back to where the reader came from. */
  back() {
    const from = this.#target?.from;
    this.end();
    const line = from?.isConnected ? from : byId("summary");
    if (line.closest(".sheet") && this.#sheets.narrow) this.#sheets.open(/** @type {"lists"} */ (line.closest(".sheet")?.id));
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
    // A sticky rail is always in sight: the summary is, but not where the reader was.
    if (this.#sheets.narrow) line.scrollIntoView({ block: "center" });
  }

  /** Takes the marks of the journey off. */
  end() {
    this.#target = null;
    this.refresh();
    this.#showBack();
  }

  #showBack() {
    this.#back.hidden = this.#target === null || (this.#sheets.narrow && this.#inSight);
  }

  /** Marks the target again, after the summary or the article changed. */
  refresh() {
    for (const it of this.#lit) it.classList.remove("is-target");
    const it = this.#target;
    this.#marks.point("tint", null);
    this.#marks.point("target", it);
    this.#minimap.target = it;
    this.#summary.current(it?.start ?? null);
    this.#lit = it ? this.#article.map.elements(it.start, it.end) : [];
    for (const element of this.#lit) element.classList.add("is-target");
  }

  /** @param {number} start @param {number} end */
  #scroll(start, end) {
    const [place] = this.#article.map.ranges(start, end);
    if (!place) return;
    const range = document.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    const high = bottom - top;
    if (top > 90 && bottom < innerHeight - 90) return;
    scrollTo({ top: scrollY + top - Math.max(100, (innerHeight - high) / 2.6), behavior: "instant" });
  }
}

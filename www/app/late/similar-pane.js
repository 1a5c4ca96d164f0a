// @ts-check
// Under the article: the articles of the reader's own library that are like it, why, and what is new here.

import { isTold, novelty, similar } from "../../lib/similar.js";
import { paint } from "../../lib/highlight.js";
import { Breath } from "../breath.js";
import { byId, h, list, say } from "../dom.js";
import { day } from "../format.js";
import { paragraphAt } from "../paragraphs.js";
import { words as pageWords } from "../words.js";
import { words } from "./words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */
/** @typedef {import("./shelf.js").Article} Article */

/** New sentences that are listed at first. */
const FIRST = 5;

export class SimilarPane {
  #root = byId("similar");
  #page;
  #shelf;
  /** @type {(() => void)[]} */ #off = [];
  /** @type {number[]} */ #fresh = [];
  /** @type {View | null} */ #view = null;
  #isMarking = false;
  #turn = 0;
  /** @type {unknown} */ #map = null;

  /**
   * @param {import("./own.js").Page} page
   * @param {import("./shelf.js").Shelf} shelf
   * @param {() => void} keep  switches the history on
   */
  constructor(page, shelf, keep) {
    this.#page = page;
    this.#shelf = shelf;
    this.keep = keep;
    page.root.addEventListener("nutgraf-shown", () => this.#paint());
  }

  /**
   * @param {View | null} view
   * @param {Article | null} own
   */
  async update(view, own) {
    const turn = ++this.#turn;
    this.#view = view;
    this.#fresh = [];
    this.#map = null;
    this.#paint();
    this.#root.hidden = view === null || (view.sentences?.length ?? 0) < 3;
    if (!view || !own?.profile) return;
    const others = [...this.#shelf.articles.values()].filter((it) => it.id !== own.id && it.profile);
    const found = similar(own.profile, others.map(({ id, profile }) => ({ id, profile: /** @type {import("../../lib/similar.js").Profile} */ (profile) })));
    const t = words.similar;
    const head = h("h2", { id: "similar-title" }, t.title);
    if (found.length === 0) {
      const invite = this.#shelf.on || this.#shelf.articles.size > 1 ? [h("p", { class: "none" }, t.none)] : [h("p", { class: "none" }, t.invite), h("button", { type: "button", class: "plain", id: "keep-similar", onclick: this.keep }, words.library.keep)];
      this.#root.replaceChildren(head, ...invite);
      return;
    }
    // What was read later is not what a reader knew: new is what the ones before do not say.
    const before = found.filter(({ id }) => (this.#shelf.articles.get(id)?.first ?? "") < own.first);
    const texts = await Promise.all(before.map(({ id }) => this.#shelf.text(id)));
    const known = texts.filter((it) => it !== null);
    const breath = new Breath();
    const steps = novelty(view, known);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      const due = breath.due();
      if (due) await due;
      if (turn !== this.#turn) return;
    }
    if (turn !== this.#turn) return;
    const items = found.map((it) => {
      const article = /** @type {Article} */ (this.#shelf.articles.get(it.id));
      const open = h("button", { type: "button", class: "similar-go", dir: "auto" }, article.title || words.library.untitled);
      open.addEventListener("click", () => say(this.#root, "open-kept", article.id));
      const why = [...it.names, ...it.phrases].map((name) => `“${name}”`).join(", ");
      const where = [article.site, words.library.read(day(article.last.slice(0, 10)))].filter((it) => it).join(" · ");
      return h("li", {}, open, h("p", { class: "n" }, where), h("p", { class: "why", dir: "auto" }, t.shares(why)));
    });
    this.#root.replaceChildren(head, h("ol", { class: "similar-list" }, ...items), ...(known.length > 0 ? this.#news(view, step.value, before) : []), h("p", { class: "foot" }, t.how));
  }

  /** @param {View} view @param {number[]} fresh @param {{ id: string }[]} before */
  #news(view, fresh, before) {
    const t = words.similar;
    this.#fresh = fresh;
    const body = (view.sentences ?? []).filter((it) => isTold(view, it));
    if (this.#fresh.length === 0) return [h("p", { class: "none" }, t.nothing)];
    const n = [this.#fresh.length, body.length];
    const title = before.length === 1 ? t.fresh(n[0], n[1], this.#shelf.articles.get(before[0].id)?.title ?? "") : t.freshAll(n[0], n[1], before.length);
    const box = h("input", { type: "checkbox", id: "mark-new", role: "switch", checked: this.#isMarking });
    box.addEventListener("change", () => {
      this.#isMarking = box.checked;
      this.#map = null;
      this.#paint();
    });
    const sentences = list(
      this.#fresh,
      (idx) => {
        const { start, end } = /** @type {any} */ (view.sentences)[idx];
        const go = h("button", { type: "button", class: "new-go", dir: "auto" }, view.text.slice(start, end).replace(/\s+/g, " "), h("span", { class: "n" }, ` ${pageWords.paragraph(paragraphAt(view, start))}`));
        go.addEventListener("click", () => say(this.#root, "go", { start, end, from: go }));
        return h("li", {}, go);
      },
      { first: FIRST, class: "new-list", more: pageWords.more },
    );
    this.#paint();
    return [h("h3", { id: "new-title" }, title), h("label", { class: "strong" }, box, h("span", { class: "new-swatch" }, t.mark)), sentences];
  }

  /** New sentences in the text, where the reader wants to see them. */
  #paint() {
    const { map, shown } = this.#page.article;
    const spans = this.#isMarking ? this.#fresh.map((idx) => /** @type {any} */ (this.#view?.sentences)[idx]).filter((it) => it.end <= shown) : [];
    if (map === this.#map && spans.length === this.#n) return;
    for (const it of this.#off) it();
    this.#off = spans.length > 0 ? [paint(map, "new", spans)] : [];
    this.#map = map;
    this.#n = spans.length;
  }
  #n = 0;
}

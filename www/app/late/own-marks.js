// @ts-check
// The reader's own marks in the article: made of a selection, painted as ranges, changed and taken away, found again
// when the text has changed. What is kept where is the shelf's business; the list of them is in own-list.js.

import { COLOURS, newId } from "../../lib/marks-file.js";
import { describe, match } from "../../lib/quote-selector.js";
import { paint, wrap } from "../../lib/highlight.js";
import { byId, caretAt } from "../dom.js";
import { MarkBar } from "./mark-bar.js";
import { showMark } from "./mark-dialog.js";
import { words } from "./words.js";

/** @typedef {import("./shelf.js").KeptMark} KeptMark */
/** @typedef {import("./shelf.js").Span} Span */
/** @typedef {{ mark: KeptMark, place: Span | null, orphan: "missing" | "ambiguous" | null }} Placed */

export class OwnMarks extends EventTarget {
  #page;
  #shelf;
  /** The article that is open: its name on the shelf, its text. @type {{ id: string, hash: string, text: string } | null} */ #open = null;
  /** In order of the text, orphans last. @type {Placed[]} */ #placed = [];
  /** @type {(() => void)[]} */ #off = [];
  /** @type {unknown} */ #map = null;
  #painted = 0;
  /** The mark that "Delete" means. @type {string | null} */ #current = null;
  /** The colour of the mark made last. */ #colour = 0;
  #bar;

  /**
   * @param {import("./own.js").Page} page
   * @param {import("./shelf.js").Shelf} shelf
   * @param {() => Promise<unknown>} keep  puts the open article on the shelf
   */
  constructor(page, shelf, keep) {
    super();
    this.#page = page;
    this.#shelf = shelf;
    this.keep = keep;
    this.#bar = new MarkBar({
      // A fresh selection comes before the mark chosen before it.
      colour: (colour) => (this.#current && !this.#selection() ? this.recolour(this.#current, colour) : this.markSelection(colour)),
      note: () => (this.#current && !this.#selection() ? this.edit(this.#current) : this.markSelection(this.#colour, true)),
      remove: () => this.#current && this.remove(this.#current),
    });
    const root = page.root;
    document.addEventListener("selectionchange", () => this.#selected());
    root.addEventListener("pointerup", (event) => setTimeout(() => this.#pressed(event)));
    root.addEventListener("nutgraf-shown", () => this.#follow());
    // Marks that are told in words split the text that ours are painted on.
    for (const it of ["as-text", "kind"]) document.addEventListener(`nutgraf-${it}`, () => this.#repaint());
    document.addEventListener("pointerdown", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (!root.contains(target) && !target.closest(".mark-bar, .undo-bar, .panel.own, dialog")) this.#choose(null);
    });
  }

  get placed() {
    return this.#placed;
  }

  /** Whether "Delete" means a mark. */
  get isChosen() {
    return this.#current !== null;
  }

  get isBusy() {
    return this.#bar.isOpen;
  }

  /**
   * Another article, or another reading of the same; null: none.
   * @param {{ id: string, hash: string, text: string } | null} open
   */
  show(open) {
    if (open?.id !== this.#open?.id) this.#choose(null);
    this.#open = open;
    this.#place();
  }

  /** Finds all marks in the text as it is now. */
  refresh() {
    this.#place();
  }

  /**
   * @param {number} colour
   * @param {boolean} [withNote]
   */
  markSelection(colour = this.#colour, withNote = false) {
    const span = this.#selection() ?? this.#page.place();
    if (!span || !this.#open) {
      this.#page.say(words.marks.nothingToMark, null);
      return;
    }
    const there = this.#placed.find(({ place }) => place?.start === span.start && place.end === span.end);
    if (there) {
      // These very words are marked already: they get the colour, not a second mark.
      this.recolour(there.mark.id, colour);
      this.#choose(there.mark.id);
      if (withNote) this.edit(there.mark.id);
      return;
    }
    const now = new Date().toISOString();
    const { id: article, hash: of, text } = this.#open;
    const mark = { id: newId(), colour, note: "", created: now, modified: now, ...describe(text, span), article, of };
    this.#colour = colour;
    getSelection()?.removeAllRanges();
    this.#put(mark);
    this.#offer(words.marks.marked, () => this.#drop(mark.id), withNote ? undefined : { label: words.marks.addNote, act: () => this.edit(mark.id) });
    this.#choose(mark.id);
    if (withNote) this.edit(mark.id);
  }

  /** What the key "h" does. */
  key() {
    const place = this.#page.place();
    const current = this.#placed.find(({ mark }) => mark.id === this.#current)?.place;
    // The reader has gone on since: the sentence shown is meant, not the mark of before.
    const isPast = !this.#bar.isOpen && place !== null && place.start !== current?.start;
    if (current && !isPast && !this.#selection()) {
      this.#choose(this.#current);
      this.#bar.focus();
    } else this.markSelection();
  }

  /** @param {string | null} [id] */
  remove(id = this.#current) {
    const mark = id ? this.#shelf.marks.get(id) : null;
    if (!mark) {
      this.#page.say(words.marks.noMark, null);
      return;
    }
    this.#choose(null);
    this.#drop(mark.id);
    this.#offer(words.marks.removed, () => this.#put(mark));
  }

  /** @param {string} id @param {number} colour */
  recolour(id, colour) {
    const before = this.#shelf.marks.get(id);
    if (!before || before.colour === colour) return;
    this.#colour = colour;
    this.#put({ ...before, colour, modified: new Date().toISOString() });
    this.#offer(words.marks.recoloured, () => this.#put(before));
    this.#choose(id);
  }

  /** Opens the dialog for note and colour. @param {string} id */
  edit(id) {
    const before = this.#shelf.marks.get(id);
    if (!before) return;
    this.#bar.close();
    showMark(before, {
      change: (change) => {
        const mark = this.#shelf.marks.get(id) ?? before;
        this.#put({ ...mark, ...change, modified: new Date().toISOString() });
      },
      remove: () => this.remove(id),
      closed: () => {
        const after = this.#shelf.marks.get(id);
        if (after && after.note !== before.note) this.#offer(words.marks.noted, () => this.#put({ ...after, note: before.note }));
      },
    });
  }

  /** The mark that is meant from now on. @param {string | null} id */
  point(id) {
    this.#current = id;
  }

  /**
   * Takes marks in from a file: all of them, the unsure as orphans. None at all where no mark belongs to this text.
   * @param {import("../../lib/marks-file.js").MarksFile} file
   * @returns {{ n: number, orphans: number, back: () => void } | null}
   */
  take({ marks, of }) {
    if (!this.#open) return null;
    const { id: article, text, hash } = this.#open;
    const taken = marks.map((it) => ({ ...it, article, of: of ?? "" }));
    const orphans = taken.filter((it) => "orphan" in match(text, it, it.of === hash)).length;
    if (orphans === taken.length) return null;
    /** @type {Map<string, KeptMark | undefined>} */
    const before = new Map();
    for (const it of taken) {
      // The same mark of another article keeps its place there.
      if ((this.#shelf.marks.get(it.id)?.article ?? article) !== article) it.id = newId();
      before.set(it.id, this.#shelf.marks.get(it.id));
      this.#put(it, false);
    }
    this.#place();
    const back = () => {
      for (const [id, mark] of before) {
        if (mark) this.#put(mark);
        else this.#drop(id);
      }
    };
    return { n: taken.length, orphans, back };
  }

  /** Says what was done, how to take it back, and whether it outlives the tab. */
  #offer(/** @type {string} */ text, /** @type {() => void} */ back, /** @type {{ label: string, act: () => void } | undefined} */ more = undefined) {
    this.#page.say(this.#shelf.lasts ? text : `${text} ${words.marks.forNow}`, back, more);
  }

  /** @param {KeptMark} mark @param {boolean} [placed] */
  #put(mark, placed = true) {
    this.#shelf.marks.set(mark.id, mark);
    this.keep().then(() => this.#shelf.putMark(mark));
    if (placed) this.#place();
  }

  /** @param {string} id */
  #drop(id) {
    this.#shelf.marks.delete(id);
    this.keep().then(() => this.#shelf.removeMark(id));
    this.#place();
  }

  #place() {
    const open = this.#open;
    if (!open) this.#placed = [];
    else {
      const all = this.#shelf.marksOf(open.id).map((mark) => {
        const found = match(open.text, mark, mark.of === open.hash);
        return "orphan" in found ? { mark, place: null, orphan: found.orphan } : { mark: this.#moved(mark, found, open), place: { start: found.start, end: found.end }, orphan: null };
      });
      const at = (/** @type {Placed} */ it) => it.place?.start ?? Infinity;
      this.#placed = all.sort((a, b) => at(a) - at(b) || (a.mark.created < b.mark.created ? -1 : 1));
    }
    this.#repaint();
    this.dispatchEvent(new Event("change"));
  }

  /** A mark found in a changed text is said in the words of that text from now on. @param {KeptMark} mark @param {Span} found @param {{ hash: string, text: string }} open */
  #moved(mark, found, { hash, text }) {
    if (mark.of === hash) return mark;
    const moved = { ...mark, ...describe(text, found), of: hash };
    this.#shelf.marks.set(mark.id, moved);
    this.#shelf.putMark(moved);
    return moved;
  }

  #repaint() {
    for (const it of this.#off) it();
    this.#off = [];
    this.#painted = 0;
    this.#map = this.#page.article.map;
    this.#follow();
  }

  /** Paints what is laid out by now; the article may have been laid out anew. */
  #follow() {
    const { map, shown } = this.#page.article;
    if (map !== this.#map) {
      this.#repaint();
      return;
    }
    const ready = this.#placed.filter((it) => it.place && it.place.end > this.#painted && it.place.end <= shown);
    if (ready.length === 0) return;
    const asText = /** @type {HTMLInputElement} */ (byId("marks-as-text")).checked;
    for (const [colour] of COLOURS.entries()) {
      const spans = ready.flatMap((it) => (it.mark.colour === colour && it.place ? [it.place] : []));
      const style = `own-${colour + 1}`;
      if (spans.length > 0) this.#off.push(asText ? wrap(map, style, spans, words.marks.dialog) : paint(map, style, spans));
    }
    for (const it of ready) {
      const [element] = it.mark.note && it.place ? map.elements(it.place.start, it.place.end) : [];
      element?.classList.add("has-note");
      this.#off.push(() => element?.classList.remove("has-note"));
    }
    this.#painted = shown;
  }

  /** The selected stretch of the article, without blanks at its ends. @returns {Span | null} */
  #selection() {
    const selection = getSelection();
    const text = this.#open?.text ?? "";
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.#page.root)) return null;
    const { map } = this.#page.article;
    const inside = map.elements(0, Infinity).filter((it) => range.intersectsNode(it));
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return null;
    const begin = /** @type {number} */ (map.offset(first, 0));
    const finish = /** @type {number} */ (map.offset(last, 0));
    let start = first.contains(range.startContainer) ? begin + lengthBefore(first, range.startContainer, range.startOffset) : begin;
    let end = last.contains(range.endContainer) ? finish + lengthBefore(last, range.endContainer, range.endOffset) : finish + (last.textContent?.length ?? 0);
    while (start < end && /\s/.test(text[start])) start++;
    while (end > start && /\s/.test(text[end - 1])) end--;
    return end > start ? { start, end } : null;
  }

  /** Offers to mark what is selected, once the selection stands still. */
  #selected() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const selection = getSelection();
      if (!this.#selection()) {
        if (!this.#current) this.#bar.close();
        return;
      }
      this.#current = null;
      this.#bar.open(/** @type {Selection} */ (selection).getRangeAt(0), null);
    }, 180);
  }
  #timer = 0;

  /** A press on a mark chooses it. @param {PointerEvent} event */
  #pressed({ clientX, clientY }) {
    if (!getSelection()?.isCollapsed) return;
    const at = caretAt(clientX, clientY);
    const offset = at ? this.#page.article.map.offset(at.node, at.offset) : null;
    const under = offset === null || !at || !this.#page.root.contains(at.node) ? [] : this.#placed.filter(({ place }) => place && place.start <= offset && offset <= place.end);
    // Of marks one over the other: the shortest, which can be reached nowhere else.
    under.sort((a, b) => length(a) - length(b));
    this.#choose(under[0]?.mark.id ?? null);
  }

  /** @param {string | null} id */
  #choose(id) {
    this.#current = id;
    const it = this.#placed.find(({ mark }) => mark.id === id);
    const [range] = it?.place ? this.#page.article.map.ranges(it.place.start, it.place.end) : [];
    if (!it || !range) {
      this.#bar.close();
      return;
    }
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    this.#bar.open(live, it.mark.colour);
  }
}

/** @param {Placed} it */
function length({ place }) {
  return place ? place.end - place.start : Infinity;
}

/** Characters of an element before a place in it. @param {Element} element @param {Node} node @param {number} offset */
function lengthBefore(element, node, offset) {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

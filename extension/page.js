// What runs in the page that is read: reads it, paints marks, goes to places. It changes none of the page's nodes, and
// the page's own scripts do not see it. Calls come from the panel, as functions of `nutgrafPage`.

import { readDom } from "../www/lib/read-dom.js";
import { TextPlaces } from "../www/lib/text-places.js";

const platform = globalThis.browser ?? globalThis.chrome;

/** Where the words of the page were when it was read last. */
let places = [];
/** What of the text was given to the panel: a selection begins later. */
let offset = 0;
let given = "";
/** @type {MutationObserver | undefined} */
let watch;
let timer = 0;
/** The kinds that are painted. Firefox does not let us ask the registry for its names. */
const painted = new Set();

/** How long a page has to be quiet before the panel is told that it changed, in milliseconds. */
const QUIET = 800;

globalThis.nutgrafPage ??= {
  /**
   * Reads the page, or what is selected in it.
   * @param {boolean} whole  also when something is selected
   */
  read(whole) {
    const found = [];
    const { text, hints } = readDom(document, found);
    const range = whole ? null : selected(found);
    places = found;
    offset = range?.start ?? 0;
    given = range ? text.slice(range.start, range.end) : text;
    observe();
    return { text: given, hints: range ? null : hints, isSelection: range !== null, url: location.href, title: document.title };
  },

  /**
   * Paints marks; those of before go.
   * @param {Record<string, { start: number, end: number }[]>} kinds
   */
  paint(kinds) {
    const at = new TextPlaces(places);
    clear();
    for (const [kind, spans] of Object.entries(kinds)) {
      register(kind, spans.flatMap(({ start, end }) => at.ranges(start + offset, end + offset)));
    }
    return painted.size;
  },

  /** Shows a place, and marks it. @param {{ start: number, end: number }} span */
  go({ start, end }) {
    const ranges = new TextPlaces(places).ranges(start + offset, end + offset);
    if (ranges.length === 0) return false;
    register("target", ranges);
    const first = live(ranges[0]);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const element = first.startContainer.parentElement;
    const box = first.getBoundingClientRect();
    const isInSight = box.top > 60 && box.bottom < innerHeight - 60;
    if (!isInSight) element?.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
    return true;
  },

  /** Takes all marks off, and looks away. */
  end() {
    watch?.disconnect();
    clear();
  },
};

/** @param {string} kind @param {StaticRange[]} ranges */
function register(kind, ranges) {
  const highlight = new Highlight();
  for (const it of ranges) highlight.add(live(it));
  CSS.highlights.set(`nutgraf-${kind}`, highlight);
  painted.add(kind);
}

function clear() {
  for (const kind of painted) CSS.highlights.delete(`nutgraf-${kind}`);
  painted.clear();
}

/** @param {StaticRange} it */
function live(it) {
  const range = document.createRange();
  range.setStart(it.startContainer, it.startOffset);
  range.setEnd(it.endContainer, it.endOffset);
  return range;
}

/** Fewer letters are selected by chance. */
const LEAST = 80;

/** White space that the reading joined. */
const BLANKS = /[ \t\n\f\r\u0085\u2028\u2029]+/g;

/** Where in the text the selection begins and ends; null when there is none to speak of. */
function selected(found) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || String(selection).trim().length < LEAST) return null;
  const range = selection.getRangeAt(0);
  const units = (place, end) => place.node.data.slice(place.skipped, end).replace(BLANKS, place.verbatim ? "$&" : " ").length;
  const within = found.filter((it) => range.intersectsNode(it.node));
  if (within.length === 0) return null;
  const [first, last] = [within[0], within[within.length - 1]];
  const start = first.start + (first.node === range.startContainer ? units(first, range.startOffset) : 0);
  const end = last.start + units(last, last.node === range.endContainer ? range.endOffset : last.node.data.length);
  return end > start ? { start, end } : null;
}

/** Tells the panel when the page's text becomes another. */
function observe() {
  watch?.disconnect();
  watch = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (offset > 0 || readDom(document).text === given) return;
      platform.runtime.sendMessage({ nutgraf: "changed" }).catch(() => watch?.disconnect());
    }, QUIET);
  });
  watch.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
}

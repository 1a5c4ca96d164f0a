// @ts-check
// When: the dated sentences, earliest first, on a line drawn to scale; then every date as it stands in the text.

import { h, list, say, svg } from "../dom.js";
import { day } from "../format.js";
import { none, plain, row } from "../row.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */

const WIDTH = 360;
/** Dots that share a place are stacked so high. */
const STACK = 3;
const MARGIN = 8;

export class TimelinePane {
  #root;
  #published = h("input", { type: "date", id: "published" });
  #found = h("div");

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    root.append(h("p", { class: "published" }, h("label", { for: "published" }, words.published), this.#published), this.#found);
    this.#published.addEventListener("change", () => say(root, "published", this.#published.value));
  }

  /** @param {View} view */
  update(view) {
    this.#published.value = view.metadata?.published?.slice(0, 10) ?? "";
    const dates = view.dates ?? [];
    const events = view.timeline ?? [];
    const parts = [];
    const picture = toScale(events.map((it) => it.value));
    if (picture) parts.push(picture);
    if (events.length > 0) {
      const line = list(
        events,
        (it) => {
          const date = dates[it.date];
          const sentence = view.sentences?.[it.sentence];
          const when = h("p", { class: "when" }, h("span", {}, day(it.value)));
          if (date?.anchored) when.append(h("span", { class: "guess", title: words.anchored }, ` “${view.text.slice(date.start, date.end)}”`));
          if (!sentence) return h("li", {}, when);
          const text = plain(view, sentence.start, sentence.end);
          return h("li", {}, when, row(view, sentence, { class: "event", children: [text], copy: `${day(it.value)}: ${text}` }));
        },
        { ordered: true, class: "events", more: words.more },
      );
      parts.push(line);
    }
    if (dates.length > 0) {
      parts.push(h("h3", {}, words.dates, h("span", { class: "n" }, String(dates.length))));
      const chips = list(
        dates,
        (it) => {
          const text = view.text.slice(it.start, it.end);
          const button = h("button", { type: "button", class: "pill date", "data-start": it.start, "data-end": it.end, "aria-label": [text, words.dateKinds[it.kind], it.value].filter(Boolean).join(", "), title: it.value ?? words.dateKinds[it.kind] }, text);
          button.addEventListener("click", () => say(this.#root, "go", { start: it.start, end: it.end, from: button }));
          return h("li", {}, button);
        },
        { class: "pills", more: words.more },
      );
      parts.push(chips);
    }
    if (parts.length === 0) parts.push(none(view.timeline, words.none.timeline));
    this.#found.replaceChildren(...parts);
  }
}

/** @param {string} value  ISO 8601, of a year or finer */
function time(value) {
  const [, year, month = "01", date = "01"] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value) ?? [];
  return year ? Date.UTC(Number(year), Number(month) - 1, Number(date)) : null;
}

/**
 * The values on a line, drawn to scale: a dot a day, a bar a range, those that share a place stacked; a tick a round year.
 * Null when there are fewer than two that differ.
 * @param {string[]} values
 */
function toScale(values) {
  const points = values
    .map((value) => {
      const [from, to = from] = value.split("/");
      return { value, at: time(from), end: time(to) };
    })
    .filter((it) => it.at !== null)
    .map((it) => ({ value: it.value, at: /** @type {number} */ (it.at), end: it.end ?? /** @type {number} */ (it.at) }))
    .sort((a, b) => a.at - b.at);
  const first = points[0];
  const last = points.reduce((a, b) => (b.end > a.end ? b : a), points[0]);
  if (!first || first.at === last.end) return null;
  const x = (/** @type {number} */ at) => MARGIN + ((WIDTH - 2 * MARGIN) * (at - first.at)) / (last.end - first.at);
  /** @type {number[]} */
  const stacked = [];
  let before = -Infinity;
  for (const it of points) {
    const isNear = x(it.at) - before < 11;
    stacked.push(isNear ? Math.min((stacked.at(-1) ?? 0) + 1, STACK) : 0);
    if (!isNear) before = x(it.at);
  }
  const axis = 10 + 9 * Math.max(...stacked);
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${axis + 26}`, role: "img", class: "scale" });
  picture.setAttribute("aria-label", words.timelinePicture(points.length, day(first.value), day(last.value)));
  picture.append(svg("line", { x1: MARGIN, x2: WIDTH - MARGIN, y1: axis, y2: axis, class: "axis" }));
  for (const year of roundYears(first.at, last.end)) {
    const at = x(Date.UTC(year, 0, 1));
    picture.append(svg("line", { x1: at.toFixed(1), x2: at.toFixed(1), y1: axis, y2: axis + 5, class: "axis" }));
    // Not over the labels of the ends.
    if (at > 90 && at < WIDTH - 90) picture.append(svg("text", { x: at.toFixed(1), y: axis + 20, class: "tick middle" }, String(year)));
  }
  points.forEach((it, idx) => {
    const at = x(it.at);
    const y = axis - 9 * stacked[idx];
    if (it.end > it.at) picture.append(svg("line", { x1: at.toFixed(1), x2: x(it.end).toFixed(1), y1: y, y2: y, class: "span" }));
    picture.append(svg("circle", { cx: at.toFixed(1), cy: y, r: 4.5, class: "dot" }, svg("title", {}, day(it.value))));
  });
  picture.append(svg("text", { x: 0, y: axis + 20, class: "tick" }, day(first.value, "short")));
  picture.append(svg("text", { x: WIDTH, y: axis + 20, class: "tick end" }, day(last.value, "short")));
  return picture;
}

/** A few years between two times, on round numbers. @param {number} from @param {number} to */
function roundYears(from, to) {
  const [first, last] = [from, to].map((it) => new Date(it).getUTCFullYear());
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((it) => (last - first) / it <= 6) ?? 1000;
  const years = [];
  for (let year = Math.ceil((first + 1) / step) * step; year <= last; year += step) years.push(year);
  return years;
}

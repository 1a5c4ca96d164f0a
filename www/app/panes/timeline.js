// @ts-check
// When: the dated sentences, earliest first, on a line drawn to scale; then every date as it stands in the text.

import { h, list, say, svg } from "../dom.js";
import { day } from "../format.js";
import { plain, row } from "../row.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */

const WIDTH = 360;
const HEIGHT = 44;
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
          const button = h("button", { type: "button", class: "pill date", "aria-label": [text, words.dateKinds[it.kind], it.value].filter(Boolean).join(", "), title: it.value ?? words.dateKinds[it.kind] }, text);
          button.addEventListener("click", () => say(this.#root, "go", { start: it.start, end: it.end, from: button }));
          return h("li", {}, button);
        },
        { class: "pills", more: words.more },
      );
      parts.push(chips);
    }
    if (parts.length === 0) parts.push(h("p", { class: "none" }, words.none.timeline));
    this.#found.replaceChildren(...parts);
  }
}

/**
 * The values on a line; null when there are fewer than two that differ.
 * @param {string[]} values
 */
function toScale(values) {
  const points = values
    .map((value) => {
      const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value) ?? [];
      return year ? { value, at: Date.UTC(Number(year), Number(month) - 1, Number(day)) } : null;
    })
    .filter((it) => it !== null)
    .sort((a, b) => a.at - b.at);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first.at === last.at) return null;
  const x = (/** @type {number} */ at) => MARGIN + ((WIDTH - 2 * MARGIN) * (at - first.at)) / (last.at - first.at);
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", class: "scale" });
  const label = words.timelinePicture(points.length, day(first.value), day(last.value));
  picture.setAttribute("aria-label", label);
  picture.append(svg("line", { x1: MARGIN, x2: WIDTH - MARGIN, y1: 14, y2: 14, class: "axis" }));
  for (const it of points) picture.append(svg("circle", { cx: x(it.at).toFixed(1), cy: 14, r: 5, class: "dot" }));
  picture.append(svg("text", { x: MARGIN, y: 38, class: "tick" }, first.value.slice(0, 10)));
  picture.append(svg("text", { x: WIDTH - MARGIN, y: 38, class: "tick end" }, last.value.slice(0, 10)));
  return picture;
}

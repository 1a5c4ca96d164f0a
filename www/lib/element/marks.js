// @ts-check
// Marks in the page's article: ranges by kind, and the rules that paint them, which have to lie in the article's own
// tree while there are any. Fills are see-through, so that they fit light and dark pages; each kind has a line of its
// own, so that colour is never the only sign. Where the platform paints no ranges, sentences alone are wrapped.

import { paint, paintsRanges } from "../highlight.js";

/** By kind: fill, style of the line, its thickness. */
const KINDS = {
  key: ["rgb(255 205 40 / .34)", "", ""],
  quote: ["rgb(40 170 230 / .2)", "dashed", "2px"],
  number: ["rgb(110 180 40 / .22)", "dotted", "2px"],
  date: ["rgb(150 90 230 / .2)", "double", "1px"],
  place: ["", "dotted", "2px"],
  organization: ["", "double", "1px"],
  person: ["", "solid", "2px"],
  target: ["rgb(60 130 255 / .3)", "", ""],
};

/** What a page without painted ranges can have: kinds that do not overlap. */
const WRAPPED = ["key"];

const rules = Object.entries(KINDS)
  .map(([kind, [fill, style, thickness]]) => {
    const line = style && `text-decoration-line:underline;text-decoration-style:${style};text-decoration-thickness:${thickness};`;
    const body = `${fill && `background-color:${fill};`}${line}text-underline-offset:.2em;`;
    return `::highlight(nutgraf-${kind}){${body}color:inherit}mark[data-kind="${kind}"]{${body}color:inherit;${fill ? "" : "background:none"}}`;
  })
  .join("");

/** One sheet a document, since sheets cannot be lent. @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();
/** How many cards paint in a tree. @type {WeakMap<Document | ShadowRoot, number>} */
const painters = new WeakMap();

export class Marks {
  /** @type {Map<string, () => void>} */ #painted = new Map();
  /** @type {() => void} */ #takeRules = () => {};

  /**
   * Paints stretches as a kind, in place of what was painted so before.
   * @param {Element} article
   * @param {import("../text-places.js").TextPlaces} places
   * @param {keyof typeof KINDS} kind
   * @param {Iterable<{ start: number, end: number }>} stretches
   */
  paint(article, places, kind, stretches) {
    this.#painted.get(kind)?.();
    // Ranges of another document are not ours to paint.
    if (article.ownerDocument !== document || !(paintsRanges || WRAPPED.includes(kind))) return;
    if (this.#painted.size === 0) this.#takeRules = adopt(/** @type {Document | ShadowRoot} */ (article.getRootNode()));
    this.#painted.set(kind, paint(places, kind, stretches));
  }

  /** Takes the paint of a kind off; of all kinds but `target` by default. @param {string} [kind] */
  clear(kind) {
    for (const [it, off] of this.#painted) {
      if (kind !== undefined && it !== kind) continue;
      off();
      this.#painted.delete(it);
    }
    if (this.#painted.size > 0) return;
    this.#takeRules();
    this.#takeRules = () => {};
  }
}

/** @param {Document | ShadowRoot} root @returns {() => void} */
function adopt(root) {
  const count = painters.get(root) ?? 0;
  painters.set(root, count + 1);
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    sheets.set(document, sheet);
  }
  const ours = sheet;
  if (count === 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ours];
  return () => {
    const left = (painters.get(root) ?? 1) - 1;
    painters.set(root, left);
    if (left === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((it) => it !== ours);
  };
}

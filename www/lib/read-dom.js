// @ts-check
/**
 * DOM -> text and hints: what `nutgraf` takes as text and as its option `hints`.
 *
 * Takes a `Document` that DOMParser made from pasted HTML (inert: nothing is fetched, nothing runs), or an
 * element of a live page. Reads nodes only: no markup is written, no style is computed, nothing is judged.
 * What the words in `class` mean is decided in the core.
 *
 * The twin of `src/read/html/walk.rs`: the same program, line for line, so that a page read here and a page read
 * natively give the same blocks. Whatever is changed here is changed there; a test compares the two.
 * Offsets count UTF-16 units.
 *
 * @module
 */

/**
 * @typedef {object} BlockHint
 * @property {number} start
 * @property {number} end
 * @property {number} element  place in the core's list: paragraph, heading, list item, quotation, caption, row, code
 * @property {number} level  1 to 6 in a heading, else 0
 * @property {number} links  UTF-16 units in links, white space left out
 * @property {number} boxed  index of the innermost box
 *
 * @typedef {object} BoxHint
 * @property {number} parent  index of the box around it, -1 for none
 * @property {string} tag
 * @property {string} names  class, id, role, itemprop, data-testid and rel
 * @property {boolean} hidden
 *
 * @typedef {object} MarkHint
 * @property {number} start
 * @property {number} end
 * @property {string} tag
 * @property {string} names
 * @property {string | null} value
 *
 * @typedef {object} PageFacts
 * @property {string | null} title
 * @property {[string, string][]} metas
 * @property {string[]} jsonLd
 * @property {string | null} canonical
 * @property {string | null} language
 *
 * @typedef {object} Hints
 * @property {BlockHint[]} blocks
 * @property {BoxHint[]} boxes
 * @property {MarkHint[]} marks
 * @property {PageFacts} page
 *
 * @typedef {object} NodePlace  where the words of a text node lie in the text
 * @property {number} start
 * @property {Text} node
 * @property {number} skipped  units of white space before the first word
 * @property {boolean} verbatim  white space is kept as it is
 *
 * @typedef {object} Frame
 * @property {boolean} isBox
 * @property {boolean} ends
 * @property {boolean} isLink
 * @property {boolean} isPre
 * @property {MarkHint | null} mark
 * @property {number} boxed
 * @property {number} element
 * @property {number} level
 */

const MOST_MARKS = 2000;

const GAPS = ["", " ", "\t", "\n"];
const NONE = 0;
const SPACE = 1;
const TAB = 2;
const BREAK = 3;

const PARAGRAPH = 0;
const HEADING = 1;
const LIST_ITEM = 2;
const QUOTATION = 3;
const CAPTION = 4;
const TABLE_ROW = 5;
const CODE = 6;

/** The white space of HTML, and the line ends of Unicode. No-break spaces are not in it. */
const BLANK = " \\t\\n\\f\\r\\u0085\\u2028\\u2029";
const BLANKS = new RegExp(`[${BLANK}]+`, "g");
const LEADING = new RegExp(`^[${BLANK}]+`);
const TRAILING = new RegExp(`[${BLANK}]$`);

const words = (/** @type {string} */ list) => new Set(list.split(" "));

const FACTS = words("meta link title script");

const SKIPPED = words(
  "style template noscript noframes noembed iframe svg canvas object embed audio video select textarea datalist " +
    "annotation annotation-xml base img input source track wbr area param col",
);

const BLOCKS = words(
  "html head body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup " +
    "option p pre search section summary table tbody td tfoot th thead tr ul",
);

/** Tag -> element and level; all others keep what is around them. @type {Map<string, [number, number]>} */
const ELEMENTS = new Map([
  ["h1", [HEADING, 1]],
  ["h2", [HEADING, 2]],
  ["h3", [HEADING, 3]],
  ["h4", [HEADING, 4]],
  ["h5", [HEADING, 5]],
  ["h6", [HEADING, 6]],
  ["li", [LIST_ITEM, 0]],
  ["dt", [LIST_ITEM, 0]],
  ["dd", [LIST_ITEM, 0]],
  ["blockquote", [QUOTATION, 0]],
  ["figcaption", [CAPTION, 0]],
  ["caption", [CAPTION, 0]],
  ["tr", [TABLE_ROW, 0]],
  ["pre", [CODE, 0]],
  ["article", [PARAGRAPH, 0]],
  ["section", [PARAGRAPH, 0]],
  ["main", [PARAGRAPH, 0]],
  ["aside", [PARAGRAPH, 0]],
  ["nav", [PARAGRAPH, 0]],
  ["header", [PARAGRAPH, 0]],
]);

const NAMING = ["class", "id", "role", "itemprop", "data-testid", "rel"];

/** Addresses of pages about a person who writes. */
const AUTHOR_PAGE = /\/author|\/contributor|\/people\/|\/staff\/|\/profile|\/writers\/|\/reporters\/|\/editors\/|\/by\//;

const TELLING = /auth|byl|writ|date|time/i;

/**
 * Reads a document, or an element of one (what the page says of itself is then read from the document's head).
 *
 * @param {Document | Element} root
 * @param {NodePlace[]} [places]  gets a place for every text node that was read, in the order of the text
 * @returns {{ text: string, hints: Hints }}
 */
export function readDom(root, places) {
  const walk = new Walk(places);
  if (root.nodeType === 9) {
    walk.run(root);
  } else {
    const head = root.ownerDocument?.head;
    if (head) walk.run(head);
    walk.run(root);
    walk.hints.page.language ??= root.ownerDocument?.documentElement?.getAttribute("lang") ?? null;
  }
  return { text: walk.text(), hints: walk.hints };
}

class Walk {
  /** What is written, but for the open block. @type {string[]} */
  #written = [];
  /** Length of all that is written, the open block's words included. */
  #length = 0;
  /** The open block's words. Kept apart: asking a string that still grows for its end copies all of it. */
  #words = "";
  /** @type {Hints} */
  hints = { blocks: [], boxes: [], marks: [], page: { title: null, metas: [], jsonLd: [], canonical: null, language: null } };
  /** @type {Frame[]} */
  #frames = [];
  /** @type {BlockHint | null} */
  #block = null;
  #gap = NONE;
  #nLinks = 0;
  #nPres = 0;
  #boxed = 0;
  #element = PARAGRAPH;
  #level = 0;
  /** @type {NodePlace[] | undefined} */ #places;

  /** @param {NodePlace[]} [places] */
  constructor(places) {
    this.#places = places;
  }

  /** All that was read. */
  text() {
    return this.#written.join("");
  }

  /** @param {Node} root */
  run(root) {
    /** @type {Node} */
    let at = root;
    for (;;) {
      let entered = at.nodeType === 9;
      if (at.nodeType === 3 || at.nodeType === 4) this.#read(/** @type {Text} */ (at));
      else if (at.nodeType === 1) entered = this.#enter(/** @type {Element} */ (at));
      if (entered && at.firstChild) {
        at = at.firstChild;
        continue;
      }
      if (entered && at.nodeType === 1) this.#leave();
      for (;;) {
        if (at === root) {
          this.#flush();
          return;
        }
        if (at.nextSibling) {
          at = at.nextSibling;
          break;
        }
        at = /** @type {Node} */ (at.parentNode);
        if (at.nodeType === 1) this.#leave();
      }
    }
  }

  /**
   * Enters an element; false when its inside is not read.
   *
   * @param {Element} element
   */
  #enter(element) {
    const tag = element.localName;
    if (FACTS.has(tag)) {
      this.#fact(element, tag);
      return false;
    }
    if (tag === "br") {
      this.#lineBreak();
      return false;
    }
    if (SKIPPED.has(tag)) return false;
    const isBox = BLOCKS.has(tag);
    const hidden = isHidden(element);
    if (hidden && !isBox) return false;
    const names = namesOf(element);
    const isCell = tag === "td" || tag === "th";
    /** @type {Frame} */
    const frame = {
      isBox,
      ends: isBox && !isCell,
      isLink: tag === "a" && element.hasAttribute("href"),
      isPre: tag === "pre",
      mark: null,
      boxed: this.#boxed,
      element: this.#element,
      level: this.#level,
    };
    if (isCell) this.#gap = Math.max(this.#gap, TAB);
    else if (isBox) this.#flush();
    if (isBox) {
      const { boxes } = this.hints;
      const parent = boxes.length === 0 ? -1 : this.#boxed;
      this.#boxed = boxes.length;
      boxes.push({ parent, tag, names, hidden });
      const change = ELEMENTS.get(tag);
      if (change) [this.#element, this.#level] = change;
      if (tag === "html") this.hints.page.language = element.getAttribute("lang");
    }
    const value = element.getAttribute("datetime") ?? element.getAttribute("content");
    const told = value !== null || !isBox;
    if (this.hints.marks.length < MOST_MARKS && (tag === "time" || (told && TELLING.test(names)))) {
      frame.mark = { start: this.#length, end: this.#length, tag, names, value };
      this.hints.marks.push(frame.mark);
    }
    if (frame.isLink) this.#nLinks += 1;
    if (frame.isPre) this.#nPres += 1;
    this.#frames.push(frame);
    return true;
  }

  #leave() {
    const frame = this.#frames.pop();
    if (!frame) return;
    if (frame.ends) this.#flush();
    if (frame.isBox) {
      this.#boxed = frame.boxed;
      this.#element = frame.element;
      this.#level = frame.level;
    }
    if (frame.isLink) this.#nLinks -= 1;
    if (frame.isPre) this.#nPres -= 1;
    if (frame.mark) frame.mark.end = this.#length;
  }

  #lineBreak() {
    if (!this.#block) return;
    if (this.#nPres > 0) this.#write("\n");
    else if (this.#gap === BREAK) this.#flush();
    else this.#gap = BREAK;
  }

  /** @param {Text} node */
  #read(node) {
    const { data } = node;
    let rest = data;
    if (this.#nPres === 0 || !this.#block) {
      const bare = rest.replace(LEADING, "");
      if (bare.length < rest.length) this.#gap = Math.max(this.#gap, SPACE);
      rest = bare;
    }
    if (rest === "") return;
    const open = this.#open();
    const verbatim = this.#nPres > 0;
    this.#places?.push({ start: this.#length, node, skipped: data.length - rest.length, verbatim });
    if (this.#nLinks > 0) open.links += rest.replace(BLANKS, "").length;
    if (this.#nPres > 0) {
      this.#write(rest);
      return;
    }
    rest = rest.replace(BLANKS, " ");
    if (rest.endsWith(" ")) {
      rest = rest.slice(0, -1);
      this.#gap = SPACE;
    }
    this.#write(rest);
  }

  /** @param {string} words */
  #write(words) {
    this.#words += words;
    this.#length += words.length;
  }

  /** Opens a block if none is open, else writes the gap. */
  #open() {
    let block = this.#block;
    if (!block) {
      if (this.#length > 0) this.#write("\n\n");
      const start = this.#length;
      block = { start, end: start, element: this.#element, level: this.#level, links: 0, boxed: this.#boxed };
      this.#block = block;
    } else {
      this.#write(GAPS[this.#gap]);
    }
    this.#gap = NONE;
    return block;
  }

  /** Ends the open block. */
  #flush() {
    this.#gap = NONE;
    const block = this.#block;
    if (!block) return;
    let end = this.#words.length;
    while (end > 0 && TRAILING.test(this.#words[end - 1])) end -= 1;
    this.#length -= this.#words.length - end;
    this.#written.push(this.#words.slice(0, end));
    this.#words = "";
    block.end = this.#length;
    this.hints.blocks.push(block);
    this.#block = null;
  }

  /**
   * Reads what the page says of itself.
   *
   * @param {Element} element
   * @param {string} tag
   */
  #fact(element, tag) {
    const { page } = this.hints;
    const said = (/** @type {string} */ name) => element.getAttribute(name) || null;
    if (tag === "meta") {
      const key = said("property") ?? said("name") ?? said("itemprop");
      const value = said("content") ?? said("value");
      if (key && value) page.metas.push([asciiLower(key), value]);
    } else if (tag === "link") {
      if (said("rel") === "canonical") page.canonical ??= said("href");
    } else if (tag === "title") {
      page.title ??= element.textContent ?? "";
    } else if (said("type") === "application/ld+json") {
      page.jsonLd.push(element.textContent ?? "");
    }
  }
}

/** Letters beyond ASCII stay as they are, as in the core. */
const asciiLower = (/** @type {string} */ it) => it.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** @param {Element} element */
function isHidden(element) {
  if (element.hasAttribute("hidden")) return true;
  const style = element.getAttribute("style");
  if (!style || !/none|hidden/.test(style)) return false;
  const bare = asciiLower(style.replace(BLANKS, ""));
  return bare.includes("display:none") || bare.includes("visibility:hidden");
}

/** @param {Element} element */
function namesOf(element) {
  if (!element.hasAttributes()) return "";
  const names = element.getAttribute("aria-hidden") === "true" ? ["ariahidden"] : [];
  for (const name of NAMING) {
    const value = element.getAttribute(name);
    if (value) names.push(value);
  }
  if (AUTHOR_PAGE.test(element.getAttribute("href") ?? "")) names.push("authorlink");
  return names.join(" ");
}

// @ts-check
// Keys for the whole page. Whoever has something to do on a key adds it here, with what the help says of it. Single
// letters can be switched off.

import { byId } from "./dom.js";
import { KINDS } from "./kinds.js";
import { late } from "./late.js";
import { words } from "./words.js";

/**
 * @typedef {object} Key
 * @property {string[]} show  as the help writes them
 * @property {string} help
 * @property {Record<string, () => void>} [on]  what to do, by the key's name; none where an element does it itself
 * @property {boolean} [empty]  also while nothing was read
 */

const SWITCH = "nutgraf-keys";

export class Keys {
  /** @type {Key[]} */ #keys = [];
  #letters = stored() !== "off";
  #hasRead;

  /**
   * @param {object} page
   * @param {() => boolean} page.hasRead
   * @param {() => void} page.escape
   * @param {() => void} page.undo
   * @param {() => void} page.missing  the help could not be loaded
   */
  constructor({ hasRead, escape, undo, missing }) {
    this.#hasRead = hasRead;
    const help = () => late.help().then(({ showHelp }) => showHelp(this.#keys, this.#switch()), missing);
    byId("keys-button").addEventListener("click", help);
    const t = words.keys;
    this.add({ show: ["?"], help: t.help, on: { "?": help }, empty: true });
    this.add({ show: ["Esc"], help: t.escape });
    this.add({ show: ["Ctrl+Z"], help: t.undo });
    this.add({ show: ["Ctrl+Enter"], help: t.analyze });
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.isComposing) return;
      const inDialog = document.querySelector("dialog[open]") !== null;
      if (event.key === "Escape") {
        if (!inDialog) escape();
        return;
      }
      if (inDialog || inField(event.target)) return;
      if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        event.preventDefault();
        undo();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      // "Delete" and the like are not letters: the switch does not concern them.
      if (event.key.length === 1 && !this.#letters) return;
      const key = this.#keys.find((it) => it.on && event.key in it.on && (it.empty || this.#hasRead()));
      if (!key?.on) return;
      event.preventDefault();
      key.on[event.key]();
    });
  }

  /** @param {Key} key */
  add(key) {
    this.#keys.push(key);
  }

  #switch() {
    const set = (/** @type {boolean} */ on) => {
      this.#letters = on;
      store(on ? "on" : "off");
    };
    return { on: this.#letters, set };
  }
}

/**
 * The keys that lead through what was read.
 * @param {Keys} keys
 * @param {object} page
 * @param {import("./journey.js").Journey} page.journey
 * @param {import("./panes/legend.js").LegendPane} page.legend
 * @param {import("./marks.js").Marks} page.marks
 */
export function addReadingKeys(keys, { journey, legend, marks }) {
  let mark = -1;
  document.addEventListener("nutgraf-read", () => (mark = -1));

  /** The next summary line, or the one before. @param {number} step */
  const line = (step) => {
    const lines = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#summary-lines .line")]);
    const at = lines.findIndex((it) => it === document.activeElement);
    const to = at < 0 ? (step > 0 ? 0 : lines.length - 1) : (at + step + lines.length) % lines.length;
    lines[to]?.focus();
  };

  /** The next mark in the text, or the one before. @param {number} step */
  const walk = (step) => {
    const all = marks.all().filter((it) => it.kind !== "key" || marks.on.size === 1);
    if (all.length === 0) return;
    mark = mark < 0 ? (step > 0 ? 0 : all.length - 1) : (mark + step + all.length) % all.length;
    journey.go(all[mark]);
  };

  const t = words.keys;
  const kinds = Object.fromEntries(KINDS.map((it, idx) => [String(idx + 1), () => legend.toggle(it.name)]));
  const names = KINDS.map((it) => words.kinds[it.name][0].toLowerCase()).join(", ");
  keys.add({ show: ["/"], help: t.ask, on: { "/": () => byId("ask").focus() } });
  keys.add({ show: ["n", "p"], help: t.lines, on: { n: () => line(1), p: () => line(-1) } });
  keys.add({ show: ["Enter"], help: t.enter });
  keys.add({ show: ["b"], help: t.back, on: { b: () => journey.back() } });
  keys.add({ show: ["j", "k"], help: t.marks, on: { j: () => walk(1), k: () => walk(-1) } });
  keys.add({ show: ["1", String(KINDS.length)], help: t.kinds(names), on: kinds });
  keys.add({ show: ["m"], help: t.all, on: { m: () => legend.all() } });
}

/** @param {EventTarget | null} target */
function inField(target) {
  return target instanceof Element && target.closest("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=range])") !== null;
}

function stored() {
  try {
    return localStorage.getItem(SWITCH);
  } catch {
    return null;
  }
}

/** @param {string} value */
function store(value) {
  try {
    localStorage.setItem(SWITCH, value);
  } catch {
    // A private window: the choice lasts as long as the page.
  }
}

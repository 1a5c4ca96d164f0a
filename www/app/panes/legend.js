// @ts-check
// The legend: which kinds of mark are shown, and how strongly.

import { h, say } from "../dom.js";
import { count } from "../format.js";
import { KINDS } from "../kinds.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */

export class LegendPane {
  #root;
  /** @type {Map<string, { box: HTMLInputElement, n: HTMLElement }>} */ #kinds = new Map();
  #strong = h("input", { type: "checkbox", id: "strong-marks", role: "switch" });

  #asText = h("input", { type: "checkbox", id: "marks-as-text", role: "switch" });
  #all = h("input", { type: "checkbox", id: "all-marks", role: "switch", checked: true });

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    const boxes = KINDS.map((kind) => {
      const box = h("input", { type: "checkbox", id: `kind-${kind.name}`, checked: kind.on });
      box.addEventListener("change", () => this.#say(kind.name, box));
      const n = h("span", { class: "n" });
      this.#kinds.set(kind.name, { box, n });
      const letter = h("span", { class: "letter", "data-kind": kind.name, "aria-hidden": "true" }, kind.letter);
      return h("label", { class: "kind" }, box, letter, h("span", {}, words.kinds[kind.name][0]), n);
    });
    this.#strong.addEventListener("change", () => say(root, "strong", this.#strong.checked));
    this.#asText.addEventListener("change", () => say(root, "as-text", this.#asText.checked));
    this.#all.addEventListener("change", () => this.all(this.#all.checked));
    root.append(
      h("h2", { id: "legend-title" }, words.page.marks),
      h("div", { class: "kinds", role: "group", "aria-labelledby": "legend-title" }, ...boxes),
      // Where there are keys, "m" does it.
      h("label", { class: "strong all" }, this.#all, words.allMarks),
      h("label", { class: "strong" }, this.#strong, words.strong),
      h("label", { class: "strong" }, this.#asText, words.asText),
    );
  }

  /** @param {View} view */
  update(view) {
    for (const kind of KINDS) {
      const n = this.#kinds.get(kind.name)?.n;
      if (n) n.textContent = count(kind.of(view).length);
    }
  }

  /** @param {boolean} strong */
  set strong(strong) {
    this.#strong.checked = strong;
  }

  /** @param {boolean} asText */
  set asText(asText) {
    this.#asText.checked = asText;
  }

  /** Switches a kind as if its box had been pressed. @param {string} name @param {boolean} [on] */
  toggle(name, on) {
    const box = this.#kinds.get(name)?.box;
    if (!box || box.checked === on) return;
    box.checked = on ?? !box.checked;
    this.#say(name, box);
  }

  /** All kinds off, or those on that are at first. */
  all(on = !this.#all.checked) {
    for (const it of KINDS) this.toggle(it.name, on && it.on);
  }

  /** @param {string} kind @param {HTMLInputElement} box */
  #say(kind, box) {
    this.#all.checked = [...this.#kinds.values()].some((it) => it.box.checked);
    say(this.#root, "kind", { kind, on: box.checked });
  }
}

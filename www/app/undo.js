// @ts-check
// What can be taken back: every act that takes something away from the reader is offered here. For ten seconds a bar says
// so; Ctrl+Z takes the last one back at any time.

import { byId, h } from "./dom.js";
import { words } from "./words.js";

/** How long the bar stays, in milliseconds. */
const SHOWN = 10_000;
/** Acts kept. */
const KEPT = 20;

export class Undo {
  #bar = byId("undo-bar");
  /** @type {(() => void)[]} */ #acts = [];
  #timer = 0;

  constructor() {
    // Nobody has to hurry who is already there.
    for (const name of ["pointerenter", "focusin"]) this.#bar.addEventListener(name, () => clearTimeout(this.#timer));
    for (const name of ["pointerleave", "focusout"]) this.#bar.addEventListener(name, () => this.#hideLater());
  }

  /** Whether there is anything to take back. */
  get hasAny() {
    return this.#acts.length > 0;
  }

  /**
   * Something was taken away, and can be had back.
   * @param {string} what  in words
   * @param {(() => void) | null} act  brings it back; null: it was said, and nothing was taken
   * @param {{ label: string, act: () => void }} [more]  what else can be done about it
   */
  offer(what, act, more) {
    if (act) this.#acts.push(act);
    if (this.#acts.length > KEPT) this.#acts.shift();
    /** @param {string} id @param {string} label @param {() => void} press */
    const button = (id, label, press) => h("button", { type: "button", class: "link", id, onclick: press }, label);
    this.#bar.replaceChildren(
      h("span", {}, what),
      act ? button("undo-button", words.undo, () => this.last()) : "",
      more ? button("undo-more", more.label, () => { this.#bar.hidden = true; more.act(); }) : "",
    );
    this.#bar.hidden = false;
    this.#hideLater();
  }

  /** Takes the last act back. */
  last() {
    clearTimeout(this.#timer);
    this.#bar.hidden = true;
    this.#acts.pop()?.();
  }

  #hideLater() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this.#bar.hidden = true), SHOWN);
  }
}

// @ts-check
// On a phone the findings, the legend and the export menu are sheets over the article, opened from the bar below. On a
// desk the first two simply stand in the rail.

import { byId } from "./dom.js";

/** @typedef {"lists" | "legend" | "export-menu"} Sheet */

const narrow = matchMedia("(max-width: 820px)");

export class Sheets {
  /** @type {{ sheet: HTMLElement, opener: HTMLElement } | null} */ #open = null;

  constructor() {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".phone-bar button"))) {
      button.addEventListener("click", () => this.#press(button));
    }
    byId("export-button").addEventListener("click", () => this.toggle("export-menu", byId("export-button")));
    document.addEventListener("pointerdown", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (this.#open && !this.#open.sheet.contains(target) && !target.closest("[aria-expanded]")) this.close();
    });
    narrow.addEventListener("change", () => this.close());
  }

  get narrow() {
    return narrow.matches;
  }

  get isOpen() {
    return this.#open !== null;
  }

  /** @param {Sheet} id @param {HTMLElement} [opener] */
  open(id, opener = this.#opener(id)) {
    this.close();
    const sheet = byId(id);
    sheet.classList.add("open");
    if (id === "export-menu") sheet.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    this.#open = { sheet, opener };
    const first = id === "export-menu" ? sheet.querySelector("button") : sheet;
    /** @type {HTMLElement | null} */ (first)?.focus({ preventScroll: true });
  }

  /** @param {boolean} [restore]  focus goes back to the button */
  close(restore = false) {
    if (!this.#open) return;
    const { sheet, opener } = this.#open;
    this.#open = null;
    sheet.classList.remove("open");
    if (sheet.id === "export-menu") sheet.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (restore) opener.focus();
  }

  /** @param {Sheet} id @param {HTMLElement} opener */
  toggle(id, opener) {
    if (this.#open?.sheet.id === id) this.close(true);
    else this.open(id, opener);
  }

  /** @param {HTMLElement} button */
  #press(button) {
    const part = button.dataset.part;
    if (part === "summary") {
      this.close();
      const summary = byId("summary");
      summary.scrollIntoView({ block: "start" });
      summary.focus({ preventScroll: true });
    } else this.toggle(part === "export" ? "export-menu" : /** @type {Sheet} */ (part), button);
  }

  /** @param {Sheet} id */
  #opener(id) {
    const part = id === "export-menu" ? "export" : id;
    return /** @type {HTMLElement} */ (document.querySelector(`.phone-bar [data-part="${part}"]`));
  }
}

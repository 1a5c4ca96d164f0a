// @ts-check
// On a phone the findings, the legend and the export menu are sheets over the article, opened from the bar below. On a
// desk the first two simply stand in the rail. A sheet has two heights: its grip is dragged, pressed, or moved by arrows.

import { byId, h } from "./dom.js";
import { words } from "./words.js";

/** @typedef {"lists" | "legend" | "export-menu"} Sheet */

const narrow = matchMedia("(max-width: 820px)");

/** From this share of the window's height on a sheet that is let go stays tall; below the other it goes away. */
const TALL = 0.66;
const GONE = 0.25;
/** A finger is never quite still: less than this is a press, in pixels. */
const STILL = 6;

export class Sheets {
  /** @type {{ sheet: HTMLElement, opener: HTMLElement } | null} */ #open = null;
  #grip = h("button", { type: "button", class: "grip", "aria-label": words.fullHeight });

  constructor() {
    this.#listen(this.#grip);
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
    if (narrow.matches) {
      sheet.prepend(this.#grip);
      // The bar that follows a selection would lie over the sheet.
      getSelection()?.removeAllRanges();
    }
    this.#tall(sheet.classList.contains("tall"));
    const first = id === "export-menu" ? sheet.querySelector("button:not(.grip)") : sheet;
    /** @type {HTMLElement | null} */ (first)?.focus({ preventScroll: true });
  }

  /** @param {boolean} [restore]  focus goes back to the button */
  close(restore = false) {
    if (!this.#open) return;
    const { sheet, opener } = this.#open;
    this.#open = null;
    sheet.classList.remove("open");
    this.#grip.remove();
    if (sheet.id === "export-menu") sheet.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (restore) opener.focus();
  }

  /** @param {Sheet} id @param {HTMLElement} opener */
  toggle(id, opener) {
    if (this.#open?.sheet.id === id) this.close(true);
    else this.open(id, opener);
  }

  /** @param {boolean} tall */
  #tall(tall) {
    this.#open?.sheet.classList.toggle("tall", tall);
    this.#grip.setAttribute("aria-pressed", String(tall));
  }

  /** @param {HTMLElement} grip */
  #listen(grip) {
    /** Where the finger was put, and the sheet's height then. @type {{ y: number, high: number } | null} */
    let held = null;
    let moved = false;
    grip.addEventListener("pointerdown", (event) => {
      grip.setPointerCapture(event.pointerId);
      held = { y: event.clientY, high: this.#open?.sheet.offsetHeight ?? 0 };
      moved = false;
    });
    grip.addEventListener("pointermove", ({ clientY }) => {
      if (!held || !this.#open) return;
      moved ||= Math.abs(clientY - held.y) > STILL;
      if (moved) this.#open.sheet.style.maxBlockSize = `${Math.max(0, held.high + held.y - clientY)}px`;
    });
    for (const name of /** @type {const} */ (["pointerup", "pointercancel"])) {
      grip.addEventListener(name, ({ clientY }) => {
        const sheet = this.#open?.sheet;
        if (held && moved && sheet) {
          const share = (held.high + held.y - clientY) / innerHeight;
          sheet.style.maxBlockSize = "";
          if (share < GONE) this.close(true);
          else this.#tall(share > TALL);
        }
        held = null;
      });
    }
    // After a drag the platform calls it a press, too.
    grip.addEventListener("click", () => (moved ? (moved = false) : this.#tall(grip.getAttribute("aria-pressed") !== "true")));
    grip.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      event.preventDefault();
      if (event.key === "ArrowUp") this.#tall(true);
      else if (grip.getAttribute("aria-pressed") === "true") this.#tall(false);
      else this.close(true);
    });
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

// @ts-check
// Light, dark, or as the system says; and strong marks. Kept in this browser where it lets us.

import { byId } from "./dom.js";
import { words } from "./words.js";

/** @typedef {"auto" | "light" | "dark"} Theme */

const ORDER = /** @type {const} */ (["auto", "light", "dark"]);

/** @param {string} key */
function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A private window: the choice lasts as long as the page.
  }
}

/** @type {Theme} */
let theme = ORDER.find((it) => it === kept("nutgraf-theme")) ?? "auto";

/** @param {() => void} changed */
export function startTheme(changed) {
  const apply = () => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    const button = byId("theme-button");
    button.setAttribute("aria-label", words.theme[theme]);
    button.title = words.theme[theme];
    button.textContent = { auto: "◐", light: "○", dark: "●" }[theme];
    changed();
  };
  const next = () => {
    theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
    keep("nutgraf-theme", theme);
    apply();
  };
  byId("theme-button").addEventListener("click", next);
  apply();
  return next;
}

export function marksAsText() {
  return kept("nutgraf-as-text") === "yes";
}

/** @param {boolean} asText */
export function keepMarksAsText(asText) {
  keep("nutgraf-as-text", asText ? "yes" : "no");
}

export function strongMarks() {
  return kept("nutgraf-strong") === "yes";
}

/** @param {boolean} strong */
export function setStrongMarks(strong) {
  keep("nutgraf-strong", strong ? "yes" : "no");
  document.documentElement.classList.toggle("strong-marks", strong);
}

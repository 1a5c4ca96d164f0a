// @ts-check
// Tabs after the platform's pattern: one tab stop, arrows move, the panel follows.

import { h } from "../dom.js";

/** So much of a tab's neighbour is shown, in pixels: who sees half a word knows that there is more. */
const PEEK = 40;

export class Tabs {
  /** @type {HTMLButtonElement[]} */ #tabs = [];
  /** @type {Record<string, HTMLElement>} */ panels = {};

  /**
   * @param {HTMLElement} root
   * @param {string} label
   * @param {Record<string, string>} names  id -> what the tab says
   */
  constructor(root, label, names) {
    const bar = h("div", { class: "tabs", role: "tablist", "aria-label": label });
    root.append(bar);
    for (const [id, name] of Object.entries(names)) {
      const tab = h("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}`, "data-name": name }, name);
      const panel = h("div", { role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}`, class: `panel ${id}` });
      tab.addEventListener("click", () => this.#choose(id));
      this.#tabs.push(tab);
      this.panels[id] = panel;
      bar.append(tab);
      root.append(panel);
    }
    bar.addEventListener("keydown", (event) => this.#move(event));
    this.select(Object.keys(names)[0]);
  }

  /** @param {string} id */
  select(id) {
    for (const tab of this.#tabs) {
      const on = tab.id === `tab-${id}`;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    for (const [name, panel] of Object.entries(this.panels)) panel.hidden = name !== id;
  }

  /** What was chosen comes into sight, where the rail scrolls on its own; the page stays where it is. @param {string} id */
  #choose(id) {
    this.select(id);
    // On a phone the tabs stand in one line that scrolls.
    const chosen = this.#tabs.find((it) => it.id === `tab-${id}`);
    const line = chosen?.parentElement;
    if (chosen && line && line.scrollWidth > line.clientWidth) {
      const [tab, around] = [chosen, line].map((it) => it.getBoundingClientRect());
      line.scrollLeft += Math.min(0, tab.left - around.left - PEEK) || Math.max(0, tab.right - around.right + PEEK);
    }
    const lists = this.panels[id].parentElement;
    const rail = lists?.parentElement;
    if (!lists || !rail || rail.scrollHeight <= rail.clientHeight) return;
    const [box, around] = [lists, rail].map((it) => it.getBoundingClientRect());
    if (box.bottom > around.bottom) rail.scrollTop += Math.min(box.top - around.top, box.bottom - around.bottom);
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const n = this.#tabs.length;
    const at = this.#tabs.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const rtl = getComputedStyle(/** @type {Element} */ (event.currentTarget)).direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: at + rtl, ArrowLeft: at - rtl, Home: 0, End: n - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const tab = this.#tabs[(to + n) % n];
    this.#choose(tab.id.slice("tab-".length));
    tab.focus();
  }
}

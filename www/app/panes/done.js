// @ts-check
// The line that says what was read, what can be done about it, and what the reader should know of our limits.

import { byId, h } from "../dom.js";

/** @typedef {{ id: string, label: string, act: () => void }} Action */
/** @typedef {{ text: string, id?: string, action?: Action | null, strong?: boolean }} Remark */

export class DonePane {
  #status = byId("status");
  #actions = byId("done-actions");
  #notes = byId("notes");
  #passing = false;
  /** @type {Remark[]} */
  #remarks = [];
  /** @type {Remark[]} */
  #standing = [];

  /**
   * @param {string} text
   * @param {(Action | string)[]} [actions]  a string is a remark between them
   * @param {boolean} [passing]  shown, but not read out: it will have changed before it was said
   */
  say(text, actions = [], passing = false) {
    this.#status.setAttribute("aria-live", passing ? "off" : "polite");
    if (passing && this.#passing) {
      this.#status.textContent = text;
      return;
    }
    this.#passing = passing;
    // The same words twice would not be read out again; and nothing is said that stands there already.
    if (this.#status.firstChild?.textContent !== text) this.#status.replaceChildren(h("span", {}, text));
    const children = actions.map((it) => {
      if (typeof it === "string") return h("span", { class: "remark" }, it);
      const button = h("button", { type: "button", class: "link", id: it.id }, it.label);
      button.addEventListener("click", it.act);
      return button;
    });
    const focused = this.#actions.contains(document.activeElement) ? document.activeElement?.id : null;
    this.#actions.replaceChildren(...children);
    this.#actions.hidden = children.length === 0;
    // The button that was pressed may be gone with what it offered: the focus stays among its neighbours.
    if (focused) (document.getElementById(focused) ?? this.#actions.querySelector("button"))?.focus({ preventScroll: true });
  }

  /** What is to be known of this text. @param {Remark[]} remarks */
  notes(remarks) {
    this.#remarks = remarks;
    this.#show(remarks);
  }

  /** What stays, whatever is read. @param {Remark} remark */
  stand(remark) {
    this.#standing = [...this.#standing.filter((it) => it.id !== remark.id), remark];
    this.#show([remark]);
  }

  /** @param {Remark[]} news  which of them are read out */
  #show(news) {
    const all = [...this.#remarks, ...this.#standing];
    this.#notes.replaceChildren(
      ...all.map(({ text, id, action, strong }) => {
        const item = h("li", { class: strong ? "strong" : null, "data-note": id }, h("span", {}, text));
        if (action) {
          const button = h("button", { type: "button", class: "link", id: action.id }, action.label);
          button.addEventListener("click", action.act);
          item.append(" ", button);
        }
        return item;
      }),
    );
    this.#notes.hidden = all.length === 0;
    // Read out once, after the count: the list itself is not live.
    this.#status.querySelector(".visually-hidden")?.remove();
    if (news.length === 0) return;
    this.#status.setAttribute("aria-live", "polite");
    this.#status.append(h("span", { class: "visually-hidden" }, ` ${news.map((it) => it.text).join(" ")}`));
  }
}

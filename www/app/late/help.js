// @ts-check
// The dialog that tells the keys, with the switch for single letters and the bookmark for other pages.

import { byId, h } from "../dom.js";
import { words } from "../words.js";
import { bookmarkLink } from "./bookmarklet.js";

/** @typedef {{ show: string[], help: string }} Help */

/**
 * @param {readonly Help[]} keys
 * @param {{ on: boolean, set: (on: boolean) => void }} letters
 */
export function showHelp(keys, letters) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("keys-dialog"));
  const box = h("input", { type: "checkbox", id: "letters", role: "switch", checked: letters.on });
  box.addEventListener("change", () => letters.set(box.checked));
  const close = h("button", { type: "button", class: "primary" }, words.close);
  close.addEventListener("click", () => dialog.close());
  const rows = keys.map(({ show, help }) => {
    const shown = show.flatMap((it, idx) => [idx > 0 ? (/\d/.test(it) ? ` ${words.keys.to} ` : ", ") : null, h("kbd", {}, it)]);
    return h("div", {}, h("dt", {}, ...shown), h("dd", {}, help));
  });
  dialog.replaceChildren(
    h("h2", { id: "keys-title", tabindex: -1, autofocus: true }, words.keys.title),
    h("dl", { class: "keys" }, ...rows),
    h("label", { class: "strong" }, box, words.keys.letters),
    bookmarkLink() ?? "",
    h("p", { class: "dialog-foot" }, close),
  );
  dialog.showModal();
}

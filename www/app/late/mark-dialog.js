// @ts-check
// The dialog for one mark: its words, its colour, its note. The note is kept as it is typed; closing loses nothing.

import { byId, h } from "../dom.js";
import { words as page } from "../words.js";
import { words } from "./words.js";

/**
 * @param {import("./shelf.js").KeptMark} mark
 * @param {{ change: (change: { colour?: number, note?: string }) => void, remove: () => void, closed: () => void }} acts
 */
export function showMark(mark, { change, remove, closed }) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("own-dialog"));
  const t = words.marks;
  const note = h("textarea", { id: "mark-note", rows: 4, dir: "auto" });
  note.value = mark.note;
  note.addEventListener("input", () => change({ note: note.value.trim() }));
  const colours = t.colours.map((name, idx) => {
    const radio = h("input", { type: "radio", name: "mark-colour", checked: idx === mark.colour });
    radio.addEventListener("change", () => change({ colour: idx }));
    return h("label", {}, radio, h("span", { class: `own-${idx + 1}` }, name));
  });
  const close = h("button", { type: "button", class: "primary" }, page.close);
  close.addEventListener("click", () => dialog.close());
  const drop = h("button", { type: "button", class: "plain" }, t.remove);
  drop.addEventListener("click", () => {
    dialog.close();
    remove();
  });
  dialog.addEventListener("close", closed, { once: true });
  dialog.setAttribute("aria-labelledby", "own-dialog-title");
  dialog.replaceChildren(
    h("h2", { id: "own-dialog-title" }, t.dialog),
    h("blockquote", { dir: "auto", class: "mark-quote", tabindex: 0 }, mark.exact.replace(/\s+/g, " ")),
    h("fieldset", { class: "mark-colours" }, h("legend", {}, t.colourLabel), ...colours),
    h("label", { for: "mark-note" }, t.noteLabel),
    note,
    h("p", { class: "dialog-foot" }, drop, " ", close),
  );
  dialog.showModal();
  note.focus();
}

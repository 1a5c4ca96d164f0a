// @ts-check
// Keys for the whole page, and the dialog that tells them. Single letters can be switched off.

import { byId, h } from "./dom.js";
import { KINDS } from "./kinds.js";
import { words } from "./words.js";

/** @type {[string, string][]} */
const HELP = [
  ["?", "this help"],
  ["Esc", "close what is open; back to the summary"],
  ["Ctrl+Enter", "analyze"],
  ["/", "ask the article"],
  ["n, p", "next, previous summary line"],
  ["Enter", "go to the sentence"],
  ["b", "back to the summary"],
  ["j, k", "next, previous mark"],
  ["1 to 8", `marks on and off: ${KINDS.map((it) => it.label.toLowerCase()).join(", ")}`],
  ["m", "all marks on and off"],
  ["t", "theme"],
  ["Ctrl+Z", "the former text, outside of fields"],
];

const SWITCH = "nutgraf-keys";

/**
 * @param {object} page
 * @param {import("./journey.js").Journey} page.journey
 * @param {import("./panes/legend.js").LegendPane} page.legend
 * @param {import("./marks.js").Marks} page.marks
 * @param {import("./sheets.js").Sheets} page.sheets
 * @param {() => void} page.undo
 * @param {() => void} page.theme
 * @param {() => import("../lib/index.d.ts").View | null} page.view
 */
export function startKeys({ journey, legend, marks, sheets, undo, theme, view }) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("keys-dialog"));
  let letters = stored() !== "off";
  let mark = -1;
  document.addEventListener("nutgraf-read", () => (mark = -1));
  byId("keys-button").addEventListener("click", help);

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Escape") {
      if (document.querySelector("dialog[open]")) return;
      if (sheets.isOpen) sheets.close(true);
      else if (journey.away) journey.back();
      return;
    }
    if (document.querySelector("dialog[open]") || inField(event.target)) return;
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      undo();
      return;
    }
    if (!letters || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = action(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  });

  /** @param {string} key @returns {(() => void) | null} */
  function action(key) {
    if (key === "?") return help;
    if (key === "t") return theme;
    if (!view()) return null;
    const kind = KINDS[Number(key) - 1];
    if (kind) return () => legend.toggle(kind.name);
    switch (key) {
      case "/":
        return () => byId("ask").focus();
      case "n":
        return () => line(1);
      case "p":
        return () => line(-1);
      case "b":
        return () => journey.back();
      case "j":
        return () => walk(1);
      case "k":
        return () => walk(-1);
      case "m":
        return () => {
          const on = marks.on.size === 0;
          for (const it of KINDS) legend.toggle(it.name, on && it.on);
        };
      default:
        return null;
    }
  }

  /** The next summary line, or the one before. @param {number} step */
  function line(step) {
    const lines = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#summary-lines .line")]);
    const at = lines.findIndex((it) => it === document.activeElement);
    const to = at < 0 ? (step > 0 ? 0 : lines.length - 1) : (at + step + lines.length) % lines.length;
    lines[to]?.focus();
  }

  /** The next mark in the text, or the one before. @param {number} step */
  function walk(step) {
    const all = marks.all().filter((it) => it.kind !== "key" || marks.on.size === 1);
    if (all.length === 0) return;
    mark = mark < 0 ? (step > 0 ? 0 : all.length - 1) : (mark + step + all.length) % all.length;
    journey.go(all[mark]);
  }

  function help() {
    const box = h("input", { type: "checkbox", id: "letters", role: "switch" });
    box.checked = letters;
    box.addEventListener("change", () => {
      letters = box.checked;
      store(letters ? "on" : "off");
    });
    const close = h("button", { type: "button", class: "primary" }, words.close);
    close.addEventListener("click", () => dialog.close());
    dialog.replaceChildren(
      h("h2", { id: "keys-title" }, "Keys"),
      h("dl", { class: "keys" }, ...HELP.map(([key, what]) => h("div", {}, h("dt", {}, ...key.split(/(, | to )/).map((it) => (/, | to /.test(it) ? it : h("kbd", {}, it)))), h("dd", {}, what)))),
      h("label", { class: "strong" }, box, "Single letters are keys"),
      h("p", { class: "dialog-foot" }, close),
    );
    dialog.showModal();
  }
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

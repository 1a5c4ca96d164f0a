// @ts-check
// The ways out: Markdown, JSON, Web Annotations, paper.

import { toAnnotations, toMarkdown } from "../../lib/index.js";
import { byId, h, say } from "../dom.js";
import { save } from "../files.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */

/** @param {() => View | null} view */
export function startExport(view) {
  const menu = byId("export-menu");
  /** @param {string} id @param {string} label @param {(view: View) => void} act */
  const entry = (id, label, act) => {
    const button = h("button", { type: "button", id }, label);
    button.addEventListener("click", () => {
      const it = view();
      if (it) act(it);
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    });
    menu.append(button);
  };
  /** @param {View} it @param {string} ending @param {string} type @param {string} text */
  const out = (it, ending, type, text) => {
    const name = `${slug(it)}.${ending}`;
    save(name, type, text);
    say(menu, "said", words.saved(name));
  };
  const t = words.exports;
  entry("copy-markdown", t.copyMarkdown, (it) => say(menu, "copy", { text: toMarkdown(it) }));
  entry("save-markdown", t.saveMarkdown, (it) => out(it, "md", "text/markdown", toMarkdown(it)));
  entry("save-json", t.saveJson, (it) => out(it, "json", "application/json", `${JSON.stringify(it, null, 2)}\n`));
  entry("save-annotations", t.saveAnnotations, (it) => out(it, "annotations.json", "application/ld+json", `${JSON.stringify(toAnnotations(it), null, 2)}\n`));
  entry("print", t.print, () => setTimeout(() => print()));
}

/** A file name from the headline. @param {View} view */
function slug({ metadata }) {
  const name = (metadata?.headline ?? "article").normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-");
  return name.slice(0, 60).replace(/^-+|-+$/g, "").toLowerCase() || "article";
}

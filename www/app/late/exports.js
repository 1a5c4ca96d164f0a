// @ts-check
// The ways out: to the clipboard, into a file, onto paper, to another app.

import { summaryMarkdown } from "../../lib/export.js";
import { toAnnotations, toMarkdown } from "../../lib/index.js";
import { byId, h, say } from "../dom.js";
import { save } from "../files.js";
import { plain } from "../row.js";
import { words } from "../words.js";
import { toHtml } from "./html.js";
import { slug } from "./slug.js";
import { textFragment } from "./text-fragment.js";

/** @typedef {import("../../lib/index.d.ts").View} View */
/** @typedef {import("../../lib/index.d.ts").Range} Span */

/**
 * @param {object} page
 * @param {() => View | null} page.view
 * @param {() => Span | null} page.place  the sentence that the reader went to
 * @param {() => ReadonlySet<string>} page.kinds  the kinds of mark that are on
 * @param {() => import("./html.js").OwnMark[]} page.own  the reader's own marks
 * @param {() => void} page.close  closes the menu
 */
export function startExport({ view, place, kinds, own, close }) {
  const menu = byId("export-menu");
  const t = words.exports;
  const address = h("input", { type: "url", id: "address", placeholder: "https://", autocomplete: "off", inputmode: "url" });
  /** @param {string} id @param {string} label @param {(view: View) => void} act */
  const entry = (id, label, act) => {
    const button = h("button", { type: "button", id }, label);
    button.addEventListener("click", () => {
      const it = view();
      if (it) act(withAddress(it, address.value));
      close();
    });
    return button;
  };
  /** @param {View} it @param {string} ending @param {string} type @param {string} text */
  const out = (it, ending, type, text) => {
    const name = `${slug(it.metadata?.headline ?? "")}.${ending}`;
    save(name, type, text);
    say(menu, "said", words.saved(name));
  };
  const copy = (/** @type {string} */ text) => say(menu, "copy", { text });
  const json = (/** @type {object} */ it) => `${JSON.stringify(it, null, 2)}\n`;
  const group = (/** @type {string} */ title, /** @type {Node[]} */ ...entries) => h("div", { role: "group", "aria-label": title }, h("p", { class: "menu-title", "aria-hidden": "true" }, title), ...entries);
  menu.replaceChildren(
    group(
      t.copying,
      entry("copy-markdown", t.copyMarkdown, (it) => copy(toMarkdown(it))),
      entry("copy-text", t.copyText, (it) => copy(toText(it))),
      entry("copy-link", t.copyLink, (it) => {
        const link = linkTo(it, place());
        if (link.url) copy(link.url);
        else say(menu, "said", link.problem);
      }),
      h("p", { class: "address" }, h("label", { for: "address" }, t.address), address),
    ),
    group(
      t.saving,
      entry("save-markdown", t.saveMarkdown, (it) => out(it, "md", "text/markdown", toMarkdown(it))),
      entry("save-text", t.saveText, (it) => out(it, "txt", "text/plain", toText(it))),
      entry("save-html", t.saveHtml, (it) => out(it, "html", "text/html", toHtml(it, kinds(), own()))),
      entry("save-json", t.saveJson, (it) => out(it, "json", "application/json", json(it))),
      entry("save-annotations", t.saveAnnotations, (it) => out(it, "annotations.json", "application/ld+json", json(toAnnotations(it)))),
    ),
    group(
      t.handing,
      entry("share", t.share, (it) => share(it, menu)),
      entry("print", t.print, () => setTimeout(() => print())),
    ),
  );
  // The address that the page's markup told, unless the reader knows a better one.
  document.addEventListener("nutgraf-read", () => (address.value = view()?.metadata?.url ?? ""));
  address.value = view()?.metadata?.url ?? "";
}

/** @param {View} view @param {string} address @returns {View} */
function withAddress(view, address) {
  const url = address.trim() || null;
  return view.metadata && url !== view.metadata.url ? { ...view, metadata: { ...view.metadata, url } } : view;
}

/**
 * The link to a sentence on the article's own page.
 * @param {View} view
 * @param {Span | null} place  the first line of the summary without one
 */
function linkTo(view, place) {
  const url = view.metadata?.url;
  const span = place ?? view.sentences?.[view.summary?.sentences[0] ?? -1];
  if (!url || !URL.canParse(url)) return { problem: words.exports.linkNoUrl };
  const fragment = span && textFragment(view, span);
  if (!fragment) return { problem: words.exports.linkNoSentence };
  const link = new URL(url);
  // A fragment of the address's own stays before the directive.
  return { url: `${link.href.replace(/:~:.*$/, "")}${link.hash ? "" : "#"}${fragment}` };
}

/** Through the platform's sheet; to the clipboard where there is none. @param {View} view @param {HTMLElement} menu */
async function share(view, menu) {
  const text = [view.metadata?.headline, summaryMarkdown(view)].filter(Boolean).join("\n\n");
  const url = view.metadata?.url ?? undefined;
  const data = { title: view.metadata?.headline ?? "", text, ...(url ? { url } : {}) };
  if (!("share" in navigator)) {
    say(menu, "copy", { text: url ? `${text}\n\n${url}` : text, said: words.exports.noSheet });
    return;
  }
  try {
    await navigator.share(data);
    say(menu, "said", words.exports.shared);
  } catch (error) {
    // Who closes the sheet needs no word about it.
    if (!(error instanceof Error && error.name === "AbortError")) say(menu, "said", words.exports.notShared);
  }
}

/** The summary and the article, without any signs. @param {View} view */
function toText(view) {
  const { metadata } = view;
  const head = [metadata?.headline, [metadata?.site, metadata?.byline, metadata?.published, metadata?.url].filter(Boolean).join(" · ")];
  const lines = (view.summary?.sentences ?? []).map((idx, n) => `${n + 1}. ${plain(view, view.sentences?.[idx].start ?? 0, view.sentences?.[idx].end ?? 0)}`);
  const shown = new Set(["standfirst", "crosshead", "paragraph", "list_item", "quotation", "caption", "table", "code"]);
  const body = (view.blocks ?? []).filter((it) => shown.has(it.role)).map((it) => (it.role === "code" ? view.text.slice(it.start, it.end) : plain(view, it.start, it.end)));
  const parts = [...head, lines.length > 0 ? `${words.inShort}\n${lines.join("\n")}` : "", ...body];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

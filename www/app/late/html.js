// @ts-check
// A page of its own that opens anywhere: the summary, the article with its marks and the reader's own, who said what. No
// script, nothing fetched; on paper the marks can be told without colour.

import { KINDS, inOrder } from "../kinds.js";
import { paragraphAt } from "../paragraphs.js";
import { words } from "../words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */
/** @typedef {import("../../lib/index.d.ts").Range} Span */
/** @typedef {Span & { colour: number, note: string }} OwnMark */

const STYLE = `:root{color-scheme:light dark}
body{max-width:62ch;margin:3rem auto;padding:0 1rem;font:1.1rem/1.6 Charter,Georgia,serif;overflow-wrap:anywhere}
h1{line-height:1.15;text-wrap:balance}
.origin,small,.legend{color:light-dark(#595f69,#a7adb8);font:.82rem/1.5 system-ui,sans-serif}
.summary{border:1px solid light-dark(#e3e5e9,#2b2f36);border-radius:10px;padding:.2rem 1.2rem .8rem}
.summary a{color:inherit}
li{margin-block:.4em}
pre{white-space:pre-wrap}
:target{outline:3px solid light-dark(#0b57d0,#a8c7fa);outline-offset:2px}
mark{background:none;color:inherit;text-decoration-line:underline;text-decoration-thickness:2px;text-underline-offset:.2em}
mark.key{background:light-dark(#fff1b8,#40350f)}
mark.quote{text-decoration-style:dashed;text-decoration-color:light-dark(#0b6e8f,#63d4f2);background:light-dark(#d3f1fb,#0d3340)}
mark.number{text-decoration-style:dotted;text-decoration-color:light-dark(#3d7a0f,#a8dc62);background:light-dark(#dff2bd,#24380f)}
mark.date{text-decoration-style:double;text-decoration-thickness:1px;text-decoration-color:light-dark(#7a35d6,#c9a6ff);background:light-dark(#eadcff,#33214f)}
mark.person{text-decoration-color:light-dark(#14148c,#9fb4ff)}
mark.place{text-decoration-style:dotted;text-decoration-color:light-dark(#b04a00,#f0915c)}
mark.organization{text-decoration-style:double;text-decoration-thickness:1px;text-decoration-color:light-dark(#b0187a,#ff8fd0)}
mark.keyphrase{text-decoration-style:wavy;text-decoration-thickness:1px;text-decoration-color:light-dark(#0f6b5c,#5fd6bf)}
mark.key:where([class=key]){text-decoration-line:none}
mark[class*=own]{text-decoration-style:solid;text-decoration-thickness:3px}
mark.own-1{background:light-dark(#ffd9a8,#57370f);text-decoration-color:light-dark(#a85400,#ffb866)}
mark.own-2{background:light-dark(#cbf0b8,#26491a);text-decoration-color:light-dark(#2f7d1e,#9fe07c)}
mark.own-3{background:light-dark(#c8deff,#1d3d69);text-decoration-color:light-dark(#1556c0,#8ab8ff)}
mark.own-4{background:light-dark(#ffd0e4,#5a2142);text-decoration-color:light-dark(#b3125f,#ff9bc8)}
@media print{:root{color-scheme:light}body{margin:0;max-width:none;font-size:11pt}mark{background:none!important;text-decoration-color:#000}mark.key{background:#e8e8e8!important;print-color-adjust:exact}}`;

/** Elements of blocks; a paragraph for all others. @type {Record<string, string>} */
const ELEMENTS = { crosshead: "h3", quotation: "blockquote", code: "pre" };
const SHOWN = new Set(["crosshead", "quotation", "code", "paragraph", "list_item", "caption", "table"]);

/**
 * @param {View} view
 * @param {ReadonlySet<string>} kinds  the names of the kinds to mark
 * @param {OwnMark[]} own
 * @returns {string}
 */
export function toHtml(view, kinds, own) {
  const { metadata } = view;
  const headline = metadata?.headline ?? words.untitled;
  const origin = [metadata?.site, metadata?.byline, metadata?.published].filter((it) => it != null);
  const link = /^https?:/.test(metadata?.url ?? "") ? `<p class="origin"><a href="${escape(metadata?.url ?? "")}">${escape(metadata?.url ?? "")}</a></p>` : "";
  const tag = view.language.tag === "und" ? "" : view.language.tag;
  const used = KINDS.filter((it) => kinds.has(it.name));
  const marks = used.flatMap(({ name, of }) => of(view).map(({ start, end }) => ({ start, end, name })));
  marks.push(...own.map(({ start, end, colour }) => ({ start, end, name: `own-${colour + 1}` })));
  const pieces = inPieces(view.text, inOrder(marks));
  const body = (view.blocks ?? []).filter((it) => SHOWN.has(it.role)).map((it) => {
    const element = ELEMENTS[it.role] ?? "p";
    return `<${element} dir="auto" id="b${it.start}">${it.role === "list_item" ? "• " : ""}${pieces(it)}</${element}>`;
  });
  return `<!doctype html>
<html lang="${escape(tag)}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(headline)}</title>
<style>${STYLE}</style>
<h1 dir="auto">${escape(headline)}</h1>
${origin.length > 0 ? `<p class="origin">${escape(origin.join(" · "))}</p>\n` : ""}${link}
${metadata?.standfirst ? `<p dir="auto"><em>${escape(metadata.standfirst)}</em></p>\n` : ""}${summary(view)}
<p class="legend">${used.map(({ name, letter }) => `<mark class="${name}">${letter}</mark> ${escape(words.kinds[name][0])}`).join(" &nbsp; ")}</p>
<main>
${body.join("\n")}
</main>
${noted(view, own)}${said(view)}</html>
`;
}

/** @param {View} view */
function summary(view) {
  const lines = (view.summary?.sentences ?? []).map((idx) => {
    const { start, end, block } = view.sentences?.[idx] ?? { start: 0, end: 0, block: 0 };
    const place = view.blocks?.[block].start;
    return `<li dir="auto"><a href="#b${place}">${escape(oneLine(view.text.slice(start, end)))}</a> <small>${escape(words.paragraph(paragraphAt(view, start)))}</small></li>`;
  });
  return lines.length > 0 ? `<section class="summary"><h2>${escape(words.inShort)}</h2>\n<ol>\n${lines.join("\n")}\n</ol></section>` : "";
}

/** The reader's own marks and what was noted at them. @param {View} view @param {OwnMark[]} own */
function noted(view, own) {
  const lines = own.map(({ start, end, colour, note }) =>
    `<li dir="auto"><mark class="own-${colour + 1}">${escape(oneLine(view.text.slice(start, end)))}</mark> <small>${escape(words.paragraph(paragraphAt(view, start)))}</small>${note ? `<br>${escape(note).replaceAll("\n", "<br>")}` : ""}</li>`);
  return lines.length > 0 ? `<h2>${escape(words.tabs.own)}</h2>\n<ul>\n${lines.join("\n")}\n</ul>\n` : "";
}

/** @param {View} view */
function said(view) {
  const lines = (view.quotes ?? []).filter((it) => it.kind !== "reported").map((it) =>
    `<li dir="auto">${escape(it.speaker?.name ?? words.noSpeaker)}: ${escape(oneLine(view.text.slice(it.start, it.end)))}</li>`);
  return lines.length > 0 ? `<h2>${escape(words.quotes)}</h2>\n<ul>\n${lines.join("\n")}\n</ul>\n` : "";
}

/**
 * The text of blocks, cut where a mark begins or ends; each piece carries all marks over it. Blocks come in order.
 * @param {string} text
 * @param {(Span & { name?: string })[]} marks  in order
 */
function inPieces(text, marks) {
  let next = 0;
  /** @type {(Span & { name?: string })[]} */
  let open = [];
  return (/** @type {Span} */ block) => {
    open = open.filter((it) => it.end > block.start);
    const inside = [...open];
    for (; next < marks.length && marks[next].start < block.end; next++) if (marks[next].end > block.start) inside.push(marks[next]);
    open = inside.filter((it) => it.end > block.end);
    const cuts = new Set([block.start, block.end]);
    for (const { start, end } of inside) {
      cuts.add(Math.max(start, block.start));
      cuts.add(Math.min(end, block.end));
    }
    const places = [...cuts].sort((a, b) => a - b);
    let html = "";
    /** @type {typeof inside} */
    let over = [];
    let at = 0;
    for (let idx = 0; idx + 1 < places.length; idx++) {
      const [from, to] = [places[idx], places[idx + 1]];
      while (at < inside.length && inside[at].start <= from) over.push(inside[at++]);
      over = over.filter((it) => it.end > from);
      const names = [...new Set(over.map((it) => it.name))];
      const piece = escape(text.slice(from, to));
      html += names.length > 0 ? `<mark class="${names.join(" ")}">${piece}</mark>` : piece;
    }
    return html;
  };
}

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, " ").trim();

/** @type {Record<string, string>} */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (it) => SIGNS[it]);

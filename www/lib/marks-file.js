// @ts-check
// A reader's own marks as files, and back without loss: Web Annotations (JSON-LD) for programs, Markdown for people. Pure
// functions. Reading forgives: other programs' annotations are taken as far as they name words of a text, and what is
// not understood is counted, not guessed.

import { fingerprint } from "./quote-selector.js";

/** @typedef {import("./quote-selector.js").Selector} Selector */

/**
 * A mark of the reader's own.
 * @typedef {Selector & { id: string, colour: number, note: string, created: string, modified: string }} OwnMark
 */

/**
 * @typedef {object} MarksFile
 * @property {OwnMark[]} marks
 * @property {number} skipped  entries that were not understood
 * @property {string | null} of  the fingerprint of the text that the offsets count in
 */

/** The colours of marks, by number; the names are part of the files. */
export const COLOURS = ["orange", "green", "blue", "pink"];

const TEXT = "urn:nutgraf:text:";
const MARK = "urn:nutgraf:mark:";

/**
 * @param {{ text: string, title: string, url: string | null }} article
 * @param {OwnMark[]} marks
 */
export function toWebAnnotations({ text, title, url }, marks) {
  const name = TEXT + fingerprint(text);
  const items = marks.map((it) => {
    /** @type {object[]} */
    const body = [{ type: "TextualBody", purpose: "tagging", value: COLOURS[it.colour] }];
    if (it.note) body.push({ type: "TextualBody", purpose: "commenting", format: "text/plain", value: it.note });
    const { exact, prefix, suffix, start, end } = it;
    /** @type {object[]} */
    const selector = [{ type: "TextQuoteSelector", exact, prefix, suffix }];
    if (start !== undefined && end !== undefined) selector.push({ type: "TextPositionSelector", start, end });
    return {
      id: MARK + it.id,
      type: "Annotation",
      motivation: it.note ? "commenting" : "highlighting",
      created: it.created,
      modified: it.modified,
      body,
      target: { source: url ?? name, selector },
    };
  });
  return {
    "@context": ["http://www.w3.org/ns/anno.jsonld", { offsets: "urn:nutgraf:offsets", text: "urn:nutgraf:text" }],
    id: `${name}:own-marks`,
    type: "AnnotationPage",
    label: title,
    // The standard counts code points; we count as the DOM does, and say so.
    offsets: "utf16",
    text: name,
    items,
  };
}

/**
 * Reads marks from either kind of file; throws a SyntaxError where it is neither.
 * @param {string} content
 * @returns {MarksFile}
 */
export function readMarks(content) {
  if (/^\s*[[{]/.test(content)) return fromWebAnnotations(JSON.parse(content));
  if (content.includes("<!-- nutgraf-mark ")) return fromMarkdown(content);
  throw new SyntaxError("neither Web Annotations nor Markdown with marks");
}

/**
 * @param {any} data  an annotation, a list of them, a page or a collection
 * @returns {MarksFile}
 */
export function fromWebAnnotations(data) {
  const items = Array.isArray(data) ? data : (data?.items ?? data?.first?.items ?? (data?.type === "Annotation" ? [data] : null));
  if (!Array.isArray(items)) throw new SyntaxError("no annotations in it");
  const marks = items.flatMap((it) => fromAnnotation(it, data?.offsets === "utf16") ?? []);
  const of = typeof data?.text === "string" && data.text.startsWith(TEXT) ? data.text.slice(TEXT.length) : null;
  return { marks, skipped: items.length - marks.length, of };
}

/** @param {any} it @param {boolean} isUtf16 @returns {OwnMark | null} */
function fromAnnotation(it, isUtf16) {
  const targets = list(it?.target);
  const selectors = targets.flatMap((target) => list(target?.selector));
  const quote = selectors.find((s) => s?.type === "TextQuoteSelector");
  const position = isUtf16 ? selectors.find((s) => s?.type === "TextPositionSelector") : null;
  if (targets.length !== 1) return null;
  const bodies = [...list(it.body), ...list(it.bodyValue)];
  const said = (/** @type {string} */ purpose) => bodies.filter((b) => b?.purpose === purpose).map((b) => b.value);
  const plain = bodies.map((b) => (typeof b === "string" ? b : (b?.purpose ?? "commenting") === "commenting" ? b?.value : null));
  const colour = COLOURS.findIndex((name) => said("tagging").includes(name));
  return asMark({
    ...quote,
    start: position?.start,
    end: position?.end,
    id: typeof it.id === "string" && it.id.startsWith(MARK) ? it.id.slice(MARK.length) : it.id,
    colour: Math.max(0, colour),
    note: plain.filter((b) => typeof b === "string").join("\n\n"),
    created: it.created,
    modified: it.modified ?? it.created,
  });
}

/**
 * A mark made of data from outside; null where it names no words.
 * @param {any} it
 * @returns {OwnMark | null}
 */
export function asMark(it) {
  if (typeof it?.exact !== "string" || it.exact.trim() === "") return null;
  const string = (/** @type {unknown} */ value) => (typeof value === "string" ? value : "");
  const hasPlace = Number.isInteger(it.start) && Number.isInteger(it.end) && it.start >= 0 && it.end > it.start;
  return {
    id: string(it.id) || newId(),
    colour: it.colour in COLOURS ? Number(it.colour) : 0,
    note: string(it.note),
    created: string(it.created),
    modified: string(it.modified),
    exact: it.exact,
    prefix: string(it.prefix),
    suffix: string(it.suffix),
    ...(hasPlace ? { start: it.start, end: it.end } : {}),
  };
}

/** A name that no other mark has. */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((it) => it.toString(36).padStart(2, "0")).join("");
}

/**
 * Each mark a block quote with its note; what only the way back needs stands in a comment, which no reader shows.
 * @param {{ text: string, title: string, url: string | null }} article
 * @param {OwnMark[]} marks
 */
export function toMarksMarkdown({ text, title, url }, marks) {
  const of = fingerprint(text);
  const parts = marks.map(({ note, ...it }) => {
    // Nothing in it may end the comment.
    const data = JSON.stringify({ ...it, of }).replace(/[<>-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
    const quote = it.exact.trim().split(/\s*\n\s*/).map((line) => `> ${line}`).join("\n");
    const said = note.replace(/^(?=[>#<\\])/gm, "\\");
    return [quote, said, `<!-- nutgraf-mark ${data} -->`].filter((it) => it !== "").join("\n\n");
  });
  return `${[`# ${title.replace(/\s+/g, " ").trim()}`, url, ...parts].filter((it) => it).join("\n\n")}\n`;
}

/** @param {string} content @returns {MarksFile} */
function fromMarkdown(content) {
  /** @type {OwnMark[]} */
  const marks = [];
  let skipped = 0;
  /** @type {string | null} */
  let of = null;
  const lines = content.replace(/\r\n?/g, "\n").split("\n");
  let from = 0;
  lines.forEach((line, at) => {
    const data = /^<!-- nutgraf-mark (.*) -->\s*$/.exec(line)?.[1];
    if (data === undefined) return;
    let quoted = at;
    while (quoted > from && !/^> /.test(lines[quoted - 1])) quoted--;
    const note = lines.slice(quoted, at).join("\n").replace(/^\n+|\n+$/g, "").replace(/^\\(?=[>#<\\])/gm, "");
    from = at + 1;
    try {
      const it = JSON.parse(data);
      const mark = asMark({ ...it, note });
      if (mark) marks.push(mark);
      else skipped++;
      of = typeof it.of === "string" ? it.of : of;
    } catch {
      skipped++;
    }
  });
  return { marks, skipped, of };
}

/** @param {any} it @returns {any[]} */
function list(it) {
  return it == null ? [] : Array.isArray(it) ? it : [it];
}

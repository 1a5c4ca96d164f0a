// @ts-check
// The field and its doors: paste, open, drop, sample, typing. Says "text" with what there is to read; never empties the
// field on its own account, and says in words what it could not take.

import { decode } from "../files.js";
import { byId, say } from "../dom.js";
import { readPage } from "../page-text.js";
import { words } from "../words.js";

/**
 * What is read. `plain` is the same without its structure, where there is one.
 * @typedef {object} Source
 * @property {string} text
 * @property {import("../../lib/index.d.ts").Hints | null} hints
 * @property {"typed" | "pasted" | "file" | "sample"} origin
 * @property {string | null} plain
 * @property {Source | null} structured  the structured twin of a plain one
 * @property {boolean} fallback  decoded by guess
 */

/** Browsers take long to fill a field, much longer with every line: a longer text waits until somebody wants to edit it. */
const QUICK = 100_000;
/** A text longer than this cannot be edited in any browser's field without it standing still: its beginning is shown. */
const EDITABLE = 2_000_000;

/** Quiet time before typed text is read, in milliseconds. */
const PAUSE = 350;

/**
 * @param {string} text
 * @param {Partial<Source>} [more]
 * @returns {Source}
 */
export function source(text, more = {}) {
  return { text, hints: null, origin: "typed", plain: null, structured: null, fallback: false, ...more };
}

export class InputPane {
  #root;
  #field = /** @type {HTMLTextAreaElement} */ (byId("text"));
  #file = /** @type {HTMLInputElement} */ (byId("file"));
  #drop = byId("drop");
  #excerpt = byId("excerpt");
  #timer = 0;
  /** What the field stands for; it may wait to be filled. */ #source = source("");
  #filled = true;
  /** What the field was filled with, as the browser gives it back: without carriage returns. */ #shown = "";
  /** Something was typed since. */ #dirty = false;
  /** Fetched with the page: nothing is requested later. */ #sample = fetchSample();
  #dragDepth = 0;
  /** What is dragged comes from this page: words within the field, a bookmark on its way out. */ #ours = false;
  #listening = new AbortController();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    const { signal } = this.#listening;
    this.#field.addEventListener("input", () => this.#typed(), { signal });
    document.addEventListener("paste", (event) => this.#pasted(event), { signal });
    byId("analyze-button").addEventListener("click", () => this.analyze(), { signal });
    byId("paste-button").addEventListener("click", () => this.#pasteButton(), { signal });
    byId("open-button").addEventListener("click", () => this.#file.click(), { signal });
    byId("sample-button").addEventListener("click", () => this.sample(), { signal });
    byId("clear-button").addEventListener("click", () => {
      this.#take(source(""), false);
      // The button is gone with the text.
      this.#field.focus();
    }, { signal });
    this.#file.addEventListener("change", () => {
      const [file] = this.#file.files ?? [];
      if (file) this.open(file);
      this.#file.value = "";
    });
    for (const name of ["dragstart", "dragend"]) document.addEventListener(name, () => (this.#ours = name === "dragstart"), { signal });
    for (const name of /** @type {const} */ (["dragenter", "dragover", "dragleave", "drop"])) {
      document.addEventListener(name, (event) => this.#dragged(event), { signal });
    }
  }

  /** Settles when the sample is here. */
  get loaded() {
    return this.#sample;
  }

  /** Back to the field: where the reader typed, else at its beginning. @param {boolean} all  ready to be replaced */
  edit(all) {
    this.fill();
    this.#field.focus();
    if (all) this.#field.select();
    else if (this.#source.origin !== "typed") {
      this.#field.setSelectionRange(0, 0);
      this.#field.scrollTop = 0;
    }
  }

  /** Fills the field, which may have waited. */
  fill() {
    if (this.#filled) return;
    this.#filled = true;
    const { text } = this.#source;
    this.#field.readOnly = text.length > EDITABLE;
    this.#field.value = this.#field.readOnly ? text.slice(0, QUICK) : text;
    this.#shown = this.#field.value;
    this.#excerpt.hidden = !this.#field.readOnly;
  }

  /** Shows a source in the field; all that is said is what was typed a moment ago, so that it can be had back. @param {Source} it */
  show(it) {
    if (this.#dirty) this.#tell();
    this.#source = it;
    this.#filled = false;
    if (it.text.length <= QUICK) this.fill();
    else this.#field.value = "";
    byId("clear-button").hidden = it.text === "";
  }

  /** Reads what stands in the field, now. */
  analyze() {
    // Typed a moment ago, or put there by somebody's script.
    const changed = this.#dirty || (this.#filled && this.#field.value !== this.#shown);
    if (changed) this.#typedNow();
    say(this.#root, "text", { source: this.#source, settled: true, same: !changed });
  }

  async sample() {
    try {
      this.#take(source(await this.#sample, { origin: "sample" }), true);
    } catch {
      this.#sample = fetchSample();
      say(this.#root, "problem", words.sampleMissing);
    }
  }

  /**
   * @param {Source} it
   * @param {boolean} settled  a whole text at once: show the result, fold the field
   */
  #take(it, settled) {
    this.show(it);
    say(this.#root, "text", { source: it, settled, same: false });
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#dirty = true;
    byId("clear-button").hidden = this.#field.value === "";
    this.#timer = window.setTimeout(() => this.#tell(), PAUSE);
  }

  #tell() {
    this.#typedNow();
    say(this.#root, "text", { source: this.#source, settled: false, same: false });
  }

  /** What stands in the field is what there is to read. */
  #typedNow() {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.#shown = this.#field.value;
    this.#source = source(this.#shown);
  }

  /** @param {ClipboardEvent} event */
  #pasted(event) {
    const data = event.clipboardData;
    const target = /** @type {Element | null} */ (event.target);
    const inField = target === this.#field;
    if (!data || (!inField && target?.closest("input, textarea, [contenteditable], dialog"))) return;
    if (data.files.length > 0 && !data.types.includes("text/plain")) {
      event.preventDefault();
      this.open(data.files[0]);
      return;
    }
    // Into the midst of a text: the browser's own paste, with its own undo.
    const whole = !inField || this.#field.readOnly || this.#field.selectionEnd - this.#field.selectionStart >= this.#field.value.length;
    if (!whole) return;
    event.preventDefault();
    this.#takeClipboard(data.getData("text/html"), data.getData("text/plain"));
  }

  /** @param {string} html @param {string} plain */
  #takeClipboard(html, plain) {
    if (!plain.trim() && !html.trim()) {
      say(this.#root, "problem", words.clipboardEmpty);
      return;
    }
    const flat = source(plain, { origin: "pasted" });
    if (html.trim()) {
      const { text, hints } = readPage(html);
      if (text.trim()) {
        this.#take(source(text, { hints, origin: "pasted", plain: plain || null }), true);
        return;
      }
    }
    this.#take(flat, true);
  }

  async #pasteButton() {
    try {
      const items = await navigator.clipboard.read();
      const of = async (/** @type {string} */ type) => {
        const item = items.find((it) => it.types.includes(type));
        return item ? (await item.getType(type)).text() : "";
      };
      this.#takeClipboard(await of("text/html"), await of("text/plain"));
    } catch {
      try {
        this.#takeClipboard("", await navigator.clipboard.readText());
      } catch {
        say(this.#root, "problem", words.clipboardRefused);
        this.#field.focus();
      }
    }
  }

  /** Reads a file, or says why not. @param {File} file */
  async open(file) {
    let buffer;
    try {
      buffer = await file.arrayBuffer();
    } catch {
      say(this.#root, "problem", words.unreadable(file.name));
      return;
    }
    const decoded = decode(buffer, file.name, file.type);
    if ("refused" in decoded) {
      const why = { binary: words.binary, pdf: words.pdf, empty: words.emptyFile }[decoded.refused];
      say(this.#root, "problem", why(file.name));
      return;
    }
    const { text, isHtml, fallback } = decoded;
    if (isHtml) {
      const page = readPage(text);
      this.#take(source(page.text, { hints: page.hints, origin: "file", plain: text, fallback }), true);
    } else this.#take(source(text, { origin: "file", fallback }), true);
  }

  /** Takes a text that comes from outside. @param {string} text */
  take(text) {
    this.#take(source(text, { origin: "pasted" }), true);
  }

  /** Takes what was selected on another page, or all of it. @param {{ html: string, text: string }} it */
  taken({ html, text }) {
    this.#takeClipboard(html, text);
  }

  /** Reads HTML source as the page it makes. @param {string} html */
  asPage(html) {
    const { text, hints } = readPage(html);
    this.#take(source(text, { hints, origin: "pasted", plain: html }), true);
  }

  /** @param {DragEvent} event */
  #dragged(event) {
    const { dataTransfer: data, type } = event;
    if (this.#ours || !data || !["Files", "text/html", "text/plain"].some((it) => data.types.includes(it))) return;
    if (type === "dragenter") this.#dragDepth++;
    if (type === "dragleave") this.#dragDepth--;
    if (type === "dragover") data.dropEffect = "copy";
    if (type !== "dragleave") event.preventDefault();
    if (type === "drop") {
      this.#dragDepth = 0;
      const [file] = data.files;
      if (file) this.open(file);
      else this.#takeClipboard(data.getData("text/html"), data.getData("text/plain"));
    }
    this.#drop.hidden = this.#dragDepth <= 0;
  }
}

/** @returns {Promise<string>} */
function fetchSample() {
  const text = fetch(new URL("../../sample/article.txt", import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(String(response.status));
    return response.text();
  });
  // Whoever asks for it is told; nobody else is.
  text.catch(() => {});
  return text;
}

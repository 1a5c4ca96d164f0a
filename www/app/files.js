// @ts-check
// Files become text as the platform reads them: byte order mark, then what the page says of itself, then UTF-8, then
// Windows-1252. What is no text is refused with its reason. `src/bin/nutgraf/decode.rs` does the same.

/** @typedef {{ text: string, isHtml: boolean, fallback: boolean }} Decoded */
/** @typedef {"binary" | "pdf" | "empty"} Refusal */

/** How many bytes are looked at to tell text from data, and to find what a page says of its encoding. */
const HEAD = 4096;

/**
 * @param {ArrayBuffer} buffer
 * @param {string} name
 * @param {string} type
 * @returns {Decoded | { refused: Refusal }}
 */
export function decode(buffer, name, type) {
  const bytes = new Uint8Array(buffer);
  if (bytes.length === 0) return { refused: "empty" };
  const head = latin1(bytes.subarray(0, HEAD));
  if (head.startsWith("%PDF-")) return { refused: "pdf" };
  const isHtml = /html/.test(type) || /\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html)/i.test(head);
  const mark = byteOrderMark(bytes);
  if (!mark && isBinary(bytes.subarray(0, HEAD))) return { refused: "binary" };
  const said = mark ?? (isHtml ? /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] : undefined);
  if (said) {
    try {
      // UTF-16 in a meta element that was read as bytes cannot be true.
      const label = !mark && /^utf-?16/i.test(said) ? "utf-8" : said;
      return { text: new TextDecoder(label).decode(bytes), isHtml, fallback: false };
    } catch {
      // An encoding that nobody knows: as if nothing were said.
    }
  }
  const text = new TextDecoder().decode(bytes);
  // A letter cut in two at the end, or a byte gone astray, makes no other encoding of it.
  const n_beyond = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  const n_broken = text.match(/\ufffd/g)?.length ?? 0;
  if (n_broken === 0 || n_broken * 4 < n_beyond) return { text, isHtml, fallback: false };
  return { text: latin1(bytes), isHtml, fallback: true };
}

/** @param {Uint8Array} bytes */
function byteOrderMark(bytes) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
}

/** NUL, or many control characters: no encoding of text looks like this. @param {Uint8Array} head */
function isBinary(head) {
  let n_control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) n_control++;
  }
  return n_control > head.length / 20;
}

/** @param {Uint8Array} bytes */
function latin1(bytes) {
  return new TextDecoder("windows-1252").decode(bytes);
}

/** Whether a text is the source of a web page. @param {string} text */
export function looksLikeHtml(text) {
  const head = text.slice(0, 20000);
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(head)) return true;
  return /^\s*<[a-z][^<>]*>/i.test(head) && (head.match(/<\/(?:p|div|h[1-6]|li|article|section|span|a)>/gi)?.length ?? 0) >= 3;
}

/**
 * Hands the reader a file.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// Files that lie in the page as gzip in printable digits, back to what they were.

import { DIGITS } from "./digits.js";

const values = new Uint8Array(128);
for (const [value, digit] of [...DIGITS].entries()) values[digit.charCodeAt(0)] = value;

/** Five digits are four bytes; the last group may be shorter. @param {string} text */
function decode(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5));
  let at = 0;
  for (let idx = 0; idx < text.length; idx += 5) {
    let group = 0;
    for (let digit = idx; digit < idx + 5; digit++) group = group * 85 + (digit < text.length ? values[text.charCodeAt(digit)] : 84);
    for (let shift = 24; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = Math.floor(group / 2 ** shift) & 255;
  }
  return bytes;
}

/** The content of a packed file. @param {string} text */
export function unpack(text) {
  // Not by way of a blob: WebKit's workers cannot read one of a page from disk.
  const zipped = /** @type {ReadableStream} */ (new Response(decode(text)).body);
  return zipped.pipeThrough(new DecompressionStream("gzip"));
}

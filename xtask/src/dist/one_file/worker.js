// What the worker's modules find in place of the platform's own `fetch` when the whole program is one file. `packed`
// stands before this script: the files by name, gzip, in the digits of `bundle.mjs`.

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

/** @param {string | URL} address */
export async function fetch(address) {
  const name = String(address).split("/").pop() ?? "";
  const text = packed[name];
  if (text === undefined) return new Response(null, { status: 404 });
  // Not by way of a blob: WebKit's workers cannot read one of a page from disk.
  const zipped = /** @type {ReadableStream} */ (new Response(decode(text)).body);
  return new Response(zipped.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream" } });
}

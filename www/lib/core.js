// @ts-check
// The core and what comes behind it. `start` takes its first half, which reads and sums up; `install` a file that comes later:
// the supplement brings the second half, which finds.

import { initSync, second_half, supplement } from "../pkg/nutgraf.js";

/** What the first half has for the second. @type {any} */
let first;

/** @param {BufferSource | WebAssembly.Module} module */
export function start(module) {
  first = initSync({ module });
}

/**
 * In: the length of a name (a byte), the name, the length of the content (four bytes), the content; then the next.
 * @param {Uint8Array} bytes  ours to change
 */
export async function install(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    const start = at + 5 + bytes[at];
    end = start + view.getUint32(start - 4, true);
    const content = bytes.subarray(start, end);
    if (!isWasm(content)) continue;
    await WebAssembly.instantiate(await WebAssembly.compile(/** @type {BufferSource} */ (second_half(content))), { "": first });
    // The code has found its place; the first half need not keep a copy.
    bytes = bytes.copyWithin(at, end).subarray(0, bytes.length - (end - at));
    break;
  }
  if (!supplement(bytes)) throw new Error("that is no supplement");
}

/** @param {Uint8Array} bytes */
export function isWasm(bytes) {
  return String.fromCharCode(...bytes.subarray(0, 4)) === "\0asm";
}

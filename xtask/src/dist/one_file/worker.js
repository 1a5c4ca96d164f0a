// What the worker's modules find in place of the platform's own `fetch` when the whole program is one file. `packed`
// stands before this script: the files by name.

import { unpack } from "./unpack.js";

/** @param {string | URL} address */
export async function fetch(address) {
  const name = String(address).split("/").pop() ?? "";
  const text = packed[name];
  if (text === undefined) return new Response(null, { status: 404 });
  return new Response(unpack(text), { headers: { "Content-Type": name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream" } });
}

// @ts-check
// The public door with everything in it, for single files: no request is made at all. The program stands here as
// base64, so this module and the other door never belong into one page.

import { door } from "../www/lib/door.js";
import { languages, supplement, wasm, worker } from "./contents.js";

export { toAnnotations, toMarkdown } from "../www/lib/export.js";
export { NutgrafError } from "../www/lib/error.js";

export const { init, analyze, createAnalyzer } = door({
  worker() {
    const url = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
    const it = new Worker(url, { name: "nutgraf" });
    // The engine has the script once the worker says anything.
    it.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
    return it;
  },
  files: () => ({ wasm: bytes(wasm), supplement: bytes(supplement), languages: bytes(languages) }),
});

/** @param {string} base64 */
function bytes(base64) {
  const text = atob(base64);
  const found = new Uint8Array(text.length);
  for (let idx = 0; idx < text.length; idx++) found[idx] = text.charCodeAt(idx);
  return found;
}

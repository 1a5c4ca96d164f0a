// @ts-check
// HTML in, text and hints out: the browser parses into an inert document, `readDom` walks it. The HTML goes no further.

import { readDom } from "../lib/read-dom.js";
import { inertDocument } from "../lib/trusted.js";

/**
 * @param {string} html
 * @returns {{ text: string, hints: import("../lib/index.d.ts").Hints | null }}
 */
export function readPage(html) {
  const { text, hints } = readDom(inertDocument(html));
  return { text, hints };
}

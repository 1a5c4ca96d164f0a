// @ts-check
// Starts the worker in a browser. `npm/node.js` does the same in Node.

import { places } from "./places.js";
import { scriptUrl } from "./trusted.js";

/**
 * @typedef {object} Port  a worker, as far as the client needs one
 * @property {(message: any) => void} postMessage
 * @property {(type: any, listener: (event: any) => void) => void} addEventListener
 * @property {() => void} terminate
 * @property {(busy: boolean) => void} [hold]  whether somebody waits for an answer
 */

/**
 * @typedef {object} Platform  how a worker is started here
 * @property {() => Port} worker
 * @property {() => import("./index.d.ts").Files} files  where the core and the supplement are
 */

/** @type {Platform} */
export const browser = {
  worker: () => new Worker(scriptUrl("worker"), { type: "module", name: "nutgraf" }),
  files() {
    const { wasm, supplement, languages, names } = places();
    return { wasm, supplement, languages, names };
  },
};

// @ts-nocheck  Node's own types are no part of this project
// The public door in Node: the same as `index.js`, with a worker thread in the worker's place. Nothing happens at import.

import { Worker } from "node:worker_threads";
import { door } from "../www/lib/door.js";
import { places } from "../www/lib/places.js";

export { toAnnotations, toMarkdown } from "../www/lib/export.js";
export { NutgrafError } from "../www/lib/error.js";

/** A worker thread, as the client knows workers. */
class Port {
  #thread = new Worker(new URL("./worker-node.js", import.meta.url));

  addEventListener(name, listener) {
    if (name === "message") this.#thread.on("message", (data) => listener({ data }));
    else this.#thread.on(name, (error) => listener({ message: error.message }));
  }

  postMessage(message) {
    this.#thread.postMessage(message);
  }

  terminate() {
    this.#thread.terminate();
  }

  /** A thread that nobody waits for keeps no program from ending. */
  hold(busy) {
    if (busy) this.#thread.ref();
    else this.#thread.unref();
  }
}

export const { init, analyze, createAnalyzer } = door({
  worker: () => new Port(),
  files() {
    const { wasm, supplement, languages } = places();
    return { wasm, supplement, languages };
  },
});

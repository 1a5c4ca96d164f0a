// @ts-check
// Where our own files lie. In the package all lie in one folder, and a file of its own stands here
// (`npm/places.js`). Each address is written out in full: that is how bundlers find the file and bring it along.

/** @returns {Record<"worker" | "wasm" | "supplement" | "languages", string> & { names?: string, offline?: string }} */
export function places() {
  return {
    worker: new URL("./worker.js", import.meta.url).href,
    wasm: new URL("../pkg/nutgraf_bg.wasm", import.meta.url).href,
    supplement: new URL("../pkg/nutgraf.supplement", import.meta.url).href,
    languages: new URL("../pkg/nutgraf.languages", import.meta.url).href,
    names: new URL("../pkg/nutgraf.names", import.meta.url).href,
    offline: new URL("../sw.js", import.meta.url).href,
  };
}

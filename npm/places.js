// @ts-check
// Where our own files lie in the package: beside the module that asks.

/** @returns {Record<"worker" | "wasm" | "supplement" | "languages", string> & { offline?: string }} */
export function places() {
  return {
    worker: new URL("./worker.js", import.meta.url).href,
    wasm: new URL("./nutgraf.wasm", import.meta.url).href,
    supplement: new URL("./nutgraf.supplement", import.meta.url).href,
    languages: new URL("./nutgraf.languages", import.meta.url).href,
  };
}

// @ts-check
// Where our own files lie in the package: beside the module that asks.

/** @returns {Record<"worker" | "wasm" | "supplement", string> & { offline?: string }} */
export function places() {
  return {
    worker: new URL("./worker.js", import.meta.url).href,
    wasm: new URL("./nutgraf.wasm", import.meta.url).href,
    supplement: new URL("./nutgraf.supplement", import.meta.url).href,
  };
}

// What the page's modules find in place of the platform's own `Worker` and `fetch` when the whole program is one file:
// opened from disk, a page may neither load a neighbour nor start a worker from one. Everything lies in the page, in
// elements that are data and never run.

const text = (/** @type {string} */ name) => document.getElementById(`file-${name}`)?.textContent ?? null;

const policy = globalThis.trustedTypes?.createPolicy("nutgraf-file", { createScriptURL: (url) => url });

/** The worker's own script with what it loads, once for all workers. */
let worker;

function workerUrl() {
  if (worker) return worker;
  const packed = ["nutgraf_bg.wasm", "nutgraf.supplement", "nutgraf.languages"].map((name) => `${JSON.stringify(name)}:${JSON.stringify(text(name))}`);
  const script = new Blob([`const packed={${packed}};`, text("worker.js") ?? ""], { type: "text/javascript" });
  const url = URL.createObjectURL(script);
  worker = policy ? policy.createScriptURL(url) : url;
  return worker;
}

class BlobWorker extends globalThis.Worker {
  /** @param {string} _address @param {WorkerOptions} [options] */
  constructor(_address, options) {
    super(workerUrl(), { name: options?.name });
  }
}

/** @param {string | URL} address */
async function fetchHere(address) {
  const name = String(address).split("/").pop() ?? "";
  const found = text(name);
  return found === null ? new Response(null, { status: 404 }) : new Response(found);
}

export { BlobWorker as Worker, fetchHere as fetch };

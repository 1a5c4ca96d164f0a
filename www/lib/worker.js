// @ts-check
// The worker's side: loads the core once and answers requests. In: {id, action, args, early}. Out: {id, value,
// milliseconds} or {id, error: {code, message}}; every request gets exactly one answer, unless the worker dies. Pieces
// of a long answer's lists go before it as {id, list, piece}. An
// early request is answered as soon as the core is there, any other when the supplement is there too; a message of its
// own says when that is settled.

import init, { analyze, supplement, version } from "../pkg/nutgraf.js";

/** Takes messages as a worker does; the page's types know only windows. */
const port = /** @type {Pick<Worker, "postMessage"> & EventTarget} */ (/** @type {unknown} */ (globalThis));

/** The id of the message that nothing more will be loaded. */
const WHOLE = 0;

/** Set once the core is there. @type {Promise<unknown> | undefined} */
let loading;
/** Settled when the supplement is there, or cannot be had. @type {Promise<void> | undefined} */
let supplementing;

/** A little of everything. */
const WARM_UP = `Warm-up

It is small. "Ready," said Ann Lee of the Bank of Rome on Monday, 3 May 2021, when 5% of $2 million was spent.
She had said so at 10 km in Paris. It was not a long story, but it was read to its end. Nobody else was there.`;

/** @type {Record<string, (...args: any[]) => unknown>} */
const actions = {
  version,
  /**
   * @param {string} text
   * @param {import("./index.d.ts").Request} request
   */
  analyze(text, request) {
    const view = analyze(text, request);
    // The caller has the text already; a second copy of a long one would only cost time and memory.
    return { ...view, text: "" };
  },
};

port.addEventListener("message", async (event) => {
  const { id, action, args, early } = /** @type {MessageEvent} */ (event).data;
  try {
    loading ??= load();
    await loading;
    supplementing ??= loadSupplement().then(() => port.postMessage({ id: WHOLE }));
    if (!early) await supplementing;
  } catch (error) {
    port.postMessage({ id, error: { code: "not_loaded", message: String(error) } });
    return;
  }
  const start = performance.now();
  try {
    const value = actions[action](...args);
    const milliseconds = performance.now() - start;
    port.postMessage({ id, value: sendLong(id, value), milliseconds });
  } catch (error) {
    // Our own refusals carry a code. Anything else (a panic, out of memory, stack overflow) leaves the core in an
    // unknown state: the client ends this worker when it reads "crashed".
    const code = error instanceof Error && "code" in error ? error.code : "crashed";
    port.postMessage({ id, error: { code, message: String(error instanceof Error ? error.message : error) } });
  }
});

/** So many things go over in one message: the page copies a message in one go, and nothing else happens meanwhile. */
const PIECE = 1500;

/**
 * Sends the long lists of an answer ahead, piece by piece. In: an answer. Out: the same with those lists left empty.
 * @param {number} id
 * @param {any} value
 */
function sendLong(id, value) {
  if (typeof value !== "object" || value === null) return value;
  const rest = { ...value };
  for (const [name, items] of Object.entries(value)) {
    if (!Array.isArray(items)) continue;
    let piece = [];
    let weight = 0;
    for (const it of items) {
      piece.push(it);
      weight += 1 + (it?.mentions?.length ?? 0);
      if (weight < PIECE) continue;
      port.postMessage({ id, list: name, piece });
      piece = [];
      weight = 0;
    }
    // What is left, and all of a short list, goes with the answer.
    rest[name] = piece;
  }
  return rest;
}

async function load() {
  const url = new URL("../pkg/nutgraf_bg.wasm", import.meta.url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  // Servers that answer every address with a page give HTML here; say that instead of a compiler's riddle.
  const magic = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  if (String.fromCharCode(...magic) !== "\0asm") throw new Error(`${url.pathname} is not a WebAssembly file`);
  const core = await init({ module_or_path: bytes });
  // Engines make a function ready when it is first called: let that happen now, not under the reader's first paste.
  analyze(WARM_UP, null);
  return core;
}

/** Without it the core answers too, and a note of the view says what is missing. */
async function loadSupplement() {
  try {
    const response = await fetch(new URL("../pkg/nutgraf.supplement", import.meta.url));
    const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    if (!bytes || !supplement(bytes)) throw new Error(`the answer was ${response.status}`);
    analyze(WARM_UP, null);
  } catch (error) {
    console.warn("nutgraf: the supplement could not be loaded:", error);
  }
}

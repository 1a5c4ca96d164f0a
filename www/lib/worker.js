// @ts-check
// The worker's side: loads the core once and answers requests. In: {files}, which says where the core is, and then
// {id, action, args, early}. Out: {id, value, milliseconds} or {id, error: {code, message, directive}}; every request gets exactly one answer, unless the worker dies. Pieces
// of a long answer's lists go before it as {id, list, piece}. An
// early request is answered as soon as the core is there, any other when the supplement is there too; a message of its
// own says when that is settled.

import { analyze, version } from "../pkg/nutgraf.js";
import { install, isWasm, start } from "./core.js";

/** The program that refuses the least: what an engine says of it is the page's policy, not the file's fault. */
const EMPTY_WASM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Takes messages as a worker does; the page's types know only windows. */
const port = /** @type {Pick<Worker, "postMessage"> & EventTarget} */ (/** @type {unknown} */ (globalThis));

/** The id of the message that nothing more will be loaded. */
const WHOLE = 0;

/** Where the core and the supplement are: an address, bytes, or a compiled module. @type {import("./index.d.ts").Files} */
let files = { wasm: "", supplement: null };
/** What the page's policy refused here last. @type {string | null} */
let refusedBy = null;

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

port.addEventListener("securitypolicyviolation", (event) => {
  refusedBy = /** @type {SecurityPolicyViolationEvent} */ (event).effectiveDirective;
});

port.addEventListener("message", async (event) => {
  const { data } = /** @type {MessageEvent} */ (event);
  if (data.files) {
    files = data.files;
    return;
  }
  const { id, action, args, early } = data;
  try {
    loading ??= load();
    await loading;
    supplementing ??= loadSupplement().then(() => port.postMessage({ id: WHOLE }));
    if (!early) await supplementing;
  } catch (error) {
    const directive = refusal(String(error));
    const why = directive ? `The page's Content-Security-Policy lacks ${directive}` : String(error instanceof Error ? error.message : error);
    port.postMessage({ id, error: { code: directive ? "refused" : "not_loaded", message: why, directive } });
    return;
  }
  const begin = performance.now();
  try {
    const value = actions[action](...args);
    const milliseconds = performance.now() - begin;
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
  const source = await program(files.wasm);
  start(source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source));
  // Engines make a function ready when it is first called: let that happen now, not under the reader's first paste.
  analyze(WARM_UP, null);
}

/**
 * The core's bytes, seen to be such, or the module that somebody compiled.
 * @param {import("./index.d.ts").Files["wasm"]} source
 */
async function program(source) {
  if (source instanceof WebAssembly.Module) return source;
  const bytes = await bytesOf(source);
  // Servers that answer every address with a page give HTML here; say that instead of a compiler's riddle.
  if (isWasm(bytes)) return bytes;
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  const name = typeof source === "string" ? new URL(source).pathname : "what was given";
  const what = /^\s*<(!doctype|html|\?xml|!--)/i.test(head) ? "a page (HTML): the server answers for a missing file" : "no WebAssembly file";
  throw new Error(`${name} is ${what}`);
}

/** @param {string | Uint8Array} source */
async function bytesOf(source) {
  if (typeof source !== "string") return source;
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${new URL(source).pathname} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * What the page's policy would have to say for us to work here, as far as that is known.
 * @param {string} said  by the engine
 */
function refusal(said) {
  // WebKit refuses what it compiles behind the scenes, and lets us compile at once.
  if (said.includes("wasm-unsafe-eval")) return "script-src 'wasm-unsafe-eval'";
  try {
    new WebAssembly.Module(EMPTY_WASM);
    return refusedBy;
  } catch {
    return "script-src 'wasm-unsafe-eval'";
  }
}

/** Without it the core answers too, and a note of the view says what is missing. */
async function loadSupplement() {
  if (files.supplement === null) return;
  // What belongs to other languages comes now, with the rest, or not at all: a request that waits for the first Portuguese text
  // would tell the server what is being read.
  const readsOthers = globalThis.navigator?.languages?.some((it) => !/^en\b/i.test(it));
  const wanted = [files.supplement, files.languages, readsOthers ? files.names : null];
  await Promise.all(wanted.map((it) => it && take(it)));
  analyze(WARM_UP, null);
}

/** @param {string | Uint8Array} source */
async function take(source) {
  try {
    await install(await bytesOf(source));
  } catch (error) {
    console.warn("nutgraf: a file of the core could not be loaded:", error);
  }
}

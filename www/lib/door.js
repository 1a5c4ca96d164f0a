// @ts-check
// What the public doors have in common: analyzers over workers that the platform starts in its own way. In: how to
// start one. Out: `init`, `analyze`, `createAnalyzer`. Nothing is started before it is needed.

import { Client } from "./client.js";
import { NutgrafError } from "./error.js";

/** @typedef {import("./index.d.ts").Analyzer} AnalyzerType */
/** @typedef {import("./index.d.ts").Files} Files */
/** @typedef {import("./start.js").Platform} Platform */

/** @implements {AnalyzerType} */
class Analyzer {
  /** @type {Client} */ #client;

  /** @param {Platform} platform */
  constructor(platform) {
    this.#client = new Client(platform);
  }

  /** How long the core took for the last answer. */
  get milliseconds() {
    return this.#client.milliseconds;
  }

  /** Settles when nothing more will be loaded. */
  get whole() {
    return this.#client.whole;
  }

  /**
   * @param {string} text
   * @param {import("./index.d.ts").AnalyzeOptions} [options]
   * @returns {Promise<import("./index.d.ts").View>}
   */
  async analyze(text, options = {}) {
    const { signal, early, ...request } = options;
    const view = await this.#client.call("analyze", [String(text), request], { signal, early });
    view.text = String(text);
    return view;
  }

  /** @param {{ signal?: AbortSignal | null }} [options] @returns {Promise<string>} */
  version({ signal } = {}) {
    return this.#client.call("version", [], { early: true, signal });
  }

  close() {
    this.#client.close();
  }
}

/**
 * @param {Platform} platform
 * @returns {Pick<typeof import("./index.d.ts"), "init" | "analyze" | "createAnalyzer">}
 */
export function door(platform) {
  /** The analyzer that all callers of `analyze` share. @type {Analyzer | undefined} */
  let shared;
  /** @type {Promise<void> | undefined} */
  let started;

  return {
    init(source) {
      started ??= start(source).catch((error) => {
        // A second try may find what the first did not.
        started = undefined;
        throw error;
      });
      return started;
    },
    analyze(text, options) {
      shared ??= new Analyzer(platform);
      return shared.analyze(text, options);
    },
    async createAnalyzer({ signal, wasm, supplement, languages, worker } = {}) {
      signal?.throwIfAborted();
      const given = await filesOf({ wasm, supplement, languages });
      signal?.throwIfAborted();
      const analyzer = new Analyzer(over(platform, given, worker));
      try {
        await analyzer.version({ signal });
        signal?.addEventListener("abort", () => analyzer.close(), { once: true });
      } catch (error) {
        analyzer.close();
        throw error;
      }
      return analyzer;
    },
  };

  /** @param {import("./index.d.ts").Source} [source] */
  async function start(source) {
    const given = await filesOf(isFiles(source) ? source : { wasm: source });
    const analyzer = shared ?? new Analyzer(over(platform, given));
    await analyzer.version();
    shared = analyzer;
  }
}

/**
 * A platform with some of it replaced.
 * @param {Platform} platform
 * @param {Partial<Files>} given
 * @param {() => import("./start.js").Port} [worker]
 * @returns {Platform}
 */
function over(platform, given, worker = platform.worker) {
  return { worker, files: () => ({ ...platform.files(), ...given }) };
}

/**
 * What a caller gave, as it can be handed to a worker; what was not given is left out.
 * @param {Partial<Record<keyof Files, import("./index.d.ts").Source | null>>} given
 * @returns {Promise<Partial<Files>>}
 */
async function filesOf(given) {
  /** @type {any} */
  const files = {};
  for (const [name, source] of Object.entries(given)) {
    const it = await source;
    if (it === undefined) continue;
    if (typeof it === "string" || it instanceof URL) files[name] = new URL(it, globalThis.document?.baseURI).href;
    else if (it instanceof Response) files[name] = await bytesOf(it);
    else if (it instanceof ArrayBuffer) files[name] = new Uint8Array(it);
    else if (ArrayBuffer.isView(it)) files[name] = new Uint8Array(it.buffer, it.byteOffset, it.byteLength);
    else if (it === null || it instanceof WebAssembly.Module) files[name] = it;
    else throw new NutgrafError("bad_option", `${name} is an address, a Response, bytes or a WebAssembly.Module`);
  }
  return files;
}

/** @param {Response} response */
async function bytesOf(response) {
  if (!response.ok) throw new NutgrafError("not_loaded", `${response.url || "The Response"} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {any} source @returns {source is { wasm?: any, supplement?: any }} */
function isFiles(source) {
  return typeof source === "object" && source !== null && ("wasm" in source || "supplement" in source);
}

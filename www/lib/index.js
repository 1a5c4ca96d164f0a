// @ts-check
// The public door: an analyzer is a worker with the core in it. Nothing happens at import.

import { Client } from "./client.js";
import { NutgrafError } from "./error.js";

export { toAnnotations, toMarkdown } from "./export.js";
export { NutgrafError };

/** @typedef {import("./index.d.ts").Analyzer} AnalyzerType */

/** @implements {AnalyzerType} */
class Analyzer {
  #client = new Client();

  /** @param {AbortSignal | null} [signal] */
  constructor(signal) {
    signal?.addEventListener("abort", () => this.close(), { once: true });
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

  /** @returns {Promise<string>} */
  version() {
    return this.#client.call("version", [], { early: true });
  }

  close() {
    this.#client.close();
  }
}

/**
 * Starts a worker and waits until the core is loaded.
 * @param {import("./index.d.ts").AnalyzerOptions} [options]
 */
export async function createAnalyzer({ signal } = {}) {
  signal?.throwIfAborted();
  const analyzer = new Analyzer(signal);
  await analyzer.version();
  return analyzer;
}

/** @type {Analyzer | undefined} */
let shared;

/**
 * Analyzes a text with an analyzer that all callers share, started with the first call.
 * @param {string} text
 * @param {import("./index.d.ts").AnalyzeOptions} [options]
 */
export function analyze(text, options) {
  shared ??= new Analyzer();
  return shared.analyze(text, options);
}

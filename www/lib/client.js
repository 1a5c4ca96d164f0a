// @ts-check
// The main thread's side of the worker: ids, giving up, starting again. One request is with the worker at a time, the
// others wait here, so that one given up before its turn costs nothing.

import { NutgrafError } from "./error.js";

/** A page's policy tells what it refused in an event of its own, which may come after the worker's; in milliseconds. */
const AFTERWORD = 100;

/** How long a given-up request may go on working while others wait, in milliseconds, before its worker is ended. */
const PATIENCE = 150;

/**
 * @typedef {object} Call
 * @property {number} id
 * @property {string} action
 * @property {unknown[]} args
 * @property {boolean} early  answered before everything is loaded
 * @property {(value: any) => void} resolve
 * @property {(error: unknown) => void} reject
 * @property {boolean} void  given up: its answer is thrown away
 * @property {Record<string, unknown[]>} lists  of the answer, as far as they have come
 */

export class Client {
  /** @type {import("./start.js").Platform} */ #platform;
  /** @type {import("./start.js").Port | null} */ #worker = null;
  /** @type {Call[]} */ #waiting = [];
  /** @type {Call | null} */ #running = null;
  #lastId = 0;
  #closed = false;
  /** @type {number | null} */ milliseconds = null;
  #settle = () => {};
  /** Settles when the worker has all that it will ever load. @type {Promise<void>} */
  whole = new Promise((resolve) => (this.#settle = resolve));

  /** @param {import("./start.js").Platform} platform */
  constructor(platform) {
    this.#platform = platform;
  }

  /**
   * @param {string} action
   * @param {unknown[]} args
   * @param {{ signal?: AbortSignal | null, early?: boolean }} [how]
   * @returns {Promise<any>}
   */
  call(action, args, { signal, early = false } = {}) {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new NutgrafError("closed", "This analyzer was closed");
      signal?.throwIfAborted();
      /** @type {Call} */
      const call = { id: ++this.#lastId, action, args, early, resolve, reject, void: false, lists: {} };
      if (signal) {
        const giveUp = () => this.#giveUp(call, signal.reason);
        signal.addEventListener("abort", giveUp, { once: true });
        // A signal may outlive many calls, and should not hold their answers.
        const settled = (/** @type {(it: any) => void} */ settle) => (/** @type {any} */ it) => {
          signal.removeEventListener("abort", giveUp);
          settle(it);
        };
        call.resolve = settled(resolve);
        call.reject = settled(reject);
      }
      this.#waiting.push(call);
      this.#next();
    });
  }

  close() {
    this.#closed = true;
    this.#fail(new NutgrafError("closed", "This analyzer was closed"));
    for (const call of this.#waiting.splice(0)) call.reject(new NutgrafError("closed", "This analyzer was closed"));
  }

  #next() {
    if (this.#running) return;
    this.#worker?.hold?.(this.#waiting.length > 0);
    if (this.#waiting.length === 0) return;
    const call = /** @type {Call} */ (this.#waiting.shift());
    this.#running = call;
    try {
      this.#worker ??= this.#start();
      this.#worker.hold?.(true);
      this.#worker.postMessage({ id: call.id, action: call.action, args: call.args, early: call.early });
    } catch (cause) {
      const directive = refusedBy(cause);
      const why = directive ? `: the page's policy refuses it by ${directive}` : "";
      this.#fail(new NutgrafError(directive ? "refused" : "not_loaded", `The worker could not be started${why}`, { cause, directive }));
    }
  }

  #start() {
    const watch = watchPolicy();
    const port = this.#platform.worker();
    port.addEventListener("message", ({ data }) => {
      watch.end();
      this.#answer(data);
    });
    // An error outside a request: the script is missing or refused, or the engine ended the worker.
    port.addEventListener("error", (event) => {
      event.preventDefault?.();
      if (event.message) this.#fail(new NutgrafError("crashed", event.message));
      else {
        setTimeout(() => {
          if (this.#worker !== port) return;
          const directive = watch.end();
          const why = directive ? `: the page's policy refuses it by ${directive}` : "";
          this.#fail(new NutgrafError(directive ? "refused" : "not_loaded", `The worker could not be loaded${why}`, { directive }));
        }, AFTERWORD);
      }
    });
    port.addEventListener("messageerror", () => {
      this.#fail(new NutgrafError("crashed", "The answer could not be read"));
    });
    port.postMessage({ files: this.#platform.files() });
    return port;
  }

  /** @param {{ id: number, value?: any, milliseconds?: number, error?: { code: any, message: string, directive?: string | null }, list?: string, piece?: unknown[] }} answer */
  #answer({ id, value, milliseconds, error, list, piece }) {
    const call = this.#running;
    // No request has this id.
    if (id === 0) this.#settle();
    if (!call || call.id !== id) return;
    if (list && piece) {
      (call.lists[list] ??= []).push(...piece);
      return;
    }
    if (error && ["crashed", "not_loaded", "refused"].includes(error.code)) {
      this.#fail(new NutgrafError(error.code, error.message, error));
      return;
    }
    this.#running = null;
    if (!call.void) {
      if (error) call.reject(new NutgrafError(error.code, error.message));
      else {
        this.milliseconds = milliseconds ?? null;
        for (const [name, items] of Object.entries(call.lists)) value[name] = items.concat(value[name]);
        call.resolve(value);
      }
    }
    this.#next();
  }

  /**
   * @param {Call} call
   * @param {unknown} reason
   */
  #giveUp(call, reason) {
    if (call.void) return;
    call.void = true;
    call.reject(reason);
    const place = this.#waiting.indexOf(call);
    if (place >= 0) this.#waiting.splice(place, 1);
    // The core cannot be interrupted; but nobody should wait behind a long text that nobody wants any more.
    else if (this.#running === call) setTimeout(() => this.#running === call && this.#restart(), PATIENCE);
  }

  /** Ends the worker and what it works on; the next request starts another. @param {NutgrafError} error */
  #fail(error) {
    const call = this.#running;
    this.#restart();
    if (call && !call.void) call.reject(error);
  }

  #restart() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#running = null;
    if (!this.#closed) this.#next();
  }
}

/**
 * The directive that made the platform throw when a worker was to be started; null for another reason.
 * @param {unknown} cause
 */
function refusedBy(cause) {
  // Trusted Types alone make it refuse an address by a TypeError.
  if (cause instanceof TypeError && "trustedTypes" in globalThis) return "trusted-types";
  // WebKit throws where others tell afterwards; of another origin it would throw, too, but then it is not the policy.
  return cause instanceof DOMException && cause.name === "SecurityError" ? "worker-src" : null;
}

/** Writes down which directive of the page's policy refuses something, until asked; null for none. */
function watchPolicy() {
  /** @type {string | null} */
  let directive = null;
  const listener = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    const { effectiveDirective: it } = event;
    if (event.disposition === "enforce" && /^(worker|script|trusted|require|child|default)/.test(it)) directive = it;
  };
  globalThis.document?.addEventListener("securitypolicyviolation", listener);
  return {
    end() {
      globalThis.document?.removeEventListener("securitypolicyviolation", listener);
      return directive;
    },
  };
}

// @ts-check
// The one worker of all cards on a page. It is started with the first card that opens and ended when none has been open
// for a while.

import { NutgrafError } from "../error.js";
import { createAnalyzer } from "../index.js";

/** How long the worker outlives its last card, in milliseconds: a reader may open another. */
const LINGER = 10_000;
/** A worker that says nothing at all is none: a page may have put something else in its place. In milliseconds. */
const SILENCE = 45_000;

/** @type {Promise<import("../index.d.ts").Analyzer> | null} */
let analyzer = null;
let users = 0;
let timer = 0;

/**
 * Hands out the analyzer; every `acquire` is followed by one call of what it returns.
 * @returns {() => void}
 */
export function acquire() {
  users += 1;
  clearTimeout(timer);
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    users -= 1;
    if (users === 0) timer = setTimeout(close, LINGER);
  };
}

/**
 * @param {string} text
 * @param {import("../index.d.ts").AnalyzeOptions} options
 */
export async function analyze(text, options) {
  analyzer ??= createAnalyzer(isEnglish() ? { languages: null } : {});
  try {
    const it = await within(SILENCE, analyzer);
    return await within(SILENCE, it.analyze(text, options));
  } catch (error) {
    // Whatever is wrong with it, the next card asks for a new one.
    if (error instanceof NutgrafError && error.code !== "bad_option") close();
    throw error;
  }
}

/** The page says that it is English, all of it: then no other language is loaded. */
function isEnglish() {
  const isOther = (/** @type {Element} */ it) => !/^en\b/i.test(/** @type {HTMLElement} */ (it).lang);
  return /^en\b/i.test(document.documentElement.lang) && ![...document.querySelectorAll("[lang]")].some(isOther);
}

function close() {
  analyzer?.then((it) => it.close(), () => {});
  analyzer = null;
}

/** @template T @param {number} milliseconds @param {Promise<T>} promise @returns {Promise<T>} */
function within(milliseconds, promise) {
  let late = 0;
  const silence = new Promise((_, reject) => {
    late = setTimeout(() => reject(new NutgrafError("not_loaded", "The worker does not answer")), milliseconds);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, silence])).finally(() => clearTimeout(late));
}

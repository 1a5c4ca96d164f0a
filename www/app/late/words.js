// @ts-check
// The words of the reader's own things: marks, library, similar articles, reading aloud. They come with them, in the
// language that the page speaks.

import { own as english } from "./words/en.js";

/** @typedef {typeof english} Words */

/** @type {Words} */
export let words = english;

/** @type {Record<string, () => Promise<{ own: Words }>>} */
const LANGUAGES = {
  de: () => import("./words/de.js"),
  fr: () => import("./words/fr.js"),
  es: () => import("./words/es.js"),
};

export async function loadOwnWords() {
  const load = LANGUAGES[document.documentElement.lang];
  if (load) ({ own: words } = await load());
}

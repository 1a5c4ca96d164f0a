// @ts-check
// The words of the reader's own things: marks, library, similar articles, reading aloud. They come with them, in the
// language that the page speaks.

/** @typedef {typeof import("./words/en.js").words} Words */

/** @type {Words} */
export let words;

/** @type {Record<string, () => Promise<{ words: Words }>>} */
const LANGUAGES = {
  en: () => import("./words/en.js"),
  de: () => import("./words/de.js"),
  fr: () => import("./words/fr.js"),
  es: () => import("./words/es.js"),
};

export async function loadOwnWords() {
  ({ words } = await (LANGUAGES[document.documentElement.lang] ?? LANGUAGES.en)());
}

// @ts-check
// All words that the page says, in the reader's language: one file a language under words/, only the one needed is
// loaded. `loadWords` comes before every other module; `words` then stays as it is.

import { speak } from "./format.js";

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

/** Loads the first of the reader's languages that we speak; `?lang=fr` in the address comes before them. */
export async function loadWords() {
  const wanted = [new URLSearchParams(location.search).get("lang") ?? "", ...navigator.languages];
  let tag = wanted.map((it) => it.slice(0, 2).toLowerCase()).find((it) => it in LANGUAGES) ?? "en";
  try {
    ({ words } = await LANGUAGES[tag]());
  } catch {
    tag = "en";
    ({ words } = await LANGUAGES.en());
  }
  speak(tag);
  document.documentElement.lang = tag;
  translate();
}

/** The words that stand in index.html, which is written in English. */
function translate() {
  const { page } = words;
  for (const it of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-word], [data-label]"))) {
    const { word, label } = it.dataset;
    if (word && word in page) it.textContent = page[/** @type {keyof typeof page} */ (word)];
    if (label && label in page) it.setAttribute("aria-label", page[/** @type {keyof typeof page} */ (label)]);
  }
  document.title = page.title;
}

/** Why a sentence was picked, in words, weightiest first. @param {string[]} codes */
export function reasons(codes) {
  const { reasons } = words;
  return codes.map((it) => reasons[it] ?? it.replaceAll("_", " "));
}

// @ts-check
// All words that the page says, in the reader's language: one file a language under words/. English is always there,
// of the others only the one needed is loaded. `loadWords` comes before every other module; `words` then stays as it is.

import { speak } from "./format.js";
import { words as english } from "./words/en.js";

/** @typedef {typeof english & { page: Record<string, string> }} Words */

/** @type {Words} */
export let words = english;

/** @type {Record<string, () => Promise<{ words: Words }>>} */
const LANGUAGES = {
  de: () => import("./words/de.js"),
  fr: () => import("./words/fr.js"),
  es: () => import("./words/es.js"),
};

/** Loads the first of the reader's languages that we speak; `?lang=fr` in the address comes before them. */
export async function loadWords() {
  const wanted = [new URLSearchParams(location.search).get("lang") ?? "", ...navigator.languages];
  let tag = wanted.map((it) => it.slice(0, 2).toLowerCase()).find((it) => it === "en" || it in LANGUAGES) ?? "en";
  try {
    if (tag !== "en") ({ words } = await LANGUAGES[tag]());
  } catch {
    tag = "en";
  }
  speak(tag);
  document.documentElement.lang = tag;
  if (tag !== "en") translate();
}

/** The words that stand in index.html, which is written in English. */
function translate() {
  const { page } = words;
  for (const it of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-word], [data-label]"))) {
    const { word, label } = it.dataset;
    if (word && word in page) it.textContent = page[word];
    if (label && label in page) it.setAttribute("aria-label", page[label]);
  }
  document.title = page.title;
}

/** Why a sentence was picked, in words, weightiest first. @param {string[]} codes */
export function reasons(codes) {
  const { reasons } = words;
  return codes.map((it) => reasons[it] ?? it.replaceAll("_", " "));
}

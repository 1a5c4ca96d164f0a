// @ts-check
// The words of the closed card, in the language of the page. The open card's are in `card-words.js`.

/** @typedef {{ title: string, aside: (n: number) => string, hide: string, refused: string }} LineWords */

/** @type {Record<string, LineWords>} */
const WORDS = {
  en: {
    title: "In short",
    aside: (n) => (n === 1 ? "one sentence from this article" : `${n} sentences from this article`),
    hide: "Hide this summary",
    refused: "No summary can be made on this page",
  },
  de: {
    title: "Kurz gesagt",
    aside: (n) => (n === 1 ? "ein Satz aus diesem Artikel" : `${n} Sätze aus diesem Artikel`),
    hide: "Zusammenfassung ausblenden",
    refused: "Auf dieser Seite ist keine Zusammenfassung möglich",
  },
  fr: {
    title: "En bref",
    aside: (n) => (n === 1 ? "une phrase de cet article" : `${n} phrases de cet article`),
    hide: "Masquer ce résumé",
    refused: "Aucun résumé n’est possible sur cette page",
  },
  es: {
    title: "En breve",
    aside: (n) => (n === 1 ? "una frase de este artículo" : `${n} frases de este artículo`),
    hide: "Ocultar este resumen",
    refused: "En esta página no se puede hacer un resumen",
  },
};

/**
 * The language the card speaks: the page's, where we speak it, else English.
 * @param {Element} host
 */
export function speaks(host) {
  const told = host.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "en";
  const lang = told.toLowerCase().split("-")[0];
  return Object.hasOwn(WORDS, lang) ? lang : "en";
}

/** @param {Element} host @returns {LineWords & { lang: string }} */
export function lineWords(host) {
  const lang = speaks(host);
  return { lang, ...WORDS[lang] };
}

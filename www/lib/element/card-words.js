// @ts-check
// The words of the open card.

/**
 * @typedef {object} CardWords
 * @property {string} people
 * @property {string} quotes
 * @property {string} numbers
 * @property {string} timeline
 * @property {string} related
 * @property {string} marks
 * @property {string} unclear
 * @property {string} jump
 * @property {string} foot
 */

/** @type {Record<string, CardWords>} */
const WORDS = {
  en: {
    people: "People and places",
    quotes: "Who said what",
    numbers: "Numbers",
    timeline: "Timeline",
    related: "Similar articles",
    marks: "Mark in the article",
    unclear: "no clear speaker",
    jump: "Go to this sentence in the article",
    foot: "Sentences of this article, chosen in your browser. Nothing was sent anywhere.",
  },
  de: {
    people: "Personen und Orte",
    quotes: "Wer was gesagt hat",
    numbers: "Zahlen",
    timeline: "Zeitleiste",
    related: "Ähnliche Artikel",
    marks: "Im Artikel markieren",
    unclear: "Sprecher unklar",
    jump: "Zu diesem Satz im Artikel",
    foot: "Sätze dieses Artikels, in Ihrem Browser ausgewählt. Nichts wurde verschickt.",
  },
  fr: {
    people: "Personnes et lieux",
    quotes: "Qui a dit quoi",
    numbers: "Chiffres",
    timeline: "Chronologie",
    related: "Articles similaires",
    marks: "Surligner dans l’article",
    unclear: "auteur incertain",
    jump: "Aller à cette phrase dans l’article",
    foot: "Phrases de cet article, choisies dans votre navigateur. Rien n’a été envoyé.",
  },
  es: {
    people: "Personas y lugares",
    quotes: "Quién dijo qué",
    numbers: "Cifras",
    timeline: "Cronología",
    related: "Artículos similares",
    marks: "Marcar en el artículo",
    unclear: "autor incierto",
    jump: "Ir a esta frase del artículo",
    foot: "Frases de este artículo, elegidas en su navegador. No se envió nada.",
  },
};

/** @param {string} lang */
export const cardWords = (lang) => WORDS[lang] ?? WORDS.en;

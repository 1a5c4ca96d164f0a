// @ts-check
// Which articles are alike, why, and what one says that the others did not. Pure functions of views and texts, for any
// language that its words can be told in; no word list.
//
// An article becomes a sparse vector: its names and keyphrases, each as weighty as the core found it, and the words
// that are frequent in it without being everywhere in it. What is rare in the library weighs more (inverse document
// frequency, Spärck Jones 1972), the cosine of two vectors says how much alike they are. Only articles that share a
// name or a phrase are called similar, because only then there is a reason to show.
//
// A sentence is said before when one earlier sentence, or two in a row, hold most of what it says, by the weight of its
// words, and it brings no figure of its own; or when half of it stands there word for word.

/** @typedef {import("./index.d.ts").View} View */

/**
 * What is kept of an article to compare it with: plain data.
 * @typedef {object} Profile
 * @property {[string, number][]} terms  "n:" names, "p:" phrases, "w:" words, with their weights
 * @property {Record<string, string>} labels  how a name or phrase is written
 */

/** @typedef {{ id: string, score: number, names: string[], phrases: string[] }} Similar */

/** Words of an article that are compared: the weightiest. */
const WORDS = 60;
/** Below this two articles only happen to share a name: see docs/quality/page.md. */
const ALIKE = 0.07;
/** The share of a sentence, by weight, that has to be there for it to be said before. */
const SAID = 0.6;
/** Sentences between two steps. */
const STEP = 50;
/** Words in a row that count as word for word. */
const ROW = 4;
/** A word in so many sentences leads to too many of them to be of use. */
const EVERYWHERE = 200;
/** So many sentences tell what a text is about: news says it first. */
const BEGINNING = 400;

/** Names at their full, phrases and words below: two articles on one person are alike, two on "talks" hardly. */
const WEIGHTS = { name: 1, phrase: 0.7, word: 0.35 };

/**
 * @param {View} view
 * @returns {Profile}
 */
export function profile(view) {
  /** @type {Map<string, number>} */
  const terms = new Map();
  /** @type {Record<string, string>} */
  const labels = {};
  const add = (/** @type {string} */ term, /** @type {number} */ weight, /** @type {string} */ label) => {
    terms.set(term, Math.max(weight, terms.get(term) ?? 0));
    labels[term] ??= label;
  };
  for (const { name, kind, salience } of view.entities ?? []) {
    const folded = fold(name);
    const weight = WEIGHTS.name * (0.2 + salience);
    add(`n:${folded}`, weight, name);
    // A person comes back by the last name alone.
    const last = folded.split(" ").at(-1) ?? "";
    if (kind === "person" && last !== folded && last.length > 2) add(`n:${last}`, weight * 0.6, name);
  }
  for (const { text, salience } of view.keyphrases ?? []) add(`p:${fold(text)}`, WEIGHTS.phrase * (0.2 + salience), text);
  for (const [word, weight] of words(view)) terms.set(`w:${word}`, WEIGHTS.word * weight);
  for (const term of Object.keys(labels)) if (!terms.has(term)) delete labels[term];
  return { terms: [...terms].map(([term, weight]) => [term, Math.round(weight * 1e3) / 1e3]), labels };
}

/** The weightiest words, the best of them 1. @param {View} view @returns {[string, number][]} */
function words(view) {
  const sentences = (view.sentences ?? []).slice(0, BEGINNING).map((it) => tokens(view.text.slice(it.start, it.end)));
  /** @type {Map<string, { n: number, n_sentences: number }>} */
  const found = new Map();
  for (const it of sentences) {
    for (const word of it) {
      const at = found.get(word) ?? { n: 0, n_sentences: 0 };
      at.n++;
      found.set(word, at);
    }
    for (const word of new Set(it)) /** @type {any} */ (found.get(word)).n_sentences++;
  }
  const rated = [...found]
    // Short words and those in every third sentence hold sentences together, whatever the language.
    .filter(([word, it]) => (word.length > 3 || isIdeographic(word)) && it.n_sentences <= Math.max(2, sentences.length / 3))
    .map(([word, it]) => /** @type {[string, number]} */ ([word, Math.sqrt(it.n) * Math.log(1 + sentences.length / it.n_sentences)]))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, WORDS);
  const most = rated[0]?.[1] ?? 1;
  return rated.map(([word, weight]) => [word, weight / most]);
}

/**
 * The articles that are like one, the most alike first.
 * @param {Profile} own
 * @param {{ id: string, profile: Profile }[]} others
 * @param {number} [limit]
 * @returns {Similar[]}
 */
export function similar(own, others, limit = 5) {
  /** @type {Map<string, number>} */
  const n_articles = new Map();
  for (const { profile } of [{ profile: own }, ...others]) {
    for (const [term] of profile.terms) n_articles.set(term, (n_articles.get(term) ?? 0) + 1);
  }
  const n = others.length + 1;
  const weighed = (/** @type {Profile} */ it) =>
    new Map(it.terms.map(([term, weight]) => [term, weight * Math.log(1 + n / /** @type {number} */ (n_articles.get(term)))]));
  const norm = (/** @type {Map<string, number>} */ it) => Math.sqrt([...it.values()].reduce((sum, weight) => sum + weight * weight, 0));
  const mine = weighed(own);
  const length = norm(mine);
  const found = others.flatMap(({ id, profile }) => {
    const theirs = weighed(profile);
    /** @type {[string, number][]} */
    const shared = [];
    let sum = 0;
    for (const [term, weight] of theirs) {
      const product = weight * (mine.get(term) ?? 0);
      sum += product;
      if (product > 0 && term[0] !== "w") shared.push([term, product]);
    }
    const score = sum / (length * norm(theirs) || 1);
    if (score < ALIKE || shared.length === 0) return [];
    shared.sort((a, b) => b[1] - a[1]);
    const of = (/** @type {string} */ sign) => [...new Set(shared.filter(([term]) => term[0] === sign).map(([term]) => own.labels[term] ?? term.slice(2)))];
    const names = of("n");
    // A phrase that is a name says nothing new.
    const phrases = of("p").filter((it) => !names.some((name) => fold(name).includes(fold(it)) || fold(it).includes(fold(name))));
    return [{ id, score, names: names.slice(0, 5), phrases: phrases.slice(0, 4) }];
  });
  return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
}

/**
 * The sentences that no earlier text says: their indexes.
 * @param {View} view
 * @param {{ text: string, sentences: { start: number, end: number }[] }[]} earlier
 * @returns {number[]}
 */
export function novel(view, earlier) {
  const steps = novelty(view, earlier);
  for (;;) {
    const it = steps.next();
    if (it.done) return it.value;
  }
}

/** Whether a sentence tells the story: headings and captions do not. @param {View} view @param {{ block: number }} sentence */
export function isTold({ blocks }, { block }) {
  return ["paragraph", "list_item", "quotation", "standfirst"].includes(blocks?.[block].role ?? "");
}

/**
 * The same in steps of a few milliseconds: long texts take longer than a page may stand still.
 * @param {View} view
 * @param {{ text: string, sentences: { start: number, end: number }[] }[]} earlier
 * @returns {Generator<void, number[]>}
 */
export function* novelty(view, earlier) {
  /** @type {string[][]} */
  const told = [];
  for (const { text, sentences } of earlier) {
    for (const { start, end } of sentences) {
      if (told.push(tokens(text.slice(start, end))) % STEP === 0) yield;
    }
  }
  /** @type {string[][]} */
  const own = [];
  for (const it of view.sentences ?? []) {
    if (own.push(isTold(view, it) ? tokens(view.text.slice(it.start, it.end)) : []) % STEP === 0) yield;
  }
  /** In which earlier sentences a word stands. @type {Map<string, number[]>} */
  const places = new Map();
  /** @type {Set<string>} */
  const rows = new Set();
  for (const [idx, sentence] of told.entries()) {
    if (idx % STEP === 0) yield;
    for (const word of new Set(sentence)) {
      const at = places.get(word);
      if (!at) places.set(word, [idx]);
      else if (at.length <= EVERYWHERE) at.push(idx);
    }
    for (const row of inRows(sentence)) rows.add(row);
  }
  const weights = sentenceWeights([...told, ...own]);
  const fresh = [];
  for (const [idx, sentence] of own.entries()) {
    if (idx % STEP === 0) yield;
    if (sentence.length > 0 && !isSaid(sentence)) fresh.push(idx);
  }
  return fresh;

  /** @param {string[]} sentence */
  function isSaid(sentence) {
    const mine = inRows(sentence);
    if (mine.length > 0 && mine.filter((it) => rows.has(it)).length * 2 > mine.length) return true;
    /** Weight that each earlier sentence holds. @type {Map<number, number>} */
    const held = new Map();
    let all = 0;
    for (const word of new Set(sentence)) {
      const weight = weights(word);
      all += weight;
      const at = places.get(word);
      // A figure that nobody gave makes a sentence new, whatever else is in it.
      if (!at && /\d/.test(word)) return false;
      if (!at || at.length > EVERYWHERE) continue;
      // In a sentence or the one behind it: what two say together is said.
      at.forEach((idx, n) => {
        if (at[n - 1] !== idx - 1) held.set(idx - 1, (held.get(idx - 1) ?? 0) + weight);
        held.set(idx, (held.get(idx) ?? 0) + weight);
      });
    }
    return Math.max(0, ...held.values()) >= SAID * all;
  }
}

/** What a word tells: the fewer sentences it stands in, the more. @param {string[][]} sentences */
function sentenceWeights(sentences) {
  /** @type {Map<string, number>} */
  const n_sentences = new Map();
  for (const it of sentences) for (const word of new Set(it)) n_sentences.set(word, (n_sentences.get(word) ?? 0) + 1);
  const n = sentences.length;
  return (/** @type {string} */ word) => Math.log(1 + n / (n_sentences.get(word) ?? 1)) ** 2;
}

/** @param {string[]} words */
function inRows(words) {
  return words.slice(ROW - 1).map((_, idx) => words.slice(idx, idx + ROW).join(" "));
}

/**
 * Words, by their beginnings: six letters are what the forms of a word have in common in most languages. Scripts without
 * blanks give pairs of characters.
 * @param {string} text
 * @returns {string[]}
 */
function tokens(text) {
  const found = text.normalize("NFKC").toLowerCase().match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu) ?? [];
  return found.flatMap((it) => {
    if (!isIdeographic(it)) return [/\d/.test(it) ? it : it.slice(0, 6)];
    const characters = [...it];
    return characters.length < 2 ? characters : characters.slice(1).map((_, idx) => characters[idx] + characters[idx + 1]);
  });
}

/** @param {string} word */
function isIdeographic(word) {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u.test(word);
}

/** @param {string} name */
function fold(name) {
  return name.normalize("NFKD").replace(/[\p{M}’'".]/gu, "").replace(/\s+/g, " ").trim().toLowerCase();
}

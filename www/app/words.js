// @ts-check
// All words that the page's scripts say, in one place. A word is a string or a function of what it is about.

const number = new Intl.NumberFormat("en");

/** @param {number} n */
export const count = (n) => number.format(n);

/**
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 */
export const counted = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

/** @param {number} milliseconds */
export function duration(milliseconds) {
  if (milliseconds < 1) return "under 1 ms";
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** @param {number} n_bytes */
export function size(n_bytes) {
  if (n_bytes < 1e3) return counted(n_bytes, "byte");
  return n_bytes < 1e6 ? `${Math.round(n_bytes / 1e3)} kB` : `${(n_bytes / 1e6).toFixed(1)} MB`;
}

export const words = {
  read: (/** @type {number} */ n, /** @type {number | null} */ milliseconds) =>
    `Read ${counted(n, "word")}${milliseconds === null ? "" : ` in ${duration(milliseconds)}`}`,
  reading: "Reading …",
  edit: "Edit text",
  undo: "Undo",
  undone: "The former text is back.",
  cancel: "Cancel",
  plain: "Read as plain text",
  structured: "Read with the page’s structure",
  fromPage: "reading the page’s structure",
  sampleCredit: "Sample: Wikinews, 2019, CC BY 2.5",
  asPage: "This looks like the source of a web page.",
  readAsPage: "Read it as a page",
  long: (/** @type {number} */ n) => `This text is long: ${size(n)}. Reading all of it may take a while.`,
  readAll: "Read all of it",
  binary: (/** @type {string} */ name) => `“${name}” is not a text: it holds binary data. Your text was kept. Open a text or HTML file, or copy the words out of it.`,
  pdf: (/** @type {string} */ name) => `“${name}” is a PDF. Open it, copy its text and paste it here. Your text was kept.`,
  emptyFile: (/** @type {string} */ name) => `“${name}” is empty. Your text was kept.`,
  unreadable: (/** @type {string} */ name) => `“${name}” could not be read. Your text was kept.`,
  windows1252: "The file is not UTF-8 and was read as Windows-1252; odd letters mean that it was neither.",
  clipboardRefused: "The browser does not let this page read the clipboard. Press Ctrl+V (⌘V) in the field instead.",
  clipboardEmpty: "There is no text on the clipboard. Copy an article first.",
  sampleMissing: "The sample could not be loaded. Paste an article instead.",
  crashed: "The analysis stopped on this text and was started anew. Your text is still here; change it a little or try again.",
  notLoaded: "The analyzer could not be loaded. Your text is still here. Reload the page when you are online, or allow WebAssembly for it.",
  failed: "Something went wrong; your text is still here.",
  tryAgain: "Try again",
  nothing: "Nothing to read yet.",
  newVersion: "A new version of this page is ready.",
  takeVersion: "Reload with it, keeping the text",

  inShort: "In short",
  onQuery: (/** @type {string} */ query) => `On “${query}”`,
  summaryLength: "Length of the summary",
  lines: (/** @type {number} */ n) => counted(n, "line"),
  foot: (/** @type {number} */ n, /** @type {number} */ of, /** @type {number} */ sections, /** @type {number} */ ofSections) =>
    `The article’s own sentences · ${n} of ${count(of)}${ofSections > 1 ? `, from ${sections} of ${counted(ofSections, "section")}` : ""}`,
  paragraph: (/** @type {number | null} */ n) => (n === null ? "above the text" : `¶ ${n}`),
  copyLine: (/** @type {number} */ n) => `Copy line ${n}`,
  copySummary: "Copy summary",
  copied: "Copied.",
  notCopied: "The browser did not let this page write to the clipboard.",
  ask: "Ask the article",
  askHint: "a name, a question, a few words",
  askClear: "Back to the whole article",
  tooShort: "There is too little text for a summary.",
  reasons: /** @type {Record<string, string>} */ ({
    early: "opens the story",
    close_to_headline: "close to the headline",
    central: "central to the text",
    on_topic: "on the main subject",
    taken_up_later: "taken up again later",
    says_much: "says much at once",
    specific: "gives specifics",
    stands_alone: "stands on its own",
    introduces_names: "introduces names",
    names: "names people or places",
    brings_news: "brings something new",
    close_to_standfirst: "close to the standfirst",
    close_to_crosshead: "close to its section’s heading",
    close_to_opening: "close to the opening",
    adds_what_is_missing: "adds what the others leave out",
    numbers: "gives figures",
    quote: "quotes somebody",
    answers: "answers the question",
    matches_query: "answers the question",
    nut_graf: "says why it matters",
    background: "gives the background",
  }),
  back: "Back to summary",

  untitled: "Article",
  aside: (/** @type {number} */ n, /** @type {string[]} */ names) =>
    `${counted(n, "block")} set aside${names.length > 0 ? `: ${names.map((it) => `“${it}”`).join(", ")}` : ""}${n > names.length && names.length > 0 ? " …" : ""}`,
  nutGraf: "Why it matters",

  tabs: { people: "People & quotes", outline: "Outline", timeline: "Timeline", numbers: "Numbers", keyphrases: "Keyphrases", style: "Style" },
  findings: "Findings",
  people: "People",
  organizations: "Organizations",
  places: "Places",
  quotes: "Quotes",
  dates: "Dates",
  mentions: (/** @type {number} */ n) => counted(n, "mention"),
  mentionOf: (/** @type {number} */ n, /** @type {number} */ of) => `${n} of ${of}`,
  noSpeaker: "No clear speaker",
  probably: "probably",
  guessed: "A guess: the text does not say it outright",
  reported: "in other words",
  none: {
    people: "No people, organizations or places were found.",
    quotes: "No quotes were found.",
    outline: "No headings: the text is one section.",
    timeline: "No dates were found.",
    numbers: "No numbers were found.",
    keyphrases: "No keyphrases were found.",
  },
  more: (/** @type {number} */ n) => `Show all ${count(n)}`,
  opening: "Opening",
  published: "Published on (days like “Tuesday” count from it)",
  anchored: "worked out from the date of publication",
  timelinePicture: (/** @type {number} */ n, /** @type {string} */ first, /** @type {string} */ last) => `${counted(n, "date")} between ${first} and ${last}, drawn to scale`,
  quantityKinds: /** @type {Record<string, string>} */ ({
    number: "Numbers", ordinal: "Ranks and order", percent: "Percentages", money: "Money", measure: "Measures", temperature: "Temperatures", age: "Ages",
  }),
  dateKinds: /** @type {Record<string, string>} */ ({
    date: "date", time: "time", datetime: "date and time", range: "range", duration: "how long", set: "again and again",
  }),
  style: {
    words: "Words", sentences: "Sentences", paragraphs: "Paragraphs", reading: "Reading time", ease: "Reading ease",
    grade: "School grade", perSentence: "Words a sentence", perWord: "Syllables a word", language: "Language",
    lengths: "Sentence lengths", longest: "Longest sentence",
    minutes: (/** @type {number} */ seconds) => (seconds < 60 ? "under a minute" : counted(Math.round(seconds / 60), "minute")),
    picture: (/** @type {number} */ n, /** @type {number} */ mean, /** @type {number} */ most) => `${counted(n, "sentence")}, ${mean} words on average, ${most} at most; one bar a sentence`,
    eases: /** @type {[number, string][]} */ ([[80, "easy"], [60, "plain"], [50, "fairly hard"], [30, "hard"], [-Infinity, "very hard"]]),
  },

  marks: "Marks",
  marksAll: "All",
  strong: "Strong marks",

  theme: { auto: "Theme: automatic", light: "Theme: light", dark: "Theme: dark" },
  requests: (/** @type {number} */ n) => `On this device · ${counted(n, "request")}`,
  close: "Close",
  exports: {
    copyMarkdown: "Copy as Markdown", saveMarkdown: "Save Markdown", saveJson: "Save JSON", saveAnnotations: "Save Web Annotations", saveHtml: "Save HTML with marks", print: "Print",
  },
  saved: (/** @type {string} */ name) => `Saved ${name}.`,
};

/** Why a sentence was picked, in words, weightiest first. @param {string[]} codes */
export function reasons(codes) {
  return codes.slice(0, 2).map((it) => words.reasons[it] ?? it.replaceAll("_", " "));
}

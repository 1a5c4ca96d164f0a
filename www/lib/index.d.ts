/**
 * The types of nutgraf. Field for field what `src/view.rs` serializes and `src/request.rs` accepts; a test compares
 * them. Absent is `null`, never missing. Spans are half-open; in JavaScript they count UTF-16 units, so that
 * `view.text.slice(it.start, it.end)` is the thing named.
 */

/** The names of the parts of a view that `only` can ask for. */
export type Part =
  | "metadata" | "blocks" | "sections" | "sentences" | "tokens" | "summary" | "nut_graf" | "keyphrases"
  | "entities" | "quotes" | "quantities" | "dates" | "timeline" | "statistics";

/** What to do with a text. Every field may be left out. */
export interface Request {
  /** Number of sentences of the summary; 3 when neither this nor `ratio` is given. */
  sentences?: number | null;
  /** Share of the article's sentences, 0 to 1. Not together with `sentences`. */
  ratio?: number | null;
  /** Words of the summary at most; one sentence at least. Not together with `sentences` or `ratio`. */
  words?: number | null;
  /** A question or a few words: the summary turns toward them. */
  query?: string | null;
  /** When the article was published, ISO 8601: what "Tuesday" counts from. */
  published?: string | null;
  /** BCP 47 tag of the text's language; overrules the detector. */
  lang?: string | null;
  /** The headline, where the text may lack it. */
  title?: string | null;
  /** Where the text comes from. */
  url?: string | null;
  /** Whether menus, share bars and the like are told from the article. `"none"`: all of it is the article. */
  furniture?: "detect" | "none" | null;
  /** Names of the wanted parts, parted by commas. */
  only?: string | null;
  /** What markup told of the text, as `readDom` gives it. */
  hints?: Hints | null;
}

/** What markup told of a text, made by `readDom`; the core reads it, nobody else needs to. */
export type Hints = object;

/** A half-open stretch of the text. */
export interface Range {
  start: number;
  end: number;
}

export interface Language {
  /** BCP 47. */
  tag: string;
  /** 0 to 1. */
  confidence: number;
  /** ISO 15924. */
  script: string;
}

export interface Metadata {
  site: string | null;
  headline: string | null;
  standfirst: string | null;
  byline: string | null;
  /** ISO 8601. */
  published: string | null;
  url: string | null;
}

export type Role =
  | "site" | "kicker" | "headline" | "standfirst" | "byline" | "timestamp" | "crosshead" | "paragraph" | "list_item"
  | "quotation" | "caption" | "table" | "code" | "furniture";

export interface Block extends Range {
  role: Role;
  /** Of headings, 1 to 6. */
  level: number | null;
  /** Index of the section it belongs to. */
  section: number | null;
  /** The rule that gave the role. */
  by: string;
}

export interface Section {
  /** Index of the block that heads it. */
  heading: number | null;
  /** Indexes of its first and last block. */
  first: number;
  last: number;
}

export interface Sentence extends Range {
  /** Index of its block. */
  block: number;
  /** How much it carries, 0 to 1; null when nothing asked for it. */
  salience: number | null;
}

export interface Token extends Range {
  kind: string;
  sentence: number;
}

export interface Summary {
  /** Indexes of sentences, in reading order. */
  sentences: number[];
  /** For each of them, why it was chosen: stable codes, weightiest first. */
  reasons: string[][];
  /** For each of them the pronoun at its head, or behind its first comma or quotation, and the name that it is taken to mean, where nothing in the summary says it: to be shown in brackets, as ours. */
  openings: (Opening | null)[];
  query: string | null;
  /** How much of the article's important content it speaks for, 0 to 1. */
  covers: number;
  /** The same for each section of the article. */
  sections: number[];
}

/** The first person of a line of the summary, where it is a pronoun, and whom it is taken to mean. */
export interface Opening {
  start: number;
  end: number;
  name: string;
  /** Index of the entity. */
  entity: number;
}

export interface Keyphrase {
  text: string;
  salience: number;
  mentions: Range[];
}

export type EntityKind = "person" | "organization" | "place" | "other";

export interface EntityMention extends Range {
  /** False where a pronoun or a description stands for the name. */
  named: boolean;
  confidence: number;
}

export interface Entity {
  name: string;
  kind: EntityKind;
  salience: number;
  mentions: EntityMention[];
  by: string;
  confidence: number;
}

export interface Speaker extends Range {
  name: string;
  /** Index of the entity, where the speaker is one. */
  entity: number | null;
}

export type QuoteKind = "direct" | "partial" | "reported";

/** In order; behind one that reports or quotes further words come those words. */
export interface Quote extends Range {
  kind: QuoteKind;
  speaker: Speaker | null;
  /** The words that hand the quote to its speaker. */
  cue: Range | null;
  /** How sure the speaker is, 0 to 1; null without one. */
  confidence: number | null;
  by: string;
}

export type QuantityKind = "number" | "ordinal" | "percent" | "money" | "measure" | "temperature" | "age";

/** A measure or temperature in the coherent unit of the SI: m, kg, m², m³, m/s, W, J, V, A, Hz, Pa, K. */
export interface SiValue {
  value: number;
  unit: string;
}

export interface Quantity extends Range {
  kind: QuantityKind;
  value: number | null;
  /** The upper end of a range ("5 to 10 percent"), whose lower end is `value`. */
  to: number | null;
  unit: string | null;
  /** The same in the SI; null where it has none, or where the unit means two things (gallon). */
  si: SiValue | null;
  /** What the words before it say: "about" (roughly), "over" (at least), "under" (at most). */
  hedge: "about" | "over" | "under" | null;
  by: string;
}

export type DateKind = "date" | "time" | "datetime" | "range" | "duration" | "set";

export interface DateFound extends Range {
  kind: DateKind;
  /** ISO 8601 or EDTF. */
  value: string | null;
  /** Resolved against the date of publication. */
  anchored: boolean;
  by: string;
}

export interface TimelineEvent {
  value: string;
  /** Index of the date. */
  date: number;
  /** Index of the sentence. */
  sentence: number;
}

export interface Readability {
  flesch_reading_ease: number;
  flesch_kincaid_grade: number;
  words_per_sentence: number;
  syllables_per_word: number;
}

export interface Statistics {
  words: number;
  sentences: number;
  paragraphs: number;
  reading_seconds: number;
  readability: Readability | null;
}

export interface Note {
  /** Stable, for programs. */
  code: string;
  /** For people. */
  message: string;
}

/** The whole analysis. A part that `only` left out is null. */
export interface View {
  schema: 1;
  /** Exactly what was given. */
  text: string;
  offsets: "utf16";
  language: Language;
  metadata: Metadata | null;
  blocks: Block[] | null;
  sections: Section[] | null;
  sentences: Sentence[] | null;
  tokens: Token[] | null;
  summary: Summary | null;
  /** Index of the block that says why it matters. */
  nut_graf: number | null;
  keyphrases: Keyphrase[] | null;
  entities: Entity[] | null;
  quotes: Quote[] | null;
  quantities: Quantity[] | null;
  dates: DateFound[] | null;
  timeline: TimelineEvent[] | null;
  statistics: Statistics | null;
  notes: Note[];
}

/** A request, and a way to give it up. */
export interface AnalyzeOptions extends Request {
  signal?: AbortSignal | null;
  /**
   * Answer with what is loaded, even before the supplement is: with structure and summary. The view then has the note
   * `supplement_missing`, and `null` for entities, quotes, quantities, dates, timeline and keyphrases. Default: wait for it.
   */
  early?: boolean;
}

/** Where the core or the supplement is: an address, a response, bytes, or the compiled core. */
export type Source = string | URL | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

/** The files, as a worker takes them. */
export interface Files {
  wasm: string | Uint8Array | WebAssembly.Module;
  /** Null: do without all that is found (entities, quotes, quantities, dates, timeline, keyphrases) and all other languages than English. */
  supplement: string | Uint8Array | null;
  /** Null: do without the lists of other languages than English. */
  languages?: string | Uint8Array | null;
  /** The names of other languages than English, for readers of such; without it they are known less well. */
  names?: string;
}

/** What to load, where it is not beside the module. */
export interface Sources {
  wasm?: Source | Promise<Source>;
  supplement?: Exclude<Source, WebAssembly.Module> | Promise<Exclude<Source, WebAssembly.Module>> | null;
  /** Null where all texts are English: the view of another then has the note `languages_missing`. */
  languages?: Exclude<Source, WebAssembly.Module> | Promise<Exclude<Source, WebAssembly.Module>> | null;
}

export interface AnalyzerOptions extends Sources {
  /** Gives up the start, and closes the analyzer when it fires later. */
  signal?: AbortSignal | null;
  /** Starts the worker, where a page wants to do that by itself: a worker over `nutgraf/worker`. */
  worker?: () => Worker;
}

/** A worker with the core in it. */
export interface Analyzer {
  /** Analyzes a text. Rejects with a `NutgrafError`, or with the signal's reason when that fires. */
  analyze(text: string, options?: AnalyzeOptions): Promise<View>;
  /** How long the core took for the last answer, in milliseconds; null before the first. */
  readonly milliseconds: number | null;
  /** Settles when the worker has everything and will ask for nothing more. */
  readonly whole: Promise<void>;
  /** The version of the core. */
  version(): Promise<string>;
  /** Ends the worker; what is under way is rejected with code "closed". */
  close(): void;
}

/**
 * - `bad_option`: an option makes no sense; the message says what would.
 * - `crashed`: the worker ended on this text; the next call starts another.
 * - `not_loaded`: the program itself could not be loaded; the message says which file, and what came instead.
 * - `refused`: the page's Content-Security-Policy does not let it run; `directive` says what is missing.
 * - `closed`: the analyzer was closed.
 * - `no_article`, `too_short`: of the element: what `for` names is not there; there is too little text to sum up.
 */
export type ErrorCode = "bad_option" | "crashed" | "not_loaded" | "refused" | "closed" | "no_article" | "too_short";

export class NutgrafError extends Error {
  constructor(code: ErrorCode, message: string, options?: ErrorOptions & { directive?: string | null });
  readonly code: ErrorCode;
  /** With code `refused`: the directive of the page's policy that is missing or in the way. */
  readonly directive: string | null;
}

/**
 * Loads the core of the analyzer that all callers of `analyze` share; calling it again changes nothing. There is no
 * need to call it, unless the files lie elsewhere or should be there early.
 */
export function init(source?: Source | Promise<Source> | Sources): Promise<void>;

/** Starts a worker and waits until the core is loaded. */
export function createAnalyzer(options?: AnalyzerOptions): Promise<Analyzer>;

/** Analyzes a text with an analyzer that all callers share, started with the first call. */
export function analyze(text: string, options?: AnalyzeOptions): Promise<View>;

/** The view as a Markdown document: headline, summary, article, findings. */
export function toMarkdown(view: View): string;

/** The view as Web Annotations: one for every finding, with quote and position selectors. */
export function toAnnotations(view: View): object;

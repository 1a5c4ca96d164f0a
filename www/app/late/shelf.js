// @ts-check
// The reader's library: articles, their marks. All of it stands in memory; what is to be kept also goes to IndexedDB,
// record by record, so that two tabs never write over each other. Off until the reader switches it on. Where the
// platform refuses, or has no room, the memory goes on alone and `trouble` says so.

import { fingerprint } from "../../lib/quote-selector.js";
import { asMark, newId } from "../../lib/marks-file.js";

/** @typedef {import("../../lib/marks-file.js").OwnMark} OwnMark */
/** @typedef {import("../../lib/index.d.ts").Hints} Hints */
/** @typedef {{ start: number, end: number }} Span */

/**
 * @typedef {object} Article
 * @property {string} id
 * @property {string} hash   of the text, to know it again
 * @property {string} title
 * @property {string} site
 * @property {string | null} url
 * @property {number} words
 * @property {string} first  when it was read first, ISO 8601
 * @property {string} last
 * @property {import("../../lib/similar.js").Profile | null} profile
 */

/** @typedef {{ id: string, text: string, hints: Hints | null, sentences: Span[] }} Text */
/** A mark, the article it belongs to, and the hash of the text that its offsets count in. @typedef {OwnMark & { article: string, of: string }} KeptMark */
/** @typedef {{ article: Article, text: Text, marks: KeptMark[] }} Bundle */

const NAME = "nutgraf-library";
const VERSION = 1;
const STORES = /** @type {const} */ (["articles", "texts", "marks"]);
const SWITCH = "nutgraf-history";
/** The format of the exported file. */
const FORMAT = 1;

export class Shelf extends EventTarget {
  /** @type {Map<string, Article>} */ articles = new Map();
  /** @type {Map<string, KeptMark>} */ marks = new Map();
  /** What went wrong with keeping, if anything. @type {"refused" | "full" | "newer" | null} */ trouble = null;
  /** Texts that are in memory. @type {Map<string, Text>} */ #texts = new Map();
  /** @type {IDBDatabase | null} */ #db = null;
  #on = stored() === "on";
  #others = typeof BroadcastChannel === "function" ? new BroadcastChannel(NAME) : null;
  /** Writes wait for each other: what is read back is never older than what was written. @type {Promise<unknown>} */ #queue = Promise.resolve();

  /** Whether new articles are kept. */
  get on() {
    return this.#on;
  }

  /** Whether what is written outlives the tab. */
  get lasts() {
    return this.#db !== null && this.trouble === null;
  }

  /** Reads what was kept before. */
  async open() {
    if (this.#others) this.#others.onmessage = () => this.#reload();
    // Nothing was ever kept: no database is made.
    if (stored() !== null) await this.#connect();
    this.#changed();
  }

  /** @param {boolean} on */
  async setOn(on) {
    this.#on = on;
    if (!store(on ? "on" : "off")) this.trouble = "refused";
    if (on) {
      await this.#connect();
      // What this tab holds in memory is kept from now on as well.
      for (const id of this.articles.keys()) await this.#write(id);
    }
    this.#others?.postMessage("changed");
    this.#changed();
  }

  /** The article with this text. @param {string} text */
  find(text) {
    const hash = fingerprint(text);
    return [...this.articles.values()].find((it) => it.hash === hash) ?? null;
  }

  /**
   * Takes an article in, or brings up to date what is known of it.
   * @param {Article} article
   * @param {Omit<Text, "id">} text
   */
  async put(article, text) {
    this.articles.set(article.id, article);
    this.#texts.set(article.id, { ...text, id: article.id });
    await this.#write(article.id);
    this.#changed();
  }

  /** @param {string} id @returns {Promise<Text | null>} */
  async text(id) {
    const known = this.#texts.get(id);
    if (known || !this.#db) return known ?? null;
    await this.#queue;
    return (await ask(this.#db.transaction("texts").objectStore("texts").get(id))) ?? null;
  }

  /** @param {string} id */
  marksOf(id) {
    return [...this.marks.values()].filter((it) => it.article === id);
  }

  /** @param {KeptMark} mark */
  async putMark(mark) {
    this.marks.set(mark.id, mark);
    await this.#transact((stores) => {
      stores.marks.put(mark);
      // Deleted in another tab while it is open here: a mark needs its article.
      const article = this.articles.get(mark.article);
      const text = this.#texts.get(mark.article);
      const there = stores.articles.getKey(mark.article);
      there.onsuccess = () => {
        if (there.result !== undefined || !article || !text) return;
        stores.articles.put(article);
        stores.texts.put(text);
      };
    });
    this.#changed({ articles: false });
  }

  /** @param {string} id */
  async removeMark(id) {
    this.marks.delete(id);
    await this.#transact((stores) => stores.marks.delete(id));
    this.#changed({ articles: false });
  }

  /** Takes an article out, and hands it over for the way back. @param {string} id @returns {Promise<Bundle | null>} */
  async remove(id) {
    const bundle = await this.#bundle(id);
    this.#forget(id);
    await this.#transact((stores) => {
      stores.articles.delete(id);
      stores.texts.delete(id);
      eachMark(stores.marks, id, (cursor) => cursor.delete());
    });
    this.#changed();
    return bundle;
  }

  /** @param {Bundle} bundle */
  async restore({ article, text, marks }) {
    this.articles.set(article.id, article);
    this.#texts.set(article.id, text);
    for (const it of marks) this.marks.set(it.id, it);
    await this.#write(article.id);
    this.#changed();
  }

  async erase() {
    for (const id of [...this.articles.keys()]) this.#forget(id);
    this.marks.clear();
    await this.#transact((stores) => STORES.forEach((it) => stores[it].clear()));
    this.#changed();
  }

  /** The articles in whose text or notes the words stand. @param {string} words @returns {Promise<Article[]>} */
  async search(words) {
    const wanted = fold(words).split(/\s+/).filter((it) => it !== "");
    const found = [];
    for (const article of this.articles.values()) {
      const notes = this.marksOf(article.id).map((it) => it.note);
      let where = fold([article.title, article.site, ...notes].join("\n"));
      if (!wanted.every((it) => where.includes(it))) where += `\n${fold((await this.text(article.id))?.text ?? "")}`;
      if (wanted.every((it) => where.includes(it))) found.push(article);
    }
    return found;
  }

  /** All of it, as one JSON file. */
  async exportAll() {
    const articles = [];
    for (const id of this.articles.keys()) {
      const bundle = await this.#bundle(id);
      if (!bundle) continue;
      const { id: _, ...article } = bundle.article;
      const { id: __, ...text } = bundle.text;
      articles.push({ ...article, ...text, marks: bundle.marks.map(({ article: _, ...it }) => it) });
    }
    return JSON.stringify({ format: NAME, version: FORMAT, articles }, null, 1);
  }

  /**
   * Takes an exported file in. What is here already stays; marks that both have are taken as they are newest.
   * @param {string} content
   * @returns {Promise<{ n_articles: number, n_marks: number, skipped: number } | "broken" | "newer" | "marks">}
   */
  async importAll(content) {
    let data;
    try {
      data = JSON.parse(content);
    } catch {
      return content.includes("<!-- nutgraf-mark ") ? "marks" : "broken";
    }
    if (data?.type?.startsWith?.("Annotation")) return "marks";
    if (data?.format !== NAME || !Array.isArray(data.articles)) return "broken";
    if (!(data.version <= FORMAT)) return "newer";
    let [n_articles, n_marks, skipped] = [0, 0, 0];
    for (const it of data.articles) {
      if (typeof it?.text !== "string" || it.text === "") {
        skipped++;
        continue;
      }
      const known = this.find(it.text);
      const article = known ?? articleFrom(it);
      const text = { id: article.id, text: it.text, hints: isObject(it.hints) ? it.hints : null, sentences: spans(it.sentences, it.text) };
      const marks = [];
      for (const data of Array.isArray(it.marks) ? it.marks : []) {
        const mark = asMark(data);
        const before = mark && this.marks.get(mark.id);
        if (!mark) skipped++;
        else if (!before || before.modified < mark.modified) marks.push({ ...mark, article: article.id, of: typeof data.of === "string" ? data.of : "" });
      }
      if (known && marks.length === 0) continue;
      if (!known) n_articles++;
      n_marks += marks.length;
      this.articles.set(article.id, article);
      this.#texts.set(article.id, known ? ((await this.text(article.id)) ?? text) : text);
      for (const mark of marks) this.marks.set(mark.id, mark);
      await this.#write(article.id);
    }
    this.#changed();
    return { n_articles, n_marks, skipped };
  }

  async #connect() {
    if (this.#db) return;
    try {
      this.#db = await openDatabase();
      this.#db.onversionchange = ({ newVersion }) => {
        this.#db?.close();
        this.#db = null;
        // Without a version it was deleted from outside: it begins anew.
        if (newVersion) this.#fail("newer");
        else this.#connect();
      };
      await this.#load();
    } catch (error) {
      this.#fail(error instanceof DOMException && error.name === "VersionError" ? "newer" : "refused");
    }
  }

  /** What another tab has changed. */
  async #reload() {
    const choice = stored();
    if (choice !== null) {
      this.#on = choice === "on";
      await this.#connect();
    }
    await this.#queue;
    if (this.#db) await this.#load().catch(() => {});
    this.#changed({ mine: false });
  }

  /** Reads articles and marks; what only memory has stays. */
  async #load() {
    const db = /** @type {IDBDatabase} */ (this.#db);
    const transaction = db.transaction(["articles", "marks"]);
    /** @type {[Article[], KeptMark[]]} */
    const [articles, marks] = await Promise.all([ask(transaction.objectStore("articles").getAll()), ask(transaction.objectStore("marks").getAll())]);
    for (const [id] of this.articles) if (this.#written.has(id)) this.articles.delete(id);
    for (const [id, it] of this.marks) if (this.#written.has(it.article)) this.marks.delete(id);
    for (const it of articles) {
      this.articles.set(it.id, it);
      this.#written.add(it.id);
    }
    for (const it of marks) this.marks.set(it.id, it);
  }

  /** Articles that are in the database, not in memory alone. @type {Set<string>} */ #written = new Set();

  /** Writes an article with all it has. @param {string} id */
  #write(id) {
    const article = this.articles.get(id);
    const text = this.#texts.get(id);
    if (!article) return Promise.resolve();
    const marks = this.marksOf(id);
    return this.#transact((stores) => {
      stores.articles.put(article);
      if (text) stores.texts.put(text);
      for (const it of marks) stores.marks.put(it);
    }, () => this.#written.add(id));
  }

  /**
   * @param {(stores: Record<typeof STORES[number], IDBObjectStore>) => void} act
   * @param {() => void} [written]
   */
  #transact(act, written) {
    const run = async () => {
      const db = this.#db;
      if (!db) return;
      try {
        await new Promise((resolve, reject) => {
          const transaction = db.transaction([...STORES], "readwrite");
          transaction.oncomplete = resolve;
          transaction.onabort = transaction.onerror = () => reject(transaction.error);
          act(/** @type {any} */ (Object.fromEntries(STORES.map((it) => [it, transaction.objectStore(it)]))));
        });
        written?.();
        if (this.trouble === "full") this.trouble = null;
        this.#others?.postMessage("changed");
      } catch (error) {
        this.#fail(error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "refused");
      }
    };
    return (this.#queue = this.#queue.then(run));
  }

  /** @param {string} id @returns {Promise<Bundle | null>} */
  async #bundle(id) {
    const article = this.articles.get(id);
    const text = await this.text(id);
    return article && text ? { article, text, marks: this.marksOf(id) } : null;
  }

  /** @param {string} id */
  #forget(id) {
    this.articles.delete(id);
    this.#texts.delete(id);
    this.#written.delete(id);
    for (const it of this.marksOf(id)) this.marks.delete(it.id);
  }

  /** @param {"refused" | "full" | "newer"} trouble */
  #fail(trouble) {
    this.trouble = trouble;
    this.dispatchEvent(new Event("trouble"));
  }

  /** mine: not another tab; articles: not marks alone. */
  #changed({ mine = true, articles = true } = {}) {
    this.dispatchEvent(new CustomEvent("change", { detail: { mine, articles } }));
  }
}

/** @returns {Promise<IDBDatabase>} */
function openDatabase() {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    for (const it of STORES) request.result.createObjectStore(it, { keyPath: "id" });
    /** @type {IDBTransaction} */ (request.transaction).objectStore("marks").createIndex("article", "article");
  };
  return ask(request);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function ask(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBObjectStore} store @param {string} id @param {(cursor: IDBCursorWithValue) => void} act */
function eachMark(store, id, act) {
  const request = store.index("article").openCursor(IDBKeyRange.only(id));
  request.onsuccess = () => {
    if (!request.result) return;
    act(request.result);
    request.result.continue();
  };
}

/** @param {any} it @returns {Article} */
function articleFrom(it) {
  const string = (/** @type {unknown} */ value, /** @type {string} */ otherwise = "") => (typeof value === "string" ? value : otherwise);
  const now = new Date().toISOString();
  const isProfile = Array.isArray(it.profile?.terms) && isObject(it.profile.labels) && it.profile.terms.every((/** @type {any} */ term) => typeof term?.[0] === "string" && typeof term[1] === "number");
  return {
    id: newId(),
    hash: fingerprint(it.text),
    title: string(it.title),
    site: string(it.site),
    url: string(it.url) || null,
    words: Number.isFinite(it.words) ? it.words : 0,
    first: string(it.first, now),
    last: string(it.last, now),
    profile: isProfile ? { terms: it.profile.terms, labels: it.profile.labels } : null,
  };
}

/** @param {any} it @param {string} text @returns {Span[]} */
function spans(it, text) {
  const fits = (/** @type {any} */ span) => Number.isInteger(span?.start) && Number.isInteger(span.end) && span.start >= 0 && span.start < span.end && span.end <= text.length;
  return Array.isArray(it) && it.every(fits) ? it.map(({ start, end }) => ({ start, end })) : [];
}

/** @param {unknown} it */
function isObject(it) {
  return typeof it === "object" && it !== null && !Array.isArray(it);
}

/** @param {string} text */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function stored() {
  try {
    return localStorage.getItem(SWITCH);
  } catch {
    return null;
  }
}

/** @param {string} value */
function store(value) {
  try {
    localStorage.setItem(SWITCH, value);
    return true;
  } catch {
    return false;
  }
}

// @ts-check
// The reader's own things begin: marks, library, similar articles, reading aloud. In: what the page lends them. They learn of
// articles by the page's events, and say what they want by events of their own.

import { fingerprint } from "../../lib/quote-selector.js";
import { profile } from "../../lib/similar.js";
import { byId, h } from "../dom.js";
import { release } from "../release.js";
import { LibraryDialog } from "./library-dialog.js";
import { OwnList } from "./own-list.js";
import { OwnMarks } from "./own-marks.js";
import { Shelf } from "./shelf.js";
import { SimilarPane } from "./similar-pane.js";
import { Speech } from "./speech.js";
import { loadOwnWords, words } from "./words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */
/** @typedef {import("../panes/input.js").Source} Source */

/**
 * What the page lends.
 * @typedef {object} Lent
 * @property {import("../panes/article.js").ArticlePane} article
 * @property {import("../keys.js").Keys} keys
 * @property {import("../panes/tabs.js").Tabs} tabs
 * @property {import("../undo.js").Undo} undo
 * @property {() => View | null} view
 * @property {() => Source} source
 * @property {() => { start: number, end: number } | null} place  where the reader went
 * @property {(text: string, hints: import("../../lib/index.d.ts").Hints | null) => void} read
 * @property {() => import("./html.js").OwnMark[]} own  the reader's marks, from here
 */

/** @typedef {Lent & { root: HTMLElement, say: import("../undo.js").Undo["offer"] }} Page */

/** An edited text is the same article while this share of it is as it was. */
const SAME = 0.5;

/** @type {Promise<unknown> | undefined} */
let prepared;

/** Fetches what comes with it: the words and the style sheet. Without the latter all works, and looks plain. */
export function prepare() {
  return (prepared ??= Promise.all([loadOwnWords(), style()]));
}

/** @param {Lent} lent */
export async function startOwn(lent) {
  const live = h("p", { class: "visually-hidden", role: "status" });
  byId("main").append(live);
  const page = /** @type {Page} */ (Object.assign(lent, { root: byId("article"), say }));
  const shelf = new Shelf();
  /** What is open: its article as it would stand on the shelf, the source it came from. @type {{ article: import("./shelf.js").Article, view: View, source: Source } | null} */
  let open = null;

  const marks = new OwnMarks(page, shelf, keep);
  page.own = () => marks.placed.flatMap(({ place, mark: { colour, note } }) => (place ? [{ ...place, colour, note }] : []));
  const list = new OwnList(page.tabs.panels.own, byId("tab-own"), marks, page, () => open && { text: open.view.text, title: open.article.title, url: open.article.url });
  const library = new LibraryDialog(page, shelf, switchHistory);
  const nearby = new SimilarPane(page, shelf, () => switchHistory(true));
  const speech = new Speech(page);

  document.addEventListener("nutgraf-read", read);
  document.addEventListener("nutgraf-text", () => speech.stop());
  document.addEventListener("nutgraf-open-kept", (event) => reopen(/** @type {CustomEvent} */ (event).detail));
  shelf.addEventListener("change", (event) => {
    const { mine, articles } = /** @type {CustomEvent} */ (event).detail;
    if (!mine) marks.refresh();
    if (open && articles) nearby.update(open.view, open.article);
  });
  shelf.addEventListener("trouble", () => {
    if (shelf.trouble) page.say(words.library[shelf.trouble], null);
  });
  marks.addEventListener("change", () => (list.saved = false));
  addEventListener("beforeunload", (event) => {
    // Only what would be lost is worth a question.
    const hasNotes = [...shelf.marks.values()].some((it) => it.note);
    if (hasNotes && !shelf.lasts && !list.saved) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || document.querySelector("dialog[open]") || !speech.isOpen || marks.isBusy) return;
    event.preventDefault();
    speech.stop(true);
  }, true);

  const t = words.keys;
  page.keys.add({ show: ["h"], help: t.mark, on: { h: () => marks.key() } });
  page.keys.add({ show: ["Delete"], help: t.remove, on: { Delete: () => marks.remove(), Backspace: () => marks.isChosen && marks.remove() } });
  page.keys.add({ show: ["r"], help: t.aloud, on: { r: () => speech.key() } });
  page.keys.add({ show: ["l"], help: t.library, on: { l: () => library.show() }, empty: true });
  for (const it of ["library-button", "listen-button"]) byId(it).hidden = false;
  byId("library-button").textContent = words.library.button;
  byId("listen-button").textContent = words.speech.button;

  await shelf.open();
  read();

  /** The page has read something. */
  async function read() {
    const view = page.view();
    const source = page.source();
    if (!view || view.text === "") return;
    const now = new Date().toISOString();
    const same = open && isSame(open, view, source) ? open.article : null;
    const known = same ?? shelf.find(view.text);
    const hash = fingerprint(view.text);
    const id = known?.id ?? (shelf.articles.has(hash) ? `${hash}-${Date.now().toString(36)}` : hash);
    const { metadata } = view;
    const article = {
      id,
      hash,
      title: metadata?.headline ?? view.text.trim().slice(0, 80).split("\n")[0],
      site: metadata?.site ?? "",
      url: metadata?.url ?? null,
      words: view.statistics?.words ?? 0,
      first: known?.first ?? now,
      last: now,
      profile: profile(view),
    };
    const isNews = open?.article.hash !== hash || open.article.id !== id;
    open = { article, view, source };
    marks.show({ id, hash, text: view.text });
    if (isNews && (shelf.on || shelf.articles.has(id))) await shelf.put(article, kept(open));
    else nearby.update(view, article);
  }

  /** Puts the open article on the shelf, where its marks need it. */
  async function keep() {
    if (open && !shelf.articles.has(open.article.id)) await shelf.put(open.article, kept(open));
  }

  /** @param {boolean} on */
  async function switchHistory(on) {
    if (on) await keep();
    await shelf.setOn(on);
  }

  /** @param {string} id */
  async function reopen(id) {
    const text = await shelf.text(id);
    if (text) page.read(text.text, text.hints);
    else page.say(words.library.gone, null);
  }

  /** Says what was done, to the eye and to the ear. @type {Page["say"]} */
  function say(...said) {
    page.undo.offer(...said);
    live.textContent = said[0];
  }
}

/** @param {{ view: View, source: Source }} open */
function kept({ view, source }) {
  return { text: view.text, hints: source.hints, sentences: (view.sentences ?? []).map(({ start, end }) => ({ start, end })) };
}

/**
 * Whether a text is the one before, edited or read in another way, and not another article.
 * @param {{ view: View, source: Source }} before
 * @param {View} view
 * @param {Source} source
 */
function isSame(before, view, source) {
  if (source === before.source || source.structured === before.source || before.source.structured === source) return true;
  if (source.origin !== "typed") return false;
  const [a, b] = [before.view.text, view.text];
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return head + tail >= SAME * Math.max(a.length, b.length);
}

function style() {
  if (release) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("./own.css", import.meta.url).href;
  const loaded = new Promise((resolve) => (link.onload = link.onerror = resolve));
  document.head.append(link);
  return loaded;
}

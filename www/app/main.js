// @ts-check
// Wires the panes to the analyzer, and owns the page's few pieces of state: the source, its view, the summary's length
// and question, and the sources before this one.

import { createAnalyzer } from "../lib/index.js";
import { Breath } from "./breath.js";
import { byId } from "./dom.js";
import { looksLikeHtml } from "./files.js";
import { Journey } from "./journey.js";
import { Keys, addReadingKeys } from "./keys.js";
import { fetchLate, late } from "./late.js";
import { Marks } from "./marks.js";
import { startOffline } from "./offline.js";
import { ArticlePane } from "./panes/article.js";
import { DonePane } from "./panes/done.js";
import { InputPane, source } from "./panes/input.js";
import { KeyphrasesPane } from "./panes/keyphrases.js";
import { LegendPane } from "./panes/legend.js";
import { MinimapPane } from "./panes/minimap.js";
import { NumbersPane } from "./panes/numbers.js";
import { OutlinePane } from "./panes/outline.js";
import { PeoplePane } from "./panes/people.js";
import { StylePane } from "./panes/style.js";
import { SummaryPane } from "./panes/summary.js";
import { Tabs } from "./panes/tabs.js";
import { TimelinePane } from "./panes/timeline.js";
import { startPrivacy } from "./privacy.js";
import { startRoving } from "./roving.js";
import { tintRows } from "./row.js";
import { Sheets } from "./sheets.js";
import { keepMarksAsText, marksAsText, setStrongMarks, startTheme, strongMarks } from "./theme.js";
import { Undo } from "./undo.js";
import { words } from "./words.js";

/** @typedef {import("../lib/index.d.ts").View} View */
/** @typedef {import("./panes/input.js").Source} Source */

/** A text longer than this is read when the reader says so. In UTF-16 units. */
const LONG = 2_000_000;
/** The note of an answer that came before everything was loaded: the whole one follows. */
const EARLY = "supplement_missing";
/** Nothing is said of reading before it takes this long, in milliseconds. */
const PATIENCE = 300;
/** A text longer than this is shown before its answer is there. In UTF-16 units. */
const SOON = 60_000;

const results = byId("results");
const input = new InputPane(byId("input"));
const done = new DonePane();
const article = new ArticlePane(byId("article"));
const summary = new SummaryPane(byId("summary"));
const legend = new LegendPane(byId("legend"));
const minimap = new MinimapPane(/** @type {HTMLCanvasElement} */ (byId("minimap")), byId("article"));
const marks = new Marks(article);
const sheets = new Sheets();
const undo = new Undo();
const journey = new Journey(article, marks, summary, minimap, sheets);
/** What fills each tab of the rail, by its name in `words.tabs` and in their order; the last one, the reader's own marks, comes late. */
const findings = {
  people: PeoplePane,
  outline: OutlinePane,
  timeline: TimelinePane,
  numbers: NumbersPane,
  keyphrases: KeyphrasesPane,
  style: StylePane,
};
const tabs = new Tabs(byId("lists"), words.page.findings, words.tabs);
const lists = Object.entries(findings).map(([name, Pane]) => new Pane(tabs.panels[name]));
const outline = lists[Object.keys(findings).indexOf("outline")];

/** @type {Source} */
let current = source("");
/** @type {View | null} */
let view = null;
let length = 3;
let query = "";
/** The day of publication, when the reader knows it better. */
let published = "";
/** Gives up the analysis under way when a newer one begins; the same for another summary of the same text. */
let working = new AbortController();
let asking = new AbortController();

/** The analyzer; null when it could not be loaded, until somebody asks for it again. @type {Promise<import("../lib/index.d.ts").Analyzer> | null} */
let analyzer = null;

/** The analyzer, which may have to be started. */
function core() {
  analyzer ??= createAnalyzer();
  return analyzer;
}

// At once: it is ready when the paste comes.
core().then(
  () => performance.mark("nutgraf-ready"),
  () => {},
);
/** Everything that the page will ever ask for is here, or cannot be had. */
const loaded = Promise.allSettled([core().then((it) => it.whole).finally(fetchLate), input.loaded]);

document.addEventListener("nutgraf-text", (event) => {
  const { source: it, settled, same } = /** @type {CustomEvent} */ (event).detail;
  // The button again: the same text keeps its structure.
  if (same) read(current, { settled, force: true });
  else take(it, settled);
});
document.addEventListener("nutgraf-problem", (event) => problem(/** @type {CustomEvent} */ (event).detail));
document.addEventListener("nutgraf-length", (event) => {
  length = /** @type {CustomEvent} */ (event).detail;
  again();
});
document.addEventListener("nutgraf-ask", (event) => {
  query = /** @type {CustomEvent} */ (event).detail;
  again();
});
document.addEventListener("nutgraf-published", (event) => {
  published = /** @type {CustomEvent} */ (event).detail;
  read(current, { settled: false, force: true, still: true });
});
document.addEventListener("nutgraf-kind", (event) => {
  const { kind, on } = /** @type {CustomEvent} */ (event).detail;
  marks.switch(kind, on);
  if (view) minimap.update(view, marks.all());
});
document.addEventListener("nutgraf-strong", (event) => {
  setStrongMarks(/** @type {CustomEvent} */ (event).detail);
});
document.addEventListener("nutgraf-as-text", (event) => {
  const asText = /** @type {CustomEvent} */ (event).detail;
  keepMarksAsText(asText);
  marks.asText = asText;
});
document.addEventListener("nutgraf-copy", async (event) => {
  const { text, said = words.copied } = /** @type {CustomEvent} */ (event).detail;
  try {
    await navigator.clipboard.writeText(text);
    say(said);
  } catch {
    say(words.notCopied);
  }
});
document.addEventListener("nutgraf-said", (event) => say(/** @type {CustomEvent} */ (event).detail));
byId("article").addEventListener("nutgraf-shown", () => marks.follow());
byId("another").addEventListener("click", () => edit(true));
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    input.analyze();
  }
});

tintRows(byId("rail"));
startRoving(byId("rail"));
const nextTheme = startTheme(() => minimap.redraw());
legend.asText = marks.asText = marksAsText();
legend.strong = strongMarks();
setStrongMarks(strongMarks());
loaded.then(late.exports).then(({ startExport }) => startExport({ view: () => view, place: () => journey.place, kinds: () => marks.on, own: () => lent.own(), close: () => sheets.close(true) }), missing);
const offline = startOffline({
  offer: (take) => done.stand({ text: words.newVersion, id: "new_version", action: { id: "take-version", label: words.takeVersion, act: take } }),
  text: (text) => input.take(text),
  file: (file) => input.open(file),
  current: () => current.text,
  tooLong: () => problem(words.notKept),
});
startPrivacy(loaded, offline, missing);
// A page that was opened by a bookmark is waited for.
(location.hash.startsWith("#from=") ? late.bookmark() : loaded.then(late.bookmark)).then(({ hearBookmark }) => hearBookmark((it) => input.taken(it), problem), missing);
const keys = new Keys({ hasRead: () => view !== null, escape, undo: () => undo.last(), missing });
addReadingKeys(keys, { journey, legend, marks });
keys.add({ show: ["c"], help: words.keys.copy, on: { c: () => document.getElementById("copy-markdown")?.click() } });
/** What the reader's own things get from the page, and, once they are there, what the page gets of them. */
const lent = { article, keys, tabs, undo, view: () => view, source: () => current, place: () => journey.place, read: reopen, own: () => /** @type {import("./late/html.js").OwnMark[]} */ ([]) };
loaded.then(late.own).then(({ startOwn }) => startOwn(lent), missing);
keys.add({ show: ["t"], help: words.keys.theme, on: { t: nextTheme }, empty: true });

/**
 * A new source: the former one can be had back, unless this is it, typed further.
 * @param {Source} it
 * @param {boolean} settled
 */
function take(it, settled) {
  const former = current;
  const isTyped = it.origin === "typed" && it.text !== "";
  const goesOn = isTyped && former.origin === "typed";
  if (former.text !== "" && !goesOn && former.text !== it.text) undo.offer(it.text === "" ? words.cleared : words.replaced, () => restore(former));
  // While a text is edited, what was asked of it stays.
  if (isTyped) current = it;
  else forget(it);
  read(it, { settled, force: false });
}

/**
 * @param {Source} it
 * @param {{ settled: boolean, force: boolean, still?: boolean }} how  still: the page stays as it is, but for the result
 */
async function read(it, { settled, force, still = false }) {
  working.abort();
  asking.abort();
  working = new AbortController();
  const { signal } = working;
  if (it.text.trim() === "") {
    clear(settled || it.text !== "");
    // Who pressed the button is led to what it needs.
    if (settled) input.edit(false);
    return;
  }
  if (it.text.length > LONG && !force) {
    if (document.body.dataset.state !== "read") input.fill();
    done.say(words.nothing, actions());
    done.notes([{ text: words.long(it.text.length), id: "long", action: { id: "read-all", label: words.readAll, act: () => read(it, { settled: true, force: true }) } }]);
    return;
  }
  /** How far the article is laid out, once it takes long enough to tell. */
  const progress = () => done.say(article.progress ? words.readingAt(...article.progress) : words.reading, [{ id: "cancel", label: words.cancel, act: cancel }], true);
  const slow = setTimeout(() => {
    progress();
    byId("article").addEventListener("nutgraf-shown", progress, { signal });
  }, PATIENCE);
  signal.addEventListener("abort", () => clearTimeout(slow));
  // A long text stands there at once; its marks come when it is read.
  const preview = it.text.length > SOON && settled ? setTimeout(() => ahead(it), 30) : 0;
  try {
    const ready = await core();
    const first = await ready.analyze(it.text, { ...request(), hints: it.hints, signal, early: true });
    clearTimeout(preview);
    if (signal.aborted) return;
    const isWhole = !first.notes.some((note) => note.code === EARLY);
    await show(first, { settled, still, milliseconds: ready.milliseconds, isWhole, signal });
    if (isWhole || signal.aborted) return;
    const whole = await ready.analyze(it.text, { ...request(), hints: it.hints, signal });
    if (signal.aborted) return;
    await show(whole, { settled: false, still: true, milliseconds: ready.milliseconds, isWhole: true, signal });
  } catch (error) {
    if (!signal.aborted) failed(error);
  } finally {
    clearTimeout(preview);
    clearTimeout(slow);
    byId("article").removeEventListener("nutgraf-shown", progress);
  }
}

/** Gives up the reading under way; the text stays in the field. */
function cancel() {
  working.abort();
  if (!view) results.hidden = true;
  edit(false);
  say(words.cancelled);
}

/** The beginning of a long text, as it is, until its answer comes. @param {Source} it */
function ahead(it) {
  const hadFocus = byId("input").contains(document.activeElement);
  journey.end();
  marks.clear();
  view = null;
  article.preview(it.text);
  results.hidden = false;
  results.classList.add("ahead");
  document.body.dataset.state = "read";
  if (hadFocus) byId("article").focus({ preventScroll: true });
  scrollTo({ top: 0 });
}

function request() {
  return { sentences: length, query: query || null, published: published || null };
}

/** Another summary of the same text: nothing else is computed or built anew. */
async function again() {
  if (!view) return;
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const ready = await core();
    const found = await ready.analyze(current.text, { ...request(), only: "summary", hints: current.hints, signal });
    if (signal.aborted || !view) return;
    view = { ...view, summary: found.summary, notes: found.notes };
    summary.update(view, length);
    outline.update(view);
    marks.updateSummary(view);
    legend.update(view);
    minimap.update(view, marks.all());
    journey.refresh();
    remarks();
  } catch (error) {
    if (!signal.aborted) failed(error);
  }
}

/**
 * @param {View} found
 * @param {object} how
 * @param {boolean} how.settled
 * @param {boolean} how.still
 * @param {number | null} how.milliseconds
 * @param {boolean} how.isWhole
 * @param {AbortSignal} how.signal
 */
async function show(found, { settled, still, milliseconds, isWhole, signal }) {
  const breath = new Breath();
  const hadFocus = byId("input").contains(document.activeElement);
  view = found;
  journey.end();
  marks.clear();
  article.update(found);
  results.hidden = false;
  results.classList.remove("ahead");
  if (!still) document.body.dataset.state = settled ? "read" : "editing";
  if (settled) scrollTo({ top: 0 });
  /** @type {((view: View) => void)[]} */
  const steps = [
    (it) => summary.update(it, length),
    (it) => marks.update(it),
    () => marks.follow(),
    (it) => legend.update(it),
    ...lists.map((list) => (/** @type {View} */ it) => list.update(it)),
    (it) => minimap.update(it, marks.all()),
  ];
  for (const step of steps) {
    const due = breath.due();
    if (due) await due;
    if (signal.aborted) return;
    // Not `found`: the reader may have asked for another summary meanwhile.
    step(view);
  }
  // The live region speaks once, when all stands there.
  if (article.progress) await article.whole;
  if (signal.aborted) return;
  done.say(words.read(found.statistics?.words ?? 0, milliseconds), actions());
  if (isWhole) remarks();
  // The field is folded away: whoever was in it goes on at what it says.
  if (settled && hadFocus) byId("summary").focus({ preventScroll: true });
  if (isWhole) document.dispatchEvent(new CustomEvent("nutgraf-read"));
}

/** @param {boolean} inVain  there was something to be read, and nothing in it */
function clear(inVain) {
  view = null;
  journey.end();
  marks.clear();
  results.hidden = true;
  document.body.dataset.state = "empty";
  done.say(inVain ? words.nothing : undo.hasAny ? words.cleared : "", undo.hasAny ? [{ id: "undo", label: words.undo, act: () => undo.last() }] : []);
  done.notes([]);
}

/** What can be done about what was read. @returns {(import("./panes/done.js").Action | string)[]} */
function actions() {
  const found = [];
  if (document.body.dataset.state === "read") found.push({ id: "edit", label: words.edit, act: () => edit(false) });
  if (undo.hasAny) found.push({ id: "undo", label: words.undo, act: () => undo.last() });
  if (current.hints && current.plain) {
    found.push({ id: "plain", label: words.plain, act: () => swap(source(/** @type {string} */ (current.plain), { origin: current.origin, structured: current })) });
  } else if (current.structured) {
    const twin = current.structured;
    found.push({ id: "structured", label: words.structured, act: () => swap(twin) });
  }
  if (current.origin === "sample") found.push(words.sampleCredit);
  return found;
}

/** The notes of the view, and ours. */
function remarks() {
  if (!view) return;
  /** @type {import("./panes/done.js").Remark[]} */
  const found = [];
  const isHtml = !current.hints && !current.structured && looksLikeHtml(current.text);
  if (isHtml) found.push({ text: words.asPage, id: "html", action: { id: "as-page", label: words.readAsPage, act: () => input.asPage(current.text) } });
  if (current.fallback) found.push({ text: words.windows1252, id: "windows_1252" });
  for (const it of view.notes) {
    // Said in the summary's own place, or by our own offer.
    if (it.code === "query_not_found" || (isHtml && /html|source/.test(it.code))) continue;
    found.push({ text: words.notes[it.code] ?? it.message, id: it.code });
  }
  done.notes(found);
}

/** Closes what is open; else leads back. */
function escape() {
  if (sheets.isOpen) sheets.close(true);
  else if (journey.away) journey.back();
}

/** A part that comes late did not come. */
function missing() {
  problem(words.partMissing);
}

/** The other reading of the same source. @param {Source} it */
function swap(it) {
  input.show(it);
  current = it;
  read(it, { settled: true, force: true });
}

/** A source that was taken away comes back; what was typed in its place is not lost by it. @param {Source} it */
function restore(it) {
  input.show(it);
  const typed = current;
  forget(it);
  read(it, { settled: true, force: true });
  if (typed.origin === "typed" && typed.text !== "") undo.offer(words.replaced, null, { label: words.redo, act: () => restore(typed) });
}

/** A text from the reader's library. @param {string} text @param {import("../lib/index.d.ts").Hints | null} hints */
function reopen(text, hints) {
  const it = source(text, { hints, origin: "pasted" });
  input.show(it);
  take(it, true);
}

/** What was asked of another text does not hold for this one. @param {Source} it */
function forget(it) {
  current = it;
  query = "";
  published = "";
  summary.forget();
}

/** Back to the field. @param {boolean} all  ready to be replaced */
function edit(all) {
  document.body.dataset.state = view ? "editing" : "empty";
  done.say(view ? words.read(view.statistics?.words ?? 0, null) : "", actions());
  scrollTo({ top: 0 });
  input.edit(all);
}

/** @param {unknown} error */
function failed(error) {
  const code = error instanceof Error && "code" in error ? error.code : null;
  console.error(error);
  const text = code === "crashed" ? words.crashed : code === "not_loaded" || code === "refused" ? words.notLoaded : error instanceof Error ? `${words.failed} (${error.message})` : words.failed;
  // What did not load may load the next time.
  if (code === "not_loaded" || code === "refused" || code === "closed") analyzer = null;
  if (document.body.dataset.state === "read") document.body.dataset.state = "editing";
  input.fill();
  done.say("");
  done.notes([{ text, id: "failed", strong: true, action: { id: "try-again", label: words.tryAgain, act: () => read(current, { settled: true, force: true }) } }]);
}

/** Something that could not be taken; what was there stays. @param {string} text */
function problem(text) {
  done.notes([{ text, id: "problem", strong: true }]);
  near(text);
}

/** A passing word. @param {string} text */
function say(text) {
  done.say(text, actions());
  near(text);
}

/** Who has scrolled on does not see what the line above the article says. @param {string} text */
function near(text) {
  if (byId("done").getBoundingClientRect().bottom < 60) undo.offer(text, null);
}

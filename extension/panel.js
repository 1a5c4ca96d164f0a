// The panel beside the page: asks the page for its text, has it analyzed in a worker of its own, shows what was found,
// and has the page paint it. What the page says goes into this document as text and as nothing else.

import { h } from "../www/app/dom.js";
import { KINDS } from "../www/app/kinds.js";
import { summaryMarkdown } from "../www/lib/export.js";
import { createAnalyzer } from "../www/lib/index.js";

const platform = globalThis.browser ?? globalThis.chrome;
const byId = (id) => document.getElementById(id);

/** What the kinds of marks are called here. */
const NAMES = { key: "Key sentences", quote: "Quotes", person: "People", organization: "Organizations", place: "Places", date: "Dates", number: "Numbers" };
const SHOWN = KINDS.filter((it) => it.name in NAMES);

/** So many of a kind are listed. */
const MOST = 30;

/** A panel that is opened as a page of its own says which tab it is about. */
const fixed = Number(new URLSearchParams(location.search).get("tab")) || null;

let tab = null;
/** @type {any} */
let view = null;
/** @type {any} */
let source = null;
let sentences = 3;
let on = new Set(["key"]);
let working = new AbortController();
const analyzer = createAnalyzer();
analyzer.catch(() => {});

start();

async function start() {
  const kept = await platform.storage.local.get({ sentences: 3, marks: ["key"] }).catch(() => ({ sentences: 3, marks: ["key"] }));
  sentences = [3, 5, 8].includes(kept.sentences) ? kept.sentences : 3;
  on = new Set(Array.isArray(kept.marks) ? kept.marks.filter((it) => it in NAMES) : ["key"]);
  byId("read").addEventListener("click", () => read(false));
  byId("whole").addEventListener("click", () => read(true));
  byId("copy").addEventListener("click", copy);
  for (const it of document.querySelectorAll("[data-sentences]")) it.addEventListener("click", () => resize(Number(it.dataset.sentences)));
  platform.runtime.onMessage.addListener((message, sender) => {
    if (message?.nutgraf === "read" && !fixed) read(false);
    if (message?.nutgraf === "changed" && sender.tab?.id === tab) read(false, true);
  });
  // Another page in the same tab, or another tab: what is shown is of the one before.
  platform.tabs.onUpdated.addListener((id, change) => {
    if (id === tab && change.status === "complete") read(false, true);
    else if (id === tab && change.status === "loading") leave();
  });
  if (!fixed) platform.tabs.onActivated.addListener(() => read(false, true));
  addEventListener("pagehide", () => tab !== null && call("end").catch(() => {}));
  await read(false, true);
}

async function activeTab() {
  if (fixed) return fixed;
  const [it] = await platform.tabs.query({ active: true, currentWindow: true });
  return it?.id ?? null;
}

/** Calls a function of `page.js` in the page. */
async function call(name, ...args) {
  const [it] = await platform.scripting.executeScript({
    target: { tabId: tab },
    func: (name, args) => globalThis.nutgrafPage?.[name](...args),
    args: [name, args],
  });
  return it?.result;
}

/**
 * Reads the page.
 * @param {boolean} whole  also when something is selected
 * @param {boolean} [quietly]  of our own accord: a page that we may not read is none to complain of
 */
async function read(whole, quietly = false) {
  working.abort();
  working = new AbortController();
  const { signal } = working;
  try {
    tab = await activeTab();
    if (tab === null) return leave();
    say("Reading…");
    await platform.scripting.executeScript({ target: { tabId: tab }, files: ["page.js"] });
    const found = await call("read", whole);
    if (signal.aborted) return;
    if (!found) throw new Error("the page gave no answer");
    if (!found.text.trim()) return leave("There is no text on this page.");
    source = found;
    const core = await analyzer;
    const answer = await core.analyze(found.text, { sentences, hints: found.hints, url: found.url, title: found.title || null, furniture: found.isSelection ? "none" : "detect", signal });
    if (signal.aborted) return;
    view = answer;
    show();
    await platform.scripting.insertCSS({ target: { tabId: tab }, files: ["marks.css"] });
    await paint();
  } catch (error) {
    if (signal.aborted) return;
    const code = error?.code;
    if (code === "not_loaded" || code === "crashed") leave(`The analyzer failed: ${error.message}`);
    else if (quietly) leave("To read this page, press the nutgraf button in the toolbar.");
    else leave("This page cannot be read from here. Press the nutgraf button in the toolbar; pages of the browser itself stay closed to it.");
  }
}

/** Nothing is shown. @param {string} [why] */
function leave(why = "") {
  view = null;
  source = null;
  document.body.dataset.state = "empty";
  byId("result").hidden = true;
  say(why);
}

function say(text) {
  byId("status").textContent = text;
}

function show() {
  const { metadata, statistics } = view;
  document.body.dataset.state = "read";
  byId("result").hidden = false;
  byId("headline").textContent = source.isSelection ? "" : (metadata?.headline ?? source.title ?? "");
  byId("headline").hidden = byId("headline").textContent === "";
  byId("part").hidden = !source.isSelection;
  const minutes = Math.max(1, Math.round((statistics?.reading_seconds ?? 0) / 60));
  say(`${(statistics?.words ?? 0).toLocaleString("en")} words, ${minutes} min to read.`);
  showSummary();
  byId("marks").replaceChildren(...SHOWN.map(chip));
  fill("quotes", (view.quotes ?? []).filter((it) => it.speaker), (it) => line(it, h("span", { class: "who" }, it.speaker.name), slice(it)));
  fill("people", [...(view.entities ?? [])].sort((a, b) => b.salience - a.salience).filter((it) => it.mentions.some((mention) => mention.named)), (it) => {
    const n = it.mentions.filter((mention) => mention.named).length;
    return line(it.mentions.find((mention) => mention.named), it.name, n > 1 ? h("span", { class: "n" }, ` ×${n}`) : null);
  });
  fill("numbers", (view.quantities ?? []).filter((it) => it.kind !== "ordinal" && it.kind !== "number"), (it) => line(it, h("strong", {}, slice(it)), " ", around(it)));
  fill("timeline", view.timeline ?? [], (it) => line(view.dates[it.date], h("span", { class: "who" }, it.value), slice(view.sentences[it.sentence])));
  byId("notes").replaceChildren(...view.notes.filter((it) => it.code !== "supplement_missing").map((it) => h("li", {}, it.message)));
}

function showSummary() {
  for (const it of document.querySelectorAll("[data-sentences]")) it.setAttribute("aria-pressed", String(Number(it.dataset.sentences) === sentences));
  const lines = view.summary.sentences.map((idx) => h("li", {}, line(view.sentences[idx], slice(view.sentences[idx]))));
  byId("summary").replaceChildren(...lines);
}

/** A list, or nothing where there is nothing to list. */
function fill(id, items, make) {
  byId(`${id}-part`).hidden = items.length === 0;
  byId(id).replaceChildren(...items.slice(0, MOST).map((it) => h("li", {}, make(it))));
}

/** A line that leads to its place in the page. */
function line(span, ...children) {
  const button = h("button", { type: "button", class: "line" }, ...children);
  button.addEventListener("click", async () => {
    for (const it of document.querySelectorAll("[aria-current]")) it.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
    const found = await call("go", { start: span.start, end: span.end }).catch(() => false);
    if (!found) say("The page no longer shows this place.");
  });
  return button;
}

function slice({ start, end }) {
  return view.text.slice(start, end).replace(/\s+/g, " ").trim();
}

/** The sentence that a stretch stands in, shortened. */
function around({ start }) {
  const it = view.sentences.find((it) => it.start <= start && start < it.end);
  const text = it ? slice(it) : "";
  return h("span", { class: "n" }, text.length > 110 ? `${text.slice(0, 110)}…` : text);
}

function chip(kind) {
  const n = kind.of(view).length;
  const button = h("button", { type: "button", "aria-pressed": String(on.has(kind.name)), "data-kind": kind.name }, `${NAMES[kind.name]} ${n}`);
  button.addEventListener("click", () => {
    if (!on.delete(kind.name)) on.add(kind.name);
    button.setAttribute("aria-pressed", String(on.has(kind.name)));
    keep();
    paint();
  });
  return button;
}

/** Has the page paint what is switched on. */
async function paint() {
  const kinds = {};
  for (const kind of SHOWN) {
    if (!on.has(kind.name)) continue;
    for (const { start, end, ...it } of kind.of(view)) (kinds[kind.style?.(it) ?? kind.name] ??= []).push({ start, end });
  }
  await call("paint", kinds);
}

async function resize(n) {
  sentences = n;
  keep();
  if (!view) return;
  const core = await analyzer;
  const { summary } = await core.analyze(source.text, { sentences, hints: source.hints, only: "summary", furniture: source.isSelection ? "none" : "detect" });
  view = { ...view, summary };
  showSummary();
  await paint();
}

function keep() {
  platform.storage.local.set({ sentences, marks: [...on] }).catch(() => {});
}

async function copy() {
  try {
    await navigator.clipboard.writeText(summaryMarkdown(view));
    say("Copied.");
  } catch {
    say("The clipboard is closed to us.");
  }
}

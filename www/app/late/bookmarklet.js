// @ts-check
// Reading from any page: a bookmark sends what is selected there, or the whole page, to this one. No server is between:
// the bookmark opens this page and hands the text over by `postMessage`.
//
// Both sides look at each other. The bookmark makes a number that is used once and puts it into the address that it
// opens; this page says "ready" with that number to the window that opened it, and takes one message from that window
// with that number. The bookmark listens to the window it opened, at this page's origin, and addresses its message to
// that origin: if something else is shown there by then, the browser delivers nothing.

import { h } from "../dom.js";
import { words } from "../words.js";

/** How long this page waits for the other one, in milliseconds. */
const PATIENCE = 20_000;

/** What stands before the number in the address. */
const MARK = "#from=";

/**
 * What the bookmark does, in the other page. It is written out as text: nothing of this module is there.
 * @param {string} address
 */
function send(address) {
  const number = Array.from(crypto.getRandomValues(new Uint32Array(4)), (it) => it.toString(36)).join("");
  const { origin } = new URL(address);
  const selection = getSelection();
  const box = document.createElement("div");
  for (let idx = 0; selection && idx < selection.rangeCount; idx++) box.append(selection.getRangeAt(idx).cloneContents());
  const selected = selection ? String(selection).trim() : "";
  const html = selected ? box.innerHTML : document.documentElement.outerHTML;
  const target = open(address + "#from=" + number, "nutgraf");
  const hear = (/** @type {MessageEvent} */ event) => {
    if (event.source !== target || event.origin !== origin || event.data?.nutgraf !== "ready" || event.data.number !== number) return;
    removeEventListener("message", hear);
    target?.postMessage({ nutgraf: "article", number, html, text: selected, url: location.href }, origin);
  };
  addEventListener("message", hear);
}

/** The address of the bookmark that leads to this page. */
export function bookmarklet() {
  const script = String(send).replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, " ");
  return `javascript:(${encodeURIComponent(script)})(${encodeURIComponent(JSON.stringify(location.origin + location.pathname))})`;
}

/** The link that is dragged to the bookmarks, and what it is for. @returns {HTMLElement | null} */
export function bookmarkLink() {
  // Pages of the net may not open one from disk.
  if (location.protocol === "file:") return null;
  const link = h("a", { class: "bookmark", draggable: "true" }, words.bookmark.name);
  link.href = bookmarklet();
  const hint = h("p", { role: "status", class: "hint" });
  // Here it would read this page; and the policy of this page forbids it.
  link.addEventListener("click", (event) => {
    event.preventDefault();
    hint.textContent = words.bookmark.drag;
  });
  return h("section", {}, h("h3", {}, words.bookmark.title), h("p", {}, words.bookmark.how), h("p", {}, link), hint);
}

/**
 * Takes what a bookmark sends, when this page was opened by one; also when it was open already.
 * @param {(it: { html: string, text: string }) => void} take
 * @param {(why: string) => void} problem
 */
export function hearBookmark(take, problem) {
  addEventListener("hashchange", () => hear(take, problem));
  hear(take, problem);
}

/**
 * @param {(it: { html: string, text: string }) => void} take
 * @param {(why: string) => void} problem
 */
function hear(take, problem) {
  if (!location.hash.startsWith(MARK)) return;
  const number = location.hash.slice(MARK.length);
  // Used once: loading the page again asks nobody.
  history.replaceState(null, "", location.pathname + location.search);
  const { opener } = window;
  // The other page may have cut itself off from what it opens.
  if (!opener) return problem(words.bookmark.refused);
  const end = new AbortController();
  const { signal } = end;
  const late = setTimeout(() => {
    end.abort();
    problem(words.bookmark.refused);
  }, PATIENCE);
  addEventListener("message", ({ source, data }) => {
    if (source !== opener || data?.nutgraf !== "article" || data.number !== number) return;
    end.abort();
    clearTimeout(late);
    const { html, text } = data;
    if (typeof html === "string" && typeof text === "string") take({ html, text });
  }, { signal });
  // To whoever opened us: the number alone goes over, which that window made.
  opener.postMessage({ nutgraf: "ready", number }, "*");
}

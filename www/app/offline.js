// @ts-check
// The page without a network: a service worker keeps it. A new version never takes over by itself; the reader's text
// outlives the change. Texts that other apps share, and files opened with the installed page, come in here.

import { scriptUrl } from "../lib/trusted.js";
import { release } from "./release.js";

const KEPT = "nutgraf-kept-text";
const SHARED = "nutgraf-shared";

/**
 * @param {object} page
 * @param {(take: () => void) => void} page.offer  says that a new version is there
 * @param {(text: string) => void} page.text  takes a text that came in
 * @param {(file: File) => void} page.file  takes a file
 * @param {() => string} page.current  the reader's text
 * @param {() => void} page.tooLong  the text cannot be kept over a reload
 * @returns {Promise<boolean | null>}  whether the page is kept for offline use; null while developing
 */
export async function startOffline({ offer, text, file, current, tooLong }) {
  incoming(text, file);
  if (!release) return null;
  if (!("serviceWorker" in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register(scriptUrl("offline"), { type: "classic" });
    const waiting = () => {
      const worker = registration.waiting;
      if (!worker || !navigator.serviceWorker.controller) return;
      offer(() => {
        if (!keep(current())) {
          tooLong();
          return;
        }
        navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
        worker.postMessage("take over");
      });
    };
    waiting();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", waiting);
    });
    return true;
  } catch {
    // Private windows and old browsers refuse: the page works as long as it is open.
    return false;
  }
}

/** @param {(text: string) => void} text @param {(file: File) => void} file */
async function incoming(text, file) {
  const queue = Reflect.get(globalThis, "launchQueue");
  queue?.setConsumer(async (/** @type {{ files?: { getFile(): Promise<File> }[] }} */ { files }) => {
    if (files?.[0]) file(await files[0].getFile());
  });
  const kept = takeKept();
  if (kept) text(kept);
  if (!new URLSearchParams(location.search).has("shared")) return;
  history.replaceState(null, "", location.pathname);
  try {
    const cache = await caches.open(SHARED);
    const url = new URL("../shared", import.meta.url);
    const shared = await (await cache.match(url))?.text();
    await cache.delete(url);
    if (shared) text(shared);
  } catch {
    // No storage here: nothing can have been shared.
  }
}

/** Whether the text will be there after a reload. @param {string} text */
function keep(text) {
  try {
    if (text) sessionStorage.setItem(KEPT, text);
    return true;
  } catch {
    // Too long, or refused.
    return false;
  }
}

function takeKept() {
  try {
    const text = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    return text;
  } catch {
    return null;
  }
}

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
 */
export async function startOffline({ offer, text, file, current }) {
  incoming(text, file);
  if (!release || !("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(scriptUrl("offline"), { type: "classic" });
    const waiting = () => {
      const worker = registration.waiting;
      if (!worker || !navigator.serviceWorker.controller) return;
      offer(() => {
        navigator.serviceWorker.addEventListener("controllerchange", () => {
          keep(current());
          location.reload();
        }, { once: true });
        worker.postMessage("take over");
      });
    };
    waiting();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", waiting);
    });
  } catch {
    // Private windows and old browsers refuse: the page works as long as it is open.
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

/** @param {string} text */
function keep(text) {
  try {
    if (text) sessionStorage.setItem(KEPT, text);
  } catch {
    // Too long, or refused.
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

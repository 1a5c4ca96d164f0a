// @ts-check
// The chip that says how many requests this page has made since it was ready; the proof behind it comes with late/.

import { byId, h } from "./dom.js";
import { late } from "./late.js";
import { words } from "./words.js";

/**
 * @param {Promise<unknown>} loaded  settles when the page has all that it will ever ask for
 * @param {Promise<boolean | null>} offline  whether the page is kept for offline use
 * @param {() => void} missing  the proof could not be loaded
 */
export function startPrivacy(loaded, offline, missing) {
  const chip = byId("privacy-count");
  /** @type {string[]} */
  const requests = [];
  let ready = Infinity;
  const show = () => {
    const [place, n] = words.requests(requests.length);
    chip.replaceChildren(h("span", { class: "where" }, `${place} · `), n);
  };
  const seen = (/** @type {PerformanceEntryList} */ entries) => {
    for (const it of entries) if (it.startTime > ready) requests.push(it.name);
    show();
  };
  new PerformanceObserver((entries) => seen(entries.getEntries())).observe({ type: "resource" });
  loaded.then(() => (ready = performance.now()));
  show();
  byId("privacy-chip").addEventListener("click", () => Promise.all([late.privacy(), offline]).then(([{ showProof }, isKept]) => showProof(requests, isKept), missing));
}

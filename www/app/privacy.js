// @ts-check
// The chip that says how many requests this page has made since it was ready, and the proof behind it.

import { byId, h } from "./dom.js";
import { words } from "./words.js";

export function startPrivacy() {
  const chip = byId("privacy-count");
  const dialog = /** @type {HTMLDialogElement} */ (byId("privacy-dialog"));
  /** @type {string[]} */
  const requests = [];
  let ready = Infinity;
  const show = () => (chip.textContent = words.requests(requests.length));
  const seen = (/** @type {PerformanceEntryList} */ entries) => {
    for (const it of entries) if (it.startTime > ready) requests.push(it.name);
    show();
  };
  new PerformanceObserver((entries) => seen(entries.getEntries())).observe({ type: "resource" });
  addEventListener("load", () => setTimeout(() => (ready = performance.now()), 1500));
  show();
  byId("privacy-chip").addEventListener("click", () => {
    const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
    const close = h("button", { type: "button", class: "primary" }, words.close);
    close.addEventListener("click", () => dialog.close());
    dialog.replaceChildren(
      h("h2", { id: "privacy-title" }, "Everything happens on this device"),
      h("p", {}, "The analyzer came with this page and runs in your browser. Your text is sent to nobody, and is gone when you close the tab."),
      h("p", {}, `Requests since the page was ready: ${requests.length}.`),
      h("ul", {}, ...requests.map((it) => h("li", {}, it))),
      h("p", {}, "Check it yourself: switch your device offline and paste an article. Or open the developer tools’ network view, and see it stay empty."),
      h("p", {}, "The browser enforces this policy; it lets the page talk to its own server only and run its own scripts only:"),
      h("pre", { tabindex: 0 }, policy.replaceAll("; ", ";\n")),
      h("p", { class: "dialog-foot" }, close),
    );
    dialog.showModal();
  });
}

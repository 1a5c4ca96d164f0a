// @ts-check
// The proof behind the chip: the policy, the requests since the page was ready, how to try it offline.

import { byId, h } from "../dom.js";
import { words } from "../words.js";

/** @param {string[]} requests @param {boolean | null} isKept  for offline use */
export function showProof(requests, isKept) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("privacy-dialog"));
  const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
  const close = h("button", { type: "button", class: "primary" }, words.close);
  close.addEventListener("click", () => dialog.close());
  const t = words.privacy;
  const parts = [
    h("h2", { id: "privacy-title", tabindex: -1, autofocus: true }, t.title),
    h("p", {}, t.how),
    h("p", { id: "privacy-requests" }, t.requests(requests.length)),
    h("ul", {}, ...requests.map((it) => h("li", {}, it))),
    isKept === null ? null : h("p", {}, isKept ? t.kept : words.noOffline),
    h("p", {}, t.check),
    h("p", {}, t.policy),
    h("pre", { tabindex: 0 }, policy.replaceAll("; ", ";\n")),
    h("p", { class: "dialog-foot" }, close),
  ];
  dialog.replaceChildren(...parts.filter((it) => it !== null));
  dialog.showModal();
}

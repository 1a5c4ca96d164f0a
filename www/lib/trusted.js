// @ts-check
// The page's only Trusted Types policy. Scripts come from our own places and from nowhere else; HTML goes to
// DOMParser alone, whose document is inert: it runs nothing, loads nothing, and is read, never inserted.

import { places } from "./places.js";

/**
 * @typedef {object} Policy
 * @property {(url: string) => string} createScriptURL
 * @property {(html: string) => string} createHTML
 */

/** @type {Policy | undefined} */
let policy;

/** @returns {Policy} */
function nutgrafPolicy() {
  if (policy) return policy;
  /** @type {Policy} */
  const rules = {
    createScriptURL(url) {
      if (Object.values(places()).includes(url)) return url;
      throw new TypeError(`nutgraf starts no script from ${url}`);
    },
    createHTML: (html) => html,
  };
  /** @type {{ createPolicy(name: string, rules: Policy): Policy } | undefined} */
  const platform = Reflect.get(globalThis, "trustedTypes");
  try {
    policy = platform?.createPolicy("nutgraf", rules) ?? rules;
  } catch {
    // A host page whose own policy does not name ours: it then has to allow plain addresses, or the worker is refused.
    policy = rules;
  }
  return policy;
}

/**
 * The address of one of our own scripts, as the platform wants it.
 * @param {"worker" | "offline"} name
 * @returns {string}
 */
export function scriptUrl(name) {
  return nutgrafPolicy().createScriptURL(places()[name] ?? "");
}

/**
 * Parses HTML into a document that is not shown and cannot act.
 * @param {string} html
 * @returns {Document}
 */
export function inertDocument(html) {
  return new DOMParser().parseFromString(nutgrafPolicy().createHTML(html), "text/html");
}

// @ts-check
// The list of similar articles that the site made beforehand (`nutgraf related`): one JSON file an article, from the
// site itself. What it says reaches the card as text and as checked addresses only.

/** @typedef {{ url: string, title: string, similarity: number, names: string[], phrases: string[] }} Related */

/** More would be a page of its own. */
const MOST = 5;

/**
 * @param {string} address  what the attribute says
 * @param {AbortSignal} signal
 * @returns {Promise<Related[]>}  empty when there is nothing to be had
 */
export async function loadRelated(address, signal) {
  try {
    const url = new URL(address, document.baseURI);
    if (url.origin !== location.origin) throw new Error(`${url.href} is of another origin`);
    const response = await fetch(url, { signal, credentials: "same-origin" });
    if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
    const { schema, articles } = await response.json();
    if (schema !== 1 || !Array.isArray(articles)) throw new Error(`${url.pathname} is no list of similar articles`);
    return articles.flatMap((it) => entry(it) ?? []).slice(0, MOST);
  } catch (error) {
    if (!signal.aborted) console.warn("nutgraf: the similar articles could not be loaded:", error);
    return [];
  }
}

/** @param {any} it @returns {Related | null} */
function entry(it) {
  if (typeof it?.url !== "string" || !URL.canParse(it.url, document.baseURI)) return null;
  const url = new URL(it.url, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) return null;
  const words = (/** @type {unknown} */ list) => (Array.isArray(list) ? list.filter((word) => typeof word === "string") : []);
  const title = typeof it.title === "string" && it.title.trim() !== "" ? it.title : url.pathname;
  return { url: url.href, title, similarity: Number(it.similarity) || 0, names: words(it.names), phrases: words(it.phrases) };
}

// @ts-check
// Which part of the page is the article: the one that `for` names, what stands inside the element itself, the article
// around it, or the one on the page with the most running text.

/** Fewer words than this need no summary. */
const FEWEST_WORDS = 120;

/** Letters of scripts that put no space between words: two of them make about a word. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/g;

/**
 * @param {HTMLElement} host
 * @param {string | null} name  what `for` says
 * @returns {Element | null}
 */
export function findArticle(host, name) {
  if (name !== null) return inside(byId(host, name));
  if (hasEnough(host)) return host;
  const around = host.closest("article, [itemprop~='articleBody'], main");
  if (around && hasEnough(around)) return around;
  const found = [...host.ownerDocument.querySelectorAll("article, [itemprop~='articleBody'], main, [role='main']")];
  /** @type {Element | null} */
  let best = null;
  let most = 0;
  for (const it of /** @type {Element[]} */ (found)) {
    const length = running(it).length;
    // The innermost of those that hold the same text.
    if (length > most * 1.05 || (length > most * 0.95 && /** @type {Element | null} */ (best)?.contains(it))) [best, most] = [it, Math.max(length, most)];
  }
  return best ?? host.ownerDocument.body;
}

/** Whether there is so much text that a summary is shorter. @param {Element} article */
export function hasEnough(article) {
  const text = running(article);
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return (text.match(/\S+/g)?.length ?? 0) + unspaced / 2 >= FEWEST_WORDS;
}

/** The text of the paragraphs; all text where there are none. @param {Element} article */
function running(article) {
  const paragraphs = article.querySelectorAll("p");
  if (paragraphs.length < 2) return article.textContent ?? "";
  let text = "";
  for (const it of paragraphs) text += `${it.textContent} `;
  return text;
}

/** From the element's own tree outward to the page, then in the open shadow trees of the page. @param {HTMLElement} host @param {string} name */
function byId(host, name) {
  if (name === "") return null;
  let root = /** @type {Document | ShadowRoot} */ (host.getRootNode());
  while (root.getElementById) {
    const found = root.getElementById(name);
    if (found) return found;
    if (!("host" in root)) break;
    root = /** @type {Document | ShadowRoot} */ (root.host.getRootNode());
  }
  for (const it of host.ownerDocument.querySelectorAll("*")) {
    const found = it.shadowRoot?.getElementById(name);
    if (found) return found;
  }
  return null;
}

/** A frame of the same origin stands for the article in it. @param {HTMLElement | null} element */
function inside(element) {
  if (element?.localName !== "iframe") return element;
  try {
    const page = /** @type {HTMLIFrameElement} */ (element).contentDocument;
    return page?.querySelector("article, main") ?? page?.body ?? null;
  } catch {
    return null;
  }
}

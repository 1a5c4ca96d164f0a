// @ts-check
// Tells elements when the page around them changed, once it has been quiet for a while. All elements of one tree share
// one observer. It reads nothing and changes nothing.

/** How long a page has to be quiet, in milliseconds: it may write an article in many steps. */
const QUIET = 250;
/** A page that is never quiet is looked at all the same. */
const LONGEST = 2000;

/** @type {WeakMap<Node, { listeners: Set<() => void>, observer: MutationObserver }>} */
const watched = new WeakMap();

/**
 * @param {Node} root
 * @param {() => void} listener
 * @returns {() => void}  ends it
 */
export function watch(root, listener) {
  const entry = watched.get(root) ?? start(root);
  entry.listeners.add(listener);
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size > 0) return;
    entry.observer.disconnect();
    watched.delete(root);
  };
}

/** @param {Node} root */
function start(root) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  let timer = 0;
  let since = 0;
  const observer = new MutationObserver(() => {
    const now = performance.now();
    if (timer === 0) since = now;
    else if (now - since > LONGEST) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = 0;
      for (const it of [...listeners]) it();
    }, QUIET);
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["id", "for"] });
  const entry = { listeners, observer };
  watched.set(root, entry);
  return entry;
}

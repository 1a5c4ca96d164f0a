// @ts-check
// Lists are one stop of the Tab key each: arrows move in them, up and down from row to row, left and right within a row.

const LISTS = "#rail :is(ol, ul)";

/** @param {HTMLElement} root  holds the lists */
export function startRoving(root) {
  // What is built or taken away later is seen here: the first button of a list is its stop, until another was used.
  const tidy = () => {
    for (const list of outermost(root)) {
      const buttons = buttonsOf(list);
      if (buttons.length > 0 && !buttons.some((it) => it.tabIndex === 0)) stop(buttons, buttons[0]);
      else if (buttons.filter((it) => it.tabIndex === 0).length > 1) stop(buttons, /** @type {HTMLElement} */ (buttons.find((it) => it === document.activeElement) ?? buttons[0]));
    }
  };
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      tidy();
    });
  }).observe(root, { childList: true, subtree: true });
  root.addEventListener("focusin", (event) => {
    const list = listOf(event.target);
    if (list) stop(buttonsOf(list), /** @type {HTMLElement} */ (event.target));
  });
  root.addEventListener("keydown", (event) => {
    const list = listOf(event.target);
    if (!list || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLButtonElement)) return;
    const to = target(buttonsOf(list), event.target, event.key, getComputedStyle(list).direction === "rtl");
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  tidy();
}

/**
 * @param {HTMLElement[]} buttons
 * @param {HTMLElement} from
 * @param {string} key
 * @param {boolean} rtl
 */
function target(buttons, from, key, rtl) {
  const at = buttons.indexOf(from);
  const first = (/** @type {HTMLElement} */ it) => !it.classList.contains("copy");
  switch (key) {
    case "ArrowDown":
      return buttons.slice(at + 1).find(first);
    case "ArrowUp":
      return buttons.slice(0, first(from) ? at : at - 1).findLast(first);
    case "Home":
      return buttons[0];
    case "End":
      return buttons.findLast(first);
    case rtl ? "ArrowLeft" : "ArrowRight":
      return buttons[at + 1] && !first(buttons[at + 1]) ? buttons[at + 1] : undefined;
    case rtl ? "ArrowRight" : "ArrowLeft":
      return first(from) ? undefined : buttons[at - 1];
  }
}

/** @param {HTMLElement[]} buttons @param {HTMLElement} one */
function stop(buttons, one) {
  for (const it of buttons) it.tabIndex = it === one ? 0 : -1;
}

/** @param {HTMLElement} list @returns {HTMLButtonElement[]} */
function buttonsOf(list) {
  return [...list.querySelectorAll("button")];
}

/** Lists that lie in no other one. @param {HTMLElement} root @returns {HTMLElement[]} */
function outermost(root) {
  return /** @type {HTMLElement[]} */ ([...root.querySelectorAll("ol, ul")].filter((it) => !it.parentElement?.closest(LISTS)));
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function listOf(target) {
  let list = target instanceof Element ? target.closest(LISTS) : null;
  for (let outer = list; outer; outer = outer.parentElement?.closest(LISTS) ?? null) list = outer;
  return /** @type {HTMLElement | null} */ (list);
}

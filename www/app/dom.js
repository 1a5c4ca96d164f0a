// @ts-check
// Making elements. Text goes in as text and nowhere as markup.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes and children. `on…` sets a listener, `hidden`-like booleans set or leave out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  for (const child of children) if (child || child === "") element.append(child);
  return element;
}

/**
 * A drawing element.
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  for (const child of children) if (child) element.append(child);
  return /** @type {SVGElement} */ (element);
}

/**
 * The element of the page that has this id.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return /** @type {T} */ (element);
}

/**
 * Says something to whoever listens further up.
 * @param {EventTarget} from
 * @param {string} name
 * @param {unknown} [detail]
 */
export function say(from, name, detail) {
  from.dispatchEvent(new CustomEvent(`nutgraf-${name}`, { bubbles: true, detail }));
}

/**
 * The place in the text under a point of the window.
 * @param {number} x
 * @param {number} y
 * @returns {{ node: Node, offset: number } | null}
 */
export function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const it = document.caretPositionFromPoint(x, y);
    return it && { node: it.offsetNode, offset: it.offset };
  }
  const it = document.caretRangeFromPoint(x, y);
  return it && { node: it.startContainer, offset: it.startOffset };
}

/**
 * A share of a whole as a small bar, with words for who does not see it, unless they stand beside it.
 * @param {number} share  0 to 1
 * @param {string} said
 */
export function meter(share, said) {
  const full = h("span");
  full.style.inlineSize = `${Math.round(100 * share)}%`;
  return h("span", { class: "meter", ...(said ? { role: "img", "aria-label": said, title: said } : { "aria-hidden": "true" }) }, full);
}

/**
 * A list that shows its first items and the rest when asked: a thousand names make a list that nobody reads.
 * @template Item
 * @param {readonly Item[]} items
 * @param {(item: Item, idx: number) => Node} make
 * @param {{ first?: number, ordered?: boolean, class?: string, more: (n: number) => string }} options
 * @returns {HTMLElement}
 */
export function list(items, make, { first = 40, ordered = false, class: name = "", more }) {
  const all = h(ordered ? "ol" : "ul", { class: name || null });
  all.append(...items.slice(0, first).map(make));
  if (items.length <= first) return all;
  const rest = h("button", { type: "button", class: "more" }, more(items.length));
  rest.addEventListener("click", () => {
    const added = items.slice(first).map((it, idx) => make(it, first + idx));
    all.append(...added);
    rest.remove();
    const next = /** @type {HTMLElement} */ (added[0]);
    next.querySelector("button")?.focus();
  });
  return h("div", {}, all, rest);
}

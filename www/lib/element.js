// @ts-check
/**
 * `<nutgraf-article>`: a quiet card beside an article. Closed it is one line; the reader's press (or the attribute
 * `open`) brings the rest: the program, its worker, and the sentences. What stands here is all that a page loads before
 * that. Importing it does nothing; `define.js` registers it.
 *
 * The page is only read. Its nodes, its styles and its names stay as they are; marks are painted as ranges.
 */

import { NutgrafError } from "./error.js";
import { findArticle, hasEnough } from "./element/find-article.js";
import { cardSheet } from "./element/styles.js";
import { watch } from "./element/watch.js";
import { lineWords } from "./element/words.js";

/** An article that is not there yet may still come; a page that has loaded and has none is told, after milliseconds. */
const PATIENCE = 1500;
/** Sentences of the summary, when nothing sensible is asked for. */
const SENTENCES = 3;
/** Where the reader's choice to hide the card is kept, if the page may keep things. */
const HIDDEN_KEY = "nutgraf-hidden";

const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class NutgrafArticle extends Base {
  static observedAttributes = ["for", "sentences", "show", "related", "open", "lang"];

  /**
   * Registers the element, unless the name is taken.
   * @param {string} [tag]
   * @param {CustomElementRegistry} [registry]
   */
  static define(tag = "nutgraf-article", registry = customElements) {
    if (!registry.get(tag)) registry.define(tag, this);
    return registry.get(tag);
  }

  #states = states(this);
  #card = make("div", { class: "card", part: "card", hidden: "" });
  #press = make("button", { class: "press", part: "button", type: "button", "aria-expanded": "false" });
  #title = make("span", { class: "title", part: "title" });
  #aside = make("span", { class: "quiet", part: "aside" });
  #hide = make("button", { class: "hide", part: "button hide", type: "button" });
  #body = make("div", { class: "body", part: "body", hidden: "" });
  /** Words of a refusal, in place of the invitation. */ #refused = "";
  /** @type {Element | null} */ #article = null;
  /** @type {string | null} */ #text = null;
  /** @type {Promise<import("./element/card.js").Card> | null} */ #inside = null;
  /** @type {AbortController | null} */ #running = null;
  /** @type {(() => void)[]} */ #watches = [];
  /** @type {string | null} What was told already. */ #told = null;
  #updating = false;
  #pressedAt = -Infinity;
  #late = 0;
  /** The last analysis; null before the first. @type {import("./index.d.ts").View | null} */
  view = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [cardSheet()];
    const head = make("div", { class: "head", part: "head" });
    this.#press.append(this.#title, this.#aside);
    this.#hide.append("\u00d7");
    head.append(this.#press, this.#hide);
    this.#card.append(head, this.#body);
    root.append(this.#card, make("slot"));
    this.#press.addEventListener("click", () => {
      if (this.#refused) return;
      this.#pressedAt = performance.now();
      this.open = !this.open;
    });
    this.#hide.addEventListener("click", () => {
      remember(HIDDEN_KEY);
      this.#end();
    });
  }

  connectedCallback() {
    if (isRemembered(HIDDEN_KEY)) return;
    this.#look();
    const tell = () => !this.#article && this.#tell(new NutgrafError("no_article", this.#missing()));
    const late = () => (this.#late = setTimeout(tell, PATIENCE));
    if (this.#article) return;
    if (document.readyState === "complete") late();
    else addEventListener("load", late, { once: true });
  }

  disconnectedCallback() {
    // Moved within the page, it is connected again at once.
    queueMicrotask(() => !this.isConnected && this.#end());
  }

  attributeChangedCallback() {
    if (this.#updating || !this.isConnected) return;
    this.#updating = true;
    // Changes in one go cause one update.
    queueMicrotask(() => {
      this.#updating = false;
      if (this.isConnected && !isRemembered(HIDDEN_KEY)) this.#look(true);
    });
  }

  /** The id of the article; null: the page's own. */
  get htmlFor() {
    return this.getAttribute("for");
  }
  set htmlFor(value) {
    reflect(this, "for", value);
  }

  /** How many sentences the summary has, 1 to 20. */
  get sentences() {
    const value = Number(this.getAttribute("sentences") ?? SENTENCES);
    return Number.isInteger(value) && value >= 1 && value <= 20 ? value : SENTENCES;
  }
  set sentences(value) {
    reflect(this, "sentences", value);
  }

  /** Names of what the card offers, parted by spaces. */
  get show() {
    return this.getAttribute("show") ?? "";
  }
  set show(value) {
    reflect(this, "show", value);
  }

  /** Address of a list of similar articles. */
  get related() {
    return this.getAttribute("related");
  }
  set related(value) {
    reflect(this, "related", value);
  }

  /** Whether the card is open. */
  get open() {
    return this.hasAttribute("open");
  }
  set open(value) {
    this.toggleAttribute("open", Boolean(value));
  }

  /** Looks at the page anew. @param {boolean} [changed]  the element itself was changed */
  #look(changed = false) {
    this.#watch();
    const article = findArticle(this, this.htmlFor);
    const text = article && hasEnough(article) ? article.textContent : null;
    const isNew = article !== this.#article || text !== this.#text;
    this.#article = article;
    this.#text = text;
    if (!isNew && !changed) return;
    this.#refused = "";
    if (text === null) {
      this.#stop();
      this.#card.hidden = true;
      if (article) this.#tell(new NutgrafError("too_short", "There is too little text to sum up"));
      return;
    }
    this.#card.hidden = false;
    this.#write();
    if (this.open) this.#reserve();
    if (!this.open) this.#stop();
    else if (this.#pressedAt > performance.now() - 500) this.#start();
    else whenIdle(() => this.isConnected && this.open && this.#start());
  }

  async #start() {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    this.#states("busy");
    this.#write();
    this.#reserve();
    try {
      this.#inside ??= import("./element/card.js").then(({ Card }) => new Card(this, this.#body));
      const inside = await this.#inside;
      if (signal.aborted) return;
      const view = await inside.fill(/** @type {Element} */ (this.#article), { pressedAt: this.#pressedAt, signal });
      if (signal.aborted) return;
      this.view = view;
      this.#told = null;
      this.#states("ready");
      this.#dispatch("nutgraf-ready", { view });
    } catch (error) {
      if (signal.aborted) return;
      const it = error instanceof NutgrafError ? error : new NutgrafError("not_loaded", String(error), { cause: error });
      const short = it.code === "too_short";
      if (!short) this.#refused = lineWords(this).refused;
      this.#stop();
      this.#card.hidden = short;
      this.#write();
      this.#states("error");
      this.#tell(it);
    }
  }

  /** Keeps the place for what will come, so that nothing moves when it does. */
  #reserve() {
    if (this.#body.childElementCount > 0) return;
    this.#body.style.blockSize = `${this.sentences * 4.7 + 13}em`;
    const bones = make("div", { class: "bones" });
    for (let it = this.sentences * 3; it > 0; it--) bones.append(make("i"));
    this.#body.append(bones);
  }

  /** Takes away what the open card shows and does; the card stays. */
  #stop() {
    this.#running?.abort();
    this.#running = null;
    this.#inside?.then((it) => it.empty(), () => {});
    // A script that could not be loaded is asked for again.
    this.#inside?.catch(() => (this.#inside = null));
    this.#body.hidden = true;
    this.#states();
  }

  /** Takes away everything. */
  #end() {
    clearTimeout(this.#late);
    this.#stop();
    for (const it of this.#watches.splice(0)) it();
    this.#inside?.then((it) => it.close(), () => {});
    this.#inside = null;
    this.#article = null;
    this.#text = null;
    this.#card.hidden = true;
  }

  #watch() {
    for (const it of this.#watches.splice(0)) it();
    const roots = new Set([document, this.getRootNode(), this.#article?.getRootNode() ?? document]);
    for (const it of roots) this.#watches.push(watch(it, () => this.#look()));
  }

  #write() {
    const words = lineWords(this);
    this.#card.lang = words.lang;
    this.#title.textContent = words.title;
    this.#aside.textContent = this.#refused || words.aside(this.sentences);
    this.#hide.setAttribute("aria-label", words.hide);
    this.#hide.title = words.hide;
    const open = this.open && !this.#refused;
    this.#press.setAttribute("aria-expanded", String(open));
    this.#press.setAttribute("aria-disabled", String(this.#refused !== ""));
    this.#body.hidden = !open;
  }

  #missing() {
    const name = this.htmlFor;
    return name === null ? "The page has no article" : `There is no element with the id ${JSON.stringify(name)}`;
  }

  /** @param {NutgrafError} error */
  #tell(error) {
    const { code, message, directive } = error;
    if (this.#told === code) return;
    this.#told = code;
    this.#dispatch("nutgraf-error", { code, message, directive, error });
  }

  /** @param {string} name @param {object} detail */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Sets the one state that a page can style by, of busy, ready and error; none takes it away. @param {HTMLElement} host */
function states(host) {
  const set = host.attachInternals?.().states;
  return (/** @type {string} */ name = "") => {
    for (const it of ["busy", "ready", "error"]) set?.delete(it);
    if (name) set?.add(name);
  };
}

/** @param {string} tag @param {Record<string, string>} [attributes] */
function make(tag, attributes = {}) {
  // In Node there are no elements, and nobody makes one.
  const it = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) it.setAttribute(name, value);
  return it;
}

/** @param {Element} host @param {string} name @param {unknown} value */
function reflect(host, name, value) {
  if (value === null || value === undefined) host.removeAttribute(name);
  else host.setAttribute(name, String(value));
}

/** @param {() => void} what */
function whenIdle(what) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(what, { timeout: 2000 });
  else setTimeout(what, 50);
}

/** @param {string} key */
function remember(key) {
  try {
    localStorage.setItem(key, "1");
  } catch {
    // The page may keep nothing: then it is hidden until the next visit.
  }
}

/** @param {string} key */
function isRemembered(key) {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

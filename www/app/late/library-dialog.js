// @ts-check
// The library as the reader sees it: the switch, the articles with a search among them, all of it out, in and away.

import { byId, h, list, say } from "../dom.js";
import { save } from "../files.js";
import { day } from "../format.js";
import { words as pageWords } from "../words.js";
import { words } from "./words.js";

/** @typedef {import("./shelf.js").Article} Article */

export class LibraryDialog {
  #dialog = /** @type {HTMLDialogElement} */ (byId("library-dialog"));
  #shelf;
  #page;
  #box = h("input", { type: "checkbox", id: "history", role: "switch", autofocus: true, "aria-describedby": "history-how" });
  #how = h("p", { id: "history-how", class: "library-how" });
  #trouble = h("p", { class: "library-trouble", role: "status" });
  #search = h("input", { type: "search", id: "library-search", autocomplete: "off", enterkeyhint: "search" });
  #n = h("p", { class: "n", role: "status" });
  #list = h("div", { class: "library-list" });
  #file = h("input", { type: "file", hidden: true, id: "library-file", "aria-label": words.library.importFile, accept: ".json,application/json" });
  #foot = h("div", { class: "library-foot" });
  #timer = 0;
  #turn = 0;

  /**
   * @param {import("./own.js").Page} page
   * @param {import("./shelf.js").Shelf} shelf
   * @param {(on: boolean) => Promise<void>} keep
   */
  constructor(page, shelf, keep) {
    this.#page = page;
    this.#shelf = shelf;
    const t = words.library;
    this.#box.addEventListener("change", () => keep(this.#box.checked));
    this.#search.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#show(), 150);
    });
    this.#file.addEventListener("change", () => {
      const [it] = this.#file.files ?? [];
      if (it) this.open(it);
      this.#file.value = "";
    });
    this.#list.addEventListener("keydown", (event) => rove(event, this.#list));
    const close = h("button", { type: "button", class: "quiet icon", "aria-label": pageWords.close }, "✕");
    close.addEventListener("click", () => this.#dialog.close());
    this.#dialog.append(
      h("div", { class: "library-head" }, h("h2", { id: "library-title" }, t.title), close),
      h("label", { class: "library-switch" }, this.#box, t.keep),
      this.#how,
      this.#trouble,
      h("div", { class: "ask" }, h("label", { for: "library-search" }, t.search), this.#search),
      this.#n,
      this.#list,
      this.#foot,
      this.#file,
    );
    byId("library-button").addEventListener("click", () => this.show());
    shelf.addEventListener("change", () => this.#dialog.open && this.#show());
    shelf.addEventListener("trouble", () => this.#show());
  }

  show() {
    this.#search.value = "";
    this.#ask(false);
    this.#show();
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  close() {
    this.#dialog.close();
  }

  /** Takes a library file in, or says why not. @param {File} file */
  async open(file) {
    const t = words.library;
    let found;
    try {
      found = await this.#shelf.importAll(await file.text());
    } catch {
      found = /** @type {const} */ ("broken");
    }
    this.#say(typeof found === "object" ? t.imported(found.n_articles, found.n_marks, found.skipped) : { broken: t.broken, newer: t.newerFile, marks: t.areMarks }[found]);
  }

  /** What has just happened, in the dialog itself: what lies under it is out of reach. @param {string} text */
  #say(text) {
    this.#trouble.textContent = text;
    this.#said = text;
  }
  #said = "";

  async #show() {
    const t = words.library;
    const shelf = this.#shelf;
    const turn = ++this.#turn;
    const wanted = this.#search.value.trim();
    const found = wanted ? await shelf.search(wanted) : [...shelf.articles.values()];
    if (turn !== this.#turn) return;
    found.sort((a, b) => (a.last < b.last ? 1 : -1));
    this.#box.checked = shelf.on;
    const has = shelf.articles.size > 0;
    this.#how.textContent = !shelf.on && has && shelf.lasts ? t.off : t.how;
    const trouble = shelf.trouble ? t[shelf.trouble] : this.#said;
    if (this.#trouble.textContent !== trouble) this.#trouble.textContent = trouble;
    this.#trouble.classList.toggle("strong", shelf.trouble !== null);
    /** @type {HTMLElement} */ (this.#search.parentElement).hidden = !has;
    this.#n.textContent = wanted ? t.found(found.length, shelf.articles.size) : has ? "" : t.empty;
    const had = this.#list.contains(document.activeElement) ? [...this.#list.querySelectorAll("li")].findIndex((it) => it.contains(document.activeElement)) : -1;
    this.#list.replaceChildren(list(found, (it) => this.#item(it), { first: 50, more: pageWords.more }));
    if (had >= 0) {
      const left = /** @type {NodeListOf<HTMLElement>} */ (this.#list.querySelectorAll(".library-go"));
      (left[Math.min(had, left.length - 1)] ?? this.#box).focus();
    }
    if (!this.#asking) this.#ask(false);
  }

  /** @param {Article} article */
  #item(article) {
    const t = words.library;
    const title = article.title || t.untitled;
    const n_marks = this.#shelf.marksOf(article.id).length;
    const facts = [article.site, t.read(day(article.last.slice(0, 10))), t.words(article.words), n_marks > 0 ? t.marks(n_marks) : null].filter((it) => it);
    const go = h("button", { type: "button", class: "library-go", dir: "auto" }, title, h("span", { class: "n" }, facts.join(" · ")));
    go.addEventListener("click", () => {
      this.close();
      say(this.#dialog, "open-kept", article.id);
    });
    const remove = h("button", { type: "button", class: "copy", "aria-label": t.remove(title), title: t.remove(title) }, "✕");
    remove.addEventListener("click", async () => {
      const bundle = await this.#shelf.remove(article.id);
      if (bundle) this.#page.say(t.removed(title), () => this.#shelf.restore(bundle));
    });
    return h("li", {}, go, remove);
  }

  #asking = false;

  /** The buttons at the foot, or the question before all is erased. @param {boolean} sure */
  #ask(sure) {
    const t = words.library;
    const shelf = this.#shelf;
    this.#asking = sure;
    /** @param {string} id @param {string} label @param {() => void} act @param {string} [look] */
    const button = (id, label, act, look = "plain") => h("button", { type: "button", class: look, id, onclick: act }, label);
    if (sure) {
      const yes = button("erase-yes", t.yes, async () => {
        await shelf.erase();
        this.#ask(false);
        this.#say(t.erased);
        this.#box.focus();
      }, "primary");
      const no = button("erase-no", t.no, () => {
        this.#ask(false);
        byId("erase-all").focus();
      });
      this.#foot.replaceChildren(h("p", { role: "alert" }, t.sure(shelf.articles.size)), no, yes);
      no.focus();
      return;
    }
    const has = shelf.articles.size > 0;
    const focused = document.activeElement?.id;
    this.#foot.replaceChildren(
      ...(has ? [button("export-all", t.exportAll, async () => {
        const name = `nutgraf-library-${new Date().toISOString().slice(0, 10)}.json`;
        save(name, "application/json", await shelf.exportAll());
        this.#say(pageWords.saved(name));
      })] : []),
      button("import-library", t.importFile, () => this.#file.click()),
      h("span", { class: "grow" }),
      ...(has ? [button("erase-all", t.erase, () => this.#ask(true), "quiet")] : []),
    );
    if (focused) this.#foot.querySelector(/** @type {any} */ (`#${CSS.escape(focused)}`))?.focus();
  }
}

/** Arrows between the items of a list. @param {KeyboardEvent} event @param {HTMLElement} list */
function rove(event, list) {
  const buttons = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("li > button:first-child")]);
  const item = /** @type {HTMLElement} */ (event.target).closest("li");
  const at = buttons.findIndex((it) => it.parentElement === item);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || at < 0 || !buttons[to]) return;
  event.preventDefault();
  buttons[to].focus();
}

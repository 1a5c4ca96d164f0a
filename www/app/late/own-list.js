// @ts-check
// "Your marks" in the rail: every own mark as a real button, in order of the text, with its note; those not found in the
// text any more apart from them, with why. Files out and in.

import { readMarks, toMarksMarkdown, toWebAnnotations } from "../../lib/marks-file.js";
import { h, say } from "../dom.js";
import { save } from "../files.js";
import { paragraphAt } from "../paragraphs.js";
import { words as pageWords } from "../words.js";
import { slug } from "./slug.js";
import { words } from "./words.js";

/** @typedef {import("./own-marks.js").Placed} Placed */

export class OwnList {
  #root;
  #tab;
  #marks;
  #page;
  #list = h("div");
  #saving = h("div", { class: "own-files" });

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} tab
   * @param {import("./own-marks.js").OwnMarks} marks
   * @param {import("./own.js").Page} page
   * @param {() => { text: string, title: string, url: string | null } | null} article
   */
  constructor(root, tab, marks, page, article) {
    this.#root = root;
    this.#tab = tab;
    this.#marks = marks;
    this.#page = page;
    const t = words.marks;
    const file = h("input", { type: "file", hidden: true, id: "marks-file", "aria-label": t.open, accept: ".json,.jsonld,.md,application/json,application/ld+json,text/markdown" });
    file.addEventListener("change", () => {
      const [it] = file.files ?? [];
      if (it) this.open(it);
      file.value = "";
    });
    /** @param {string} id @param {string} label @param {() => void} act */
    const button = (id, label, act) => h("button", { type: "button", class: "link", id, onclick: act }, label);
    /** @param {string} ending @param {string} type @param {(of: { text: string, title: string, url: string | null }, marks: any[]) => string} make */
    const out = (ending, type, make) => {
      const of = article();
      if (!of) return;
      const name = `${slug(of.title)}.${ending}`;
      // What only the library needs stays there.
      save(name, type, make(of, marks.placed.map(({ mark: { article: _, of: __, ...it } }) => it)));
      this.saved = true;
      say(root, "said", pageWords.saved(name));
    };
    this.#saving.append(
      button("save-own-annotations", t.saveAnnotations, () => out("marks.json", "application/ld+json", (of, it) => `${JSON.stringify(toWebAnnotations(of, it), null, 2)}\n`)),
      button("save-own-markdown", t.saveMarkdown, () => out("marks.md", "text/markdown", toMarksMarkdown)),
    );
    root.replaceChildren(this.#list, h("div", { class: "own-files" }, this.#saving, button("open-marks", t.open, () => file.click()), file));
    this.#list.addEventListener("focusin", (event) => {
      const id = /** @type {HTMLElement} */ (event.target).closest("li")?.dataset.mark ?? null;
      if (id) marks.point(id);
    });
    marks.addEventListener("change", () => this.update());
    this.update();
  }

  /** Nothing was changed since the marks were saved to a file. */
  saved = true;

  update() {
    const { placed } = this.#marks;
    this.#tab.textContent = words.marks.tab(placed.length);
    this.#saving.hidden = placed.length === 0;
    const had = this.#list.contains(document.activeElement) ? this.#position() : -1;
    const found = placed.filter((it) => it.place);
    const orphans = placed.filter((it) => !it.place);
    this.#list.replaceChildren(
      ...(placed.length === 0 ? [h("p", { class: "none" }, words.marks.empty)] : []),
      ...(found.length > 0 ? [h("ol", { class: "own-list", "aria-label": words.marks.list }, ...found.map((it) => this.#item(it)))] : []),
      ...(orphans.length > 0 ? [h("h3", { id: "orphans" }, words.marks.orphans, " ", h("span", { class: "n" }, String(orphans.length))), h("ul", { class: "own-list", "aria-labelledby": "orphans" }, ...orphans.map((it) => this.#item(it)))] : []),
    );
    // The mark that had the focus may be gone: its neighbour has it now.
    if (had >= 0) /** @type {HTMLElement | undefined} */ ([...this.#list.querySelectorAll(".own-go")].at(Math.min(had, placed.length - 1)))?.focus({ preventScroll: true });
  }

  /** Takes marks in from a file, or says why not. @param {File} file */
  async open(file) {
    const t = words.marks;
    let marks;
    try {
      const content = await file.text();
      if (/^\s*\{[^{}[\]]*"nutgraf-library"/.test(content)) return say(this.#root, "problem", t.isLibrary);
      marks = readMarks(content);
    } catch {
      return say(this.#root, "problem", t.unreadable);
    }
    const taken = this.#marks.take(marks);
    if (!taken) return say(this.#root, "problem", t.strangers);
    this.#page.say(t.opened(taken.n, taken.orphans, marks.skipped), taken.back);
  }

  /** @param {Placed} it */
  #item({ mark, place, orphan }) {
    const quote = h("span", { class: "own-quote", dir: "auto" }, mark.exact.replace(/\s+/g, " "));
    const swatch = h("span", { class: `own-letter own-${mark.colour + 1}`, role: "img", "aria-label": words.marks.colours[mark.colour] }, "Aa");
    const view = this.#page.view();
    const number = place && view ? paragraphAt(view, place.start) : null;
    const go = h("button", { type: "button", class: "own-go" }, swatch, " ", quote, place ? h("span", { class: "para" }, ` ${pageWords.paragraph(number)}`) : null);
    go.addEventListener("click", () => (place ? say(this.#root, "go", { ...place, from: go }) : this.#marks.edit(mark.id)));
    const note = h("button", { type: "button", class: "link" }, mark.note ? words.marks.note : words.marks.addNote);
    note.addEventListener("click", () => this.#marks.edit(mark.id));
    const remove = h("button", { type: "button", class: "link" }, words.marks.remove);
    remove.addEventListener("click", () => this.#marks.remove(mark.id));
    return h(
      "li",
      { "data-mark": mark.id, "data-orphan": orphan },
      go,
      orphan ? h("p", { class: "guess" }, words.marks[orphan]) : null,
      mark.note ? h("p", { class: "own-note", dir: "auto" }, mark.note) : null,
      h("p", { class: "own-acts" }, note, remove),
    );
  }

  #position() {
    const item = document.activeElement?.closest("li");
    return [...this.#list.querySelectorAll("li")].indexOf(/** @type {HTMLLIElement} */ (item));
  }
}

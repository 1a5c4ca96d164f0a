// @ts-check
// Reads the article aloud, sentence by sentence, by a voice of this device; the sentence read is marked and kept in sight.
// Voices that the browser does not call its device's own may send the text to a server: they wait for the reader's word.
// What is missing is said in words.

import { paint } from "../../lib/highlight.js";
import { byId, h, say } from "../dom.js";
import { languageName } from "../format.js";
import { words } from "./words.js";

/** @typedef {import("../../lib/index.d.ts").View} View */
/** @typedef {import("./shelf.js").Span} Span */

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
/** How long is waited for voices, and for a voice to begin, in milliseconds. */
const PATIENCE = { voices: 2500, voice: 6000 };

export class Speech {
  #page;
  /** @type {SpeechSynthesis | undefined} */ #platform;
  #root = byId("speech");
  #button = byId("listen-button");
  #toggle = h("button", { type: "button", class: "primary", id: "speech-toggle" });
  #status = h("span", { class: "n", id: "speech-status" });
  #note = h("p", { class: "speech-note", role: "status" });
  #speed = h("select", { id: "speech-speed" }, ...SPEEDS.map((it) => h("option", { value: it, selected: it === 1 }, `${it}×`)));
  #voice = h("select", { id: "speech-voice" });
  #allow = h("button", { type: "button", class: "plain", id: "speech-allow", hidden: true }, words.speech.allow);
  /** The reader lets voices read that may be elsewhere. */ #anywhere = false;
  /** Those that are offered, the fitting ones first. @type {SpeechSynthesisVoice[]} */ #offered = [];
  /** @type {Span[]} */ #sentences = [];
  #at = 0;
  #isOn = false;
  /** Counts starts: what an earlier utterance still says is void. */ #turn = 0;
  /** @type {(() => void) | null} */ #off = null;
  /** The reader has scrolled away: the page stays where it was put. */ #isLed = true;
  #timer = 0;

  /** @param {import("./own.js").Page} page */
  constructor(page) {
    this.#page = page;
    const t = words.speech;
    /** @param {string} label @param {string} sign @param {() => void} act */
    const button = (label, sign, act, id = "") => h("button", { type: "button", class: "quiet icon", id: id || null, "aria-label": label, title: label, onclick: act }, sign);
    this.#root.setAttribute("aria-label", t.region);
    this.#root.append(
      this.#note,
      this.#allow,
      h("div", { class: "speech-row" }, button(t.back, "«", () => this.#step(-1)), this.#toggle, button(t.forward, "»", () => this.#step(1)), this.#status,
        h("label", { class: "visually-hidden", for: "speech-speed" }, t.speed), this.#speed, h("label", { class: "visually-hidden", for: "speech-voice" }, t.voice), this.#voice,
        button(t.stop, "✕", () => this.stop(true), "speech-stop")),
    );
    this.#button.addEventListener("click", () => this.key());
    this.#allow.addEventListener("click", () => {
      this.#anywhere = true;
      this.#allow.hidden = true;
      this.#toggle.focus();
      this.play();
    });
    this.#toggle.addEventListener("click", () => (this.#isOn ? this.pause() : this.play()));
    for (const it of [this.#speed, this.#voice]) it.addEventListener("change", () => this.#isOn && this.play());
    for (const it of ["wheel", "touchmove"]) addEventListener(it, () => (this.#isLed = false), { passive: true });
    page.root.addEventListener("nutgraf-shown", () => this.#mark(false));
    // A browser goes on speaking when its page is gone.
    addEventListener("pagehide", () => this.stop());
  }

  get isOpen() {
    return !this.#root.hidden;
  }

  /** What the key "r" does. */
  key() {
    if (this.#isOn) this.pause();
    else this.play();
  }

  /** Reads on from where it stopped; from the sentence gone to, where that is another. */
  async play() {
    const view = this.#page.view();
    const t = words.speech;
    if (!view) return;
    const turn = ++this.#turn;
    this.#root.hidden = false;
    // Asked for when it is needed: the voices of some platforms start a program of their own.
    if (!this.#platform) {
      this.#platform = globalThis.speechSynthesis;
      this.#platform?.addEventListener?.("voiceschanged", () => this.#root.hidden || this.#voices());
    }
    if (!this.#platform || typeof SpeechSynthesisUtterance !== "function") {
      this.#stand(false, t.missing);
      return;
    }
    this.#platform.cancel();
    if (this.#sentences.length === 0) this.#take(view);
    this.#isLed = true;
    this.#stand(true);
    if (!(await this.#ready()) || turn !== this.#turn) return;
    this.#say(turn);
  }

  pause() {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#platform?.cancel();
    this.#stand(false);
  }

  /** @param {boolean} [restore]  focus goes back to the button */
  stop(restore = false) {
    if (this.#root.hidden) return;
    this.pause();
    this.#note.textContent = "";
    this.#root.hidden = true;
    this.#sentences = [];
    this.#mark(false);
    if (restore) this.#button.focus({ preventScroll: true });
  }

  /** The sentences of the article in order, from the one that the reader has gone to. @param {View} view */
  #take(view) {
    const blocks = view.blocks ?? [];
    this.#sentences = (view.sentences ?? []).filter((it) => !["furniture", "code", "table"].includes(blocks[it.block]?.role ?? ""));
    const from = this.#page.place();
    this.#at = from ? Math.max(0, this.#sentences.findIndex((it) => it.end > from.start)) : 0;
  }

  /** Whether there is a voice; where voices come late, they are waited for. */
  async #ready() {
    if (this.#voices()) return true;
    this.#note.textContent = words.speech.waiting;
    const turn = this.#turn;
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, PATIENCE.voices);
      this.#platform?.addEventListener?.("voiceschanged", () => { clearTimeout(timer); setTimeout(resolve); }, { once: true });
    });
    if (turn !== this.#turn) return false;
    if (this.#voices()) return true;
    const all = this.#platform?.getVoices() ?? [];
    this.#allow.hidden = all.length === 0;
    this.#stand(false, all.length > 0 ? words.speech.onlyRemote : words.speech.noVoices);
    return false;
  }

  get #chosen() {
    return this.#offered[Number(this.#voice.value)] ?? this.#offered[0];
  }

  /** Lists the voices of this device, those of the article's language first. */
  #voices() {
    const language = this.#page.view()?.language.tag ?? "";
    const base = (/** @type {string} */ tag) => tag.toLowerCase().split(/[-_]/)[0];
    const all = (this.#platform?.getVoices() ?? []).filter((it) => it.localService || this.#anywhere);
    const fits = (/** @type {SpeechSynthesisVoice} */ it) => base(it.lang) === base(language);
    // Not by address: WebKitGTK's voices have none.
    const chosen = this.#chosen?.name;
    this.#offered = [...all.filter(fits), ...all.filter((it) => !fits(it))];
    this.#voice.replaceChildren(...this.#offered.map((it, idx) => h("option", { value: idx, selected: it.name === chosen }, `${it.name} (${it.lang})`)));
    this.#voice.hidden = all.length === 0;
    const first = this.#chosen;
    this.#note.textContent = first && language && language !== "und" && !fits(first) ? words.speech.otherLanguage(languageName(language)) : "";
    return first ?? null;
  }

  /** @param {number} turn */
  #say(turn) {
    const span = this.#sentences[this.#at];
    const text = this.#page.view()?.text ?? "";
    if (!span) {
      this.#at = 0;
      this.stop(this.#root.contains(document.activeElement));
      say(this.#page.root, "said", words.speech.done);
      return;
    }
    const utterance = new SpeechSynthesisUtterance(text.slice(span.start, span.end));
    const voice = this.#chosen;
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? this.#page.view()?.language.tag ?? "";
    utterance.rate = Number(this.#speed.value);
    const mine = () => turn === this.#turn;
    utterance.onstart = () => clearTimeout(this.#timer);
    utterance.onend = () => {
      if (!mine()) return;
      clearTimeout(this.#timer);
      this.#at++;
      this.#say(turn);
    };
    utterance.onerror = (event) => {
      // Cancelled by us, or by another page: neither is a fault of the voice.
      if (!mine()) return;
      this.#stand(false, ["canceled", "interrupted"].includes(event.error) ? "" : words.speech.silent);
    };
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => mine() && (this.pause(), this.#stand(false, words.speech.silent)), PATIENCE.voice);
    this.#stand(true);
    this.#mark(true);
    // Kept by the page: Chromium forgets utterances that nobody holds, and their ends with them.
    this.#utterance = utterance;
    this.#platform?.speak(utterance);
  }
  /** @type {SpeechSynthesisUtterance | null} */ #utterance = null;

  /** @param {number} by */
  #step(by) {
    this.#at = Math.min(Math.max(0, this.#at + by), Math.max(0, this.#sentences.length - 1));
    if (this.#isOn) this.play();
    else {
      this.#stand(false);
      this.#mark(true);
    }
  }

  /** @param {boolean} isOn @param {string} [note] */
  #stand(isOn, note) {
    const t = words.speech;
    this.#isOn = isOn;
    this.#toggle.textContent = isOn ? t.pause : t.play;
    if (note !== undefined) this.#note.textContent = note;
    this.#status.textContent = this.#sentences.length > 0 ? t.at(Math.min(this.#at + 1, this.#sentences.length), this.#sentences.length) : "";
  }

  /** Marks the sentence read, and brings it into sight. @param {boolean} scroll */
  #mark(scroll) {
    this.#off?.();
    this.#off = null;
    const span = this.#root.hidden ? null : this.#sentences[this.#at];
    if (!span) return;
    if (scroll) this.#page.article.ensure(span.end);
    else if (span.end > this.#page.article.shown) return;
    const { map } = this.#page.article;
    this.#off = paint(map, "said", [span]);
    const [range] = map.ranges(span.start, span.end);
    if (!scroll || !range) return;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { top, bottom } = live.getBoundingClientRect();
    const isInSight = top > 80 && bottom < innerHeight - 150;
    if (isInSight) this.#isLed = true;
    else if (this.#isLed) scrollTo({ top: scrollY + top - innerHeight / 3, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  }
}

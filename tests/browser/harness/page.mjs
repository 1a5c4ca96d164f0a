// The page under test, in the words of a person who uses it.

import assert from "node:assert/strict";
import { By, Key } from "selenium-webdriver";
import { readFileSync } from "node:fs";
import { until } from "./drive.mjs";

/** The seed article, exactly as it lies on disk. */
export const seed = readFileSync(new URL("../../data/seed/article.txt", import.meta.url), "utf8");

export class Page {
  /**
   * @param {import("selenium-webdriver").WebDriver} driver
   * @param {{ address: string, requests: string[] }} site
   */
  constructor(driver, site) {
    this.driver = driver;
    this.site = site;
  }

  /** Runs a function in the page. */
  run(what, ...args) {
    return this.driver.executeScript(`return (${what}).apply(null, arguments)`, ...args);
  }

  /** Opens the page anew, and waits until it has loaded all that it will ever load. */
  async open(query = "") {
    this.site.requests.length = 0;
    await this.driver.get(`${this.site.address}/${query}`);
    await this.loaded();
  }

  async loaded() {
    await until("the wasm to be asked for", () => this.site.requests.some((it) => it.endsWith("nutgraf_bg.wasm"))).catch(async (error) => {
      throw new Error(`${error.message}; the page says ${JSON.stringify(await this.problems())}; asked for so far: ${this.site.requests}`);
    });
    let before = -1;
    await until("quiet", async () => {
      const now = this.site.requests.length;
      if (now === before) return true;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 250));
    });
  }

  /** The first such element. A person presses what is there now: where the page has just put another in its place, that. */
  find(selector) {
    const found = this.driver.findElement(By.css(selector));
    const click = found.click.bind(found);
    found.click = () => click().catch((error) => {
      if (!/stale/i.test(`${error.name} ${error.message}`)) throw error;
      return this.driver.findElement(By.css(selector)).click();
    });
    return found;
  }

  /** Clicks what comes a moment behind something else: the bar with what may be taken back. */
  async take(selector) {
    await until(`${selector} to be there`, async () => (await this.text(selector)) !== null);
    await this.find(selector).click();
  }

  findAll(selector) {
    return this.driver.findElements(By.css(selector));
  }

  /** What a person reads there; null when there is no such thing, or it is not shown. */
  text(selector) {
    return this.run((selector) => {
      const it = document.querySelector(selector);
      return it && it.getClientRects().length > 0 ? it.innerText.trim() : null;
    }, selector);
  }

  /** What a person reads in each. @returns {Promise<string[]>} */
  texts(selector) {
    return this.run((selector) => [...document.querySelectorAll(selector)].filter((it) => it.getClientRects().length > 0).map((it) => it.innerText.trim()), selector);
  }

  field() {
    return this.run(() => document.getElementById("text").value);
  }

  state() {
    return this.run(() => document.body.dataset.state);
  }

  press(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  /** A key held with Control. */
  chord(key) {
    return this.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  }

  /** Copies a text from another page, by keys; then opens this one. */
  async copyElsewhere(text) {
    await this.driver.get(`${this.site.address}/__clipboard.html`);
    await this.run((text) => {
      const from = document.getElementById("from");
      from.value = text;
      from.focus();
      from.select();
    }, text);
    await this.chord("c");
    await this.open();
  }

  /** Pastes what is on the clipboard, by keys. */
  async pasteByKeys() {
    await this.find("#text").click();
    await this.chord("v");
  }

  /** Pastes by an event, for what keys cannot put on a clipboard here: other kinds, odd characters. */
  paste(data) {
    return this.run((data) => {
      const transfer = new DataTransfer();
      for (const [kind, it] of Object.entries(data)) transfer.setData(kind, it);
      // What was said of the former text must not be taken for the answer to this one.
      document.getElementById("status").replaceChildren();
      const field = document.getElementById("text");
      field.focus();
      field.select();
      const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
      // Firefox leaves out the clipboardData that the constructor is given.
      Object.defineProperty(event, "clipboardData", { value: transfer });
      // Where the page leaves a paste to the browser, an event of ours does nothing: do what a browser does.
      if (field.dispatchEvent(event)) {
        field.setRangeText(data["text/plain"] ?? "");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }, data);
  }

  /** Drops a file on the page. @param {string} name @param {string} type @param {number[]} bytes */
  drop(name, type, bytes) {
    return this.run((name, type, bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
      document.getElementById("status").replaceChildren();
      for (const kind of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    }, name, type, bytes);
  }

  /** Waits until the page says that it has read. */
  async read(milliseconds = 15_000) {
    return until("the page to say that it has read", async () => {
      const status = await this.run(() => document.querySelector("#status > span")?.textContent ?? "");
      return /^Read /.test(status) && status;
    }, milliseconds);
  }

  /** Opens the page and pastes the seed article into it. */
  async readSeed() {
    await this.open();
    await this.paste({ "text/plain": seed });
    await this.read();
  }

  /** The stretches of the article that are painted as a kind. @returns {Promise<string[]>} */
  painted(kind) {
    return this.run((kind) => {
      const highlight = globalThis.CSS?.highlights?.get(`nutgraf-${kind}`);
      const ranges = [...(highlight ?? [])].map((it) => {
        const range = document.createRange();
        range.setStart(it.startContainer, it.startOffset);
        range.setEnd(it.endContainer, it.endOffset);
        return range.toString();
      });
      const marks = [...document.querySelectorAll(`mark[data-kind="${kind}"]`)].map((it) => it.textContent);
      return [...ranges, ...marks];
    }, kind);
  }

  /** Whether what is painted as a kind lies within the window. */
  inSight(kind) {
    return this.run((kind) => {
      const [it] = globalThis.CSS?.highlights?.get(`nutgraf-${kind}`) ?? [];
      if (!it) return false;
      const range = document.createRange();
      range.setStart(it.startContainer, it.startOffset);
      range.setEnd(it.endContainer, it.endOffset);
      const { top, bottom } = range.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, kind);
  }

  /** What went wrong in the page so far: errors, rejections, refusals by the policy, complaints on the console. */
  problems() {
    return this.run(() => window.__recorded.problems);
  }

  async nothingWrong() {
    assert.deepEqual(await this.problems(), []);
  }
}

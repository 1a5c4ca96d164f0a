// What most tests of the page begin with: the page served, a browser, the page open in it. Each test file is a process
// of its own, so there is one stage, and these are its parts.

import { after, before, test } from "node:test";
import { engine, open } from "./drive.mjs";
import { Page } from "./page.mjs";
import { serve } from "./site.mjs";

/** @type {Awaited<ReturnType<typeof open>>} */ export let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ export let site;
/** @type {Page} */ export let page;

/** Sets the stage before the tests of a file, and clears it behind them. The page is served as it lies in `www`, or from a folder. */
export function stage(folder) {
  before(async () => {
    site = await serve(folder);
    browser = await open();
    page = new Page(browser.driver, site);
    // A page that does not load fails here once, and not in every test after its own long wait.
    await page.open();
  }, { timeout: 180_000 });

  after(async () => {
    await browser?.close();
    site?.close();
  });
}

/** A test, named with the browser it runs in. */
export const check = (name, run) => test(`${engine}: ${name}`, { timeout: 90_000 }, run);

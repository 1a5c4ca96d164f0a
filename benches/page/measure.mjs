// How quick the built page is, in Chromium. Run it by `cargo xtask bench page`, which builds the page and sets
// NUTGRAF_SERVE. Tells, and judges nothing: a busy machine says nothing of us.

import { readFileSync } from "node:fs";
import { open } from "../../tests/browser/harness/drive.mjs";
import { startServer } from "../../tests/browser/harness/site.mjs";

const N = Number(process.env.N ?? 20);
const seed = readFileSync(new URL("../../tests/data/seed/article.txt", import.meta.url), "utf8");
const { server, port } = await startServer("dist/site");
const { driver, close } = await open();
const run = (what, ...args) => driver.executeAsyncScript(`const done = arguments[arguments.length - 1]; (${what}).apply(null, arguments).then(done, (error) => done(String(error)))`, ...args);
const address = `http://127.0.0.1:${port}/`;
const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const tell = (what, figure) => console.log(`${what.padEnd(64)} ${figure}`);

/** The page anew, as on a first visit. */
async function visit() {
  await driver.get("about:blank");
  await driver.sendDevToolsCommand("Storage.clearDataForOrigin", { origin: address.slice(0, -1), storageTypes: "all" });
  await driver.sendDevToolsCommand("Network.clearBrowserCache", {});
  await driver.get(address);
  return run(async () => {
    const ready = () => performance.getEntriesByName("nutgraf-ready")[0];
    while (!ready()) await new Promise((resolve) => setTimeout(resolve, 5));
    return ready().startTime;
  });
}

/** From a paste to the frame that shows its marks, and the longest task of the main thread meanwhile. */
function paste(text) {
  return run(async (text) => {
    let longest = 0;
    const watch = new PerformanceObserver((list) => {
      for (const it of list.getEntries()) longest = Math.max(longest, it.duration);
    });
    watch.observe({ type: "longtask" });
    const transfer = new DataTransfer();
    transfer.setData("text/plain", text);
    document.getElementById("status").replaceChildren();
    // Such an event is the page's own task here: the driver's is not.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const start = performance.now();
    document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: transfer }));
    while (!/^Read /.test(document.querySelector("#status > span")?.textContent ?? "")) await new Promise((resolve) => requestAnimationFrame(resolve));
    // The next frame is on the screen when the one after it begins.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const painted = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 700));
    watch.disconnect();
    return { painted, longest };
  }, text);
}

try {
  const cold = [];
  for (let n = 0; n < N; n++) cold.push(await visit());
  tell(`cold load to ready, median of ${N}`, `${middle(cold).toFixed(0)} ms`);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await paste(seed);
  const warm = [];
  for (let n = 0; n < N; n++) warm.push((await paste(seed + " ".repeat(n + 1))).painted);
  tell(`paste of the seed article to marks painted, median of ${N}`, `${middle(warm).toFixed(0)} ms`);
  for (const [name, n] of [["100 kB", 1e5], ["1 MB", 1e6]]) {
    const text = seed.repeat(Math.ceil(n / seed.length)).slice(0, n);
    const runs = [];
    for (let i = 0; i < 5; i++) runs.push(await paste(`${text}${" ".repeat(i)}`));
    const longest = middle(runs.map((it) => it.longest));
    tell(`${name}: paste to all painted; longest task (median of 5)`, `${middle(runs.map((it) => it.painted)).toFixed(0)} ms; ${longest ? `${longest.toFixed(0)} ms` : "under 50 ms"}`);
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await close();
  process.kill(-server.pid);
  process.exit();
}

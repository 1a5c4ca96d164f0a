// Sentences in the page: our wasm beside the browser's own Intl.Segmenter, in the same page of Chromium, on the main
// thread. Run it by `cargo xtask bench sentences`, which builds the wasm and sets NUTGRAF_SERVE. Ours is the whole call:
// text in, blocks, sentences, objects out. Intl.Segmenter gets the paragraphs one by one: given the whole text it takes
// hundreds of times longer.

import { readFileSync } from "node:fs";
import { open } from "../../tests/browser/harness/drive.mjs";
import { startServer } from "../../tests/browser/harness/site.mjs";

const seed = readFileSync(new URL("../../tests/data/seed/article.txt", import.meta.url), "utf8");
const { server, port } = await startServer("www");
const { driver, close } = await open();

try {
  await driver.get(`http://127.0.0.1:${port}/`);
  const figures = await driver.executeAsyncScript(
    `const [seed, done] = arguments; (${async (seed) => {
      const core = await import(new URL("pkg/nutgraf.js", location.href).href);
      const wasm = await (await fetch(new URL("pkg/nutgraf_bg.wasm", location.href))).arrayBuffer();
      await core.default({ module_or_path: wasm });
      const text = seed.repeat(Math.ceil(1e6 / seed.length));
      const paragraphs = text.split("\n");
      const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
      const runs = {
        "nutgraf (wasm)": () => core.analyze(text, { only: "sentences", furniture: "none", lang: "en" }).sentences.length,
        "Intl.Segmenter": () => paragraphs.reduce((sum, it) => sum + [...segmenter.segment(it)].length, 0),
      };
      const figures = [];
      for (const [name, run] of Object.entries(runs)) {
        let best = Infinity;
        // Engines make a function quick while it runs.
        for (let n = 0; n < 60; n++) {
          const start = performance.now();
          run();
          best = Math.min(best, performance.now() - start);
        }
        figures.push([name, text.length / best / 1000]);
      }
      return figures;
    }})(seed).then(done, (error) => done(String(error)))`,
    seed,
  );
  if (typeof figures === "string") throw new Error(figures);
  for (const [name, rate] of figures) console.log(`${name.padEnd(20)} ${rate.toFixed(1)} MB/s`);
  console.log(`times                ${(figures[0][1] / figures[1][1]).toFixed(2)}`);
} finally {
  await close();
  process.kill(-server.pid);
}
process.exit(0);

// The package as npm would send it: its manifest, its types, and what Node makes of it.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { install, packed } from "./consumers.mjs";

const run = promisify(execFile);
const tools = fileURLToPath(new URL("../../node_modules", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));

/** @type {string} */ let folder;
before(() => {
  folder = install("node");
});

test("publint finds nothing", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: packed, pack: false, strict: true });
  assert.deepEqual(messages.map((it) => `${it.code} ${it.path.join(".")}`), []);
});

test("are the types wrong? They are not", { timeout: 60_000 }, async () => {
  const attw = join(tools, "@arethetypeswrong/cli/dist/index.js");
  // Files that are no modules have no types.
  const entries = ["nutgraf.wasm", "nutgraf.supplement", "nutgraf.languages", "custom-elements.json"].map((it) => `./${it}`);
  const { stdout } = await run(process.execPath, [attw, "--pack", packed, "--profile", "esm-only", "--no-color", "--no-emoji", "--exclude-entrypoints", ...entries]);
  // It ends with an error when anything is wrong.
  assert.match(stdout, /"nutgraf\/element" +│ OK \(ESM\)/);
});

test("TypeScript reads a program against the types", { timeout: 60_000 }, async () => {
  writeFileSync(join(folder, "program.ts"), `
    import { analyze, createAnalyzer, init, NutgrafError, toAnnotations, toMarkdown, type View } from "nutgraf";
    import { NutgrafArticle } from "nutgraf/element";
    import { analyze as inline } from "nutgraf/inline";
    export async function program(text: string, signal: AbortSignal): Promise<string> {
      await init({ wasm: fetch("/nutgraf.wasm") });
      const analyzer = await createAnalyzer({ signal, worker: () => new Worker("/worker.js") });
      const view: View = await analyzer.analyze(text, { sentences: 3, query: null });
      const box: NutgrafArticle = document.createElement("nutgraf-article");
      box.addEventListener("nutgraf-ready", (event) => event.detail.view.summary?.covers.toFixed());
      box.addEventListener("nutgraf-error", (event) => event.detail.code === "refused" && event.detail.directive);
      try { await inline(text); } catch (error) { if (error instanceof NutgrafError) return error.code; }
      return toMarkdown(await analyze(text)) + JSON.stringify(toAnnotations(view));
    }
    // @ts-expect-error there is no such option
    analyze("", { sentence: 3 });
  `);
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", "es2023,dom", "--skipLibCheck", "false"];
  await run(process.execPath, [join(tools, "typescript/bin/tsc"), ...options, join(folder, "program.ts")], { cwd: folder }).catch((error) => assert.fail(error.stdout));
});

test("a program for Node imports it, asks, and ends", { timeout: 60_000 }, async () => {
  const { stdout } = await run(process.execPath, [join(folder, "node/main.js")], { timeout: 30_000, maxBuffer: 1 << 26 });
  const { view, same, markdown, bad, aborted, late, html, missing } = JSON.parse(stdout);
  assert.equal(view.summary.sentences.length, 2);
  assert.ok(view.entities.some((it) => it.name === "Marta Olsen"), JSON.stringify(view.entities));
  assert.ok(same, "bytes, a module, a response and an address give the same");
  assert.match(markdown, /^# Harbour Town Votes/);
  assert.equal(bad, "bad_option");
  assert.equal(aborted, "AbortError");
  assert.equal(late, "TimeoutError");
  assert.equal(html[0], "not_loaded");
  assert.match(html[1], /is a page \(HTML\)/);
  assert.equal(missing, "not_loaded");
});

test("Node gives the same answer as the command line", { skip: !process.env.NUTGRAF_CLI && "NUTGRAF_CLI is not set" }, async () => {
  const { text } = await import("./consumers/text.js");
  cpSync(join(root, "tests/data/seed/article.txt"), join(folder, "seed.txt"));
  const program = `
    import { analyze } from "nutgraf";
    import { readFileSync } from "node:fs";
    const text = readFileSync("seed.txt", "utf8");
    console.log(JSON.stringify(await analyze(text)));
  `;
  writeFileSync(join(folder, "seed.mjs"), program);
  const here = await run(process.execPath, ["seed.mjs"], { cwd: folder, maxBuffer: 1 << 26 });
  const there = await run(process.env.NUTGRAF_CLI, ["analyze", "seed.txt", "--input", "text", "--format", "json", "--offsets", "utf16"], { cwd: folder, maxBuffer: 1 << 26 });
  assert.deepEqual(JSON.parse(here.stdout), JSON.parse(there.stdout));
  assert.ok(text.length > 0);
});

test("without the lists of other languages a German text is read all the same, and a note says so", async () => {
  const program = `
    import { createAnalyzer } from "nutgraf";
    const text = "Die Regierung hat am Montag erklärt, dass sie ihre Pläne nicht ändern wird. Am Dienstag will der Minister die Gründe nennen.";
    const codes = [];
    for (const options of [{}, { languages: null }]) {
      const analyzer = await createAnalyzer(options);
      const { dates, notes } = await analyzer.analyze(text);
      codes.push([dates.length, notes.some((it) => it.code === "languages_missing")]);
      analyzer.close();
    }
    console.log(JSON.stringify(codes));
  `;
  writeFileSync(join(folder, "german.mjs"), program);
  const { stdout } = await run(process.execPath, ["german.mjs"], { cwd: folder });
  assert.deepEqual(JSON.parse(stdout), [[2, false], [0, true]]);
});

test("what custom-elements.json tells is what the element has", async () => {
  const { modules: [{ declarations: [it] }] } = JSON.parse(readFileSync(join(packed, "custom-elements.json"), "utf8"));
  const { NutgrafArticle } = await import(join(packed, "element.js"));
  assert.deepEqual(it.attributes.map(({ name }) => name).sort(), [...NutgrafArticle.observedAttributes].sort());
  const sources = ["element.js", "element/card.js"].map((name) => readFileSync(join(root, "www/lib", name), "utf8")).join("");
  const styles = readFileSync(join(root, "www/lib/element/styles.js"), "utf8");
  const used = new Set([...sources.matchAll(/part: "([^"]+)"/g)].flatMap((match) => match[1].split(" ")));
  for (const name of ["line", "item", "list"]) used.add(name);
  assert.deepEqual(it.cssParts.map(({ name }) => name).sort(), [...used].sort());
  const properties = new Set([...styles.matchAll(/--nutgraf-[a-z-]+/g)].map((match) => match[0]));
  assert.deepEqual(it.cssProperties.map(({ name }) => name).sort(), [...properties].sort());
});

test("nothing is asked for that the package does not hold", () => {
  const held = new Set(readdirSync(packed));
  for (const name of held) {
    if (!name.endsWith(".js") || name === "inline.js") continue;
    for (const [, asked] of readFileSync(join(packed, name), "utf8").matchAll(/["'`]\.\/([\w.-]+\.(?:js|wasm|supplement|languages))["'`]/g)) {
      // A name inside the wasm, not a file.
      assert.ok(held.has(asked) || asked === "nutgraf_bg.js", `${name} asks for ${asked}`);
    }
  }
});

test("the README's lines for JavaScript run in an empty folder", { timeout: 60_000 }, async () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, lines] = /### In JavaScript[^]*?```js\n([^]*?)```/.exec(readme) ?? assert.fail("the README has no lines for JavaScript");
  const { text } = await import("./consumers/text.js");
  writeFileSync(join(folder, "readme.mjs"), `const text = ${JSON.stringify(text)};\n${lines}`);
  const { stdout } = await run(process.execPath, ["readme.mjs"], { cwd: folder });
  const said = stdout.trim().split("\n");
  assert.equal(said.length, 3);
  for (const it of said) assert.ok(text.includes(it), it);
});

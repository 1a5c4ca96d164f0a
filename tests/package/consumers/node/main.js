// A program for Node, as in the package's README. Prints its answer, and ends by itself.
import { analyze, createAnalyzer, NutgrafError, toMarkdown } from "nutgraf";
import "nutgraf/element"; // importing it where there is no browser does nothing
import { readFileSync } from "node:fs";
import { text } from "../text.js";

const view = await analyze(text, { sentences: 2 });
const bytes = readFileSync(new URL(import.meta.resolve("nutgraf/nutgraf.wasm")));
const module = await WebAssembly.compile(bytes);
const answers = [];
for (const wasm of [bytes, module, new Response(bytes), new URL(import.meta.resolve("nutgraf/nutgraf.wasm"))]) {
  const own = await createAnalyzer({ wasm });
  answers.push(JSON.stringify(await own.analyze(text, { sentences: 2 })));
  own.close();
}
const code = (promise) => promise.then(() => null, (error) => (error instanceof NutgrafError ? error.code : error.name));
const html = await createAnalyzer({ wasm: new TextEncoder().encode("<!doctype html><title>Not found</title>") }).catch((error) => error);
console.log(JSON.stringify({
  view,
  same: answers.every((it) => it === JSON.stringify(view)),
  markdown: toMarkdown(view).slice(0, 40),
  bad: await code(analyze(text, { sentences: -1 })),
  aborted: await code(analyze(text, { signal: AbortSignal.abort() })),
  late: await code(createAnalyzer({ signal: AbortSignal.timeout(0) })),
  html: [html.code, html.message],
  missing: await code(createAnalyzer({ wasm: new URL("file:///nowhere/nutgraf.wasm") })),
}));

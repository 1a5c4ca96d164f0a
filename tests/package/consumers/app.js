// What a developer writes: the same lines for every bundler. Puts what came out where a test can read it.
import { analyze, createAnalyzer, NutgrafError, toAnnotations, toMarkdown } from "nutgraf";
import { text } from "./text.js";

const say = (name, value) => document.body.setAttribute(`data-${name}`, value);

try {
  const view = await analyze(text, { sentences: 2 });
  const own = await createAnalyzer({ signal: AbortSignal.timeout(30_000) });
  const second = await own.analyze(text, { sentences: 2 });
  own.close();
  const people = view.entities.filter((it) => it.kind === "person").map((it) => it.name);
  say("answer", JSON.stringify({
    lines: view.summary.sentences.map((it) => text.slice(view.sentences[it].start, view.sentences[it].end)),
    same: JSON.stringify(view) === JSON.stringify(second),
    people,
    markdown: toMarkdown(view).startsWith("# Harbour Town"),
    annotations: toAnnotations(view).items.length,
    closed: await own.analyze(text).catch((error) => error instanceof NutgrafError && error.code),
  }));
} catch (error) {
  say("answer", JSON.stringify({ error: `${error.code} ${error.message}` }));
}

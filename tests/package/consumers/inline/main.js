import { analyze } from "nutgraf/inline";
import { text } from "../text.js";

analyze(text, { sentences: 2 }).then(
  (view) => document.body.setAttribute("data-answer", JSON.stringify({ lines: view.summary.sentences.map((it) => text.slice(view.sentences[it].start, view.sentences[it].end)), people: view.entities.filter((it) => it.kind === "person").map((it) => it.name) })),
  (error) => document.body.setAttribute("data-answer", JSON.stringify({ error: `${error.code} ${error.message}` })),
);

// Similar articles: which are alike and why, and what one says that an earlier one did not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { novel, profile, similar } from "../../www/lib/similar.js";
import { analyze, seed } from "./load.mjs";
import { odd, torn } from "./texts.mjs";

const first = `Harbor bridge closed after crack is found

Engineers closed the Harbor Bridge in Port Ellis on Monday after Maria Duarte, the city engineer, found a crack in its main girder. The bridge carries 40,000 cars a day.

"We will not take a risk with people's lives," Duarte told reporters. The city council of Port Ellis has asked the state of Oregon for money to repair the bridge. Repairs may take six weeks, the council said.

Ferries across the harbor will run until midnight while the bridge is closed.`;

const later = `Port Ellis gets money for its bridge

The state of Oregon will pay 12 million dollars to repair the Harbor Bridge in Port Ellis, the governor said on Friday. Engineers closed the Harbor Bridge after Maria Duarte, the city engineer, found a crack in its main girder.

Traffic on the coast road has doubled since then, and shops along Pier Street complain of empty tables. The ferries across the harbor run until midnight while the bridge is closed.

Duarte said that the girder would be replaced instead of welded. The bridge carries 46,000 cars a day.`;

const other = `Choir wins national prize

The children's choir of Ashford won the national prize for young voices on Sunday. Its conductor, Helen Marsh, thanked the parents and the school.

"They have sung since they were five," Marsh said. The choir sings in the town church every Sunday morning. It will travel to Vienna in the summer.`;

const view = (text) => analyze(text);
const stored = (id, text) => ({ id, profile: profile(view(text)) });

test("the article on the same matter is found, with the names that both give", () => {
  const found = similar(profile(view(later)), [stored("choir", other), stored("bridge", first), stored("envoy", seed)]);
  assert.deepEqual(found.map((it) => it.id), ["bridge"]);
  const [{ names, phrases, score }] = found;
  assert.ok(score > 0.2 && score <= 1, String(score));
  assert.ok(names.some((it) => /Port Ellis/.test(it)) && names.some((it) => /Duarte/.test(it)), String(names));
  for (const it of [...names, ...phrases]) assert.ok(new RegExp(it.split(" ").at(-1), "i").test(first), `“${it}” stands in both`);
});

test("an article is most like itself; nothing is like nothing", () => {
  const own = profile(view(seed));
  const [best] = similar(own, [stored("choir", other), stored("same", seed)]);
  assert.equal(best.id, "same");
  assert.ok(best.score > 0.99);
  assert.deepEqual(similar(own, []), []);
  assert.deepEqual(similar(profile(view("")), [stored("a", seed)]), []);
});

test("what is new is what no earlier sentence says", () => {
  const it = view(later);
  const earlier = view(first);
  const fresh = novel(it, [earlier]).map((idx) => later.slice(it.sentences[idx].start, it.sentences[idx].end));
  assert.deepEqual(fresh.map((text) => text.split(" ").slice(0, 4).join(" ")), [
    "The state of Oregon",
    "Traffic on the coast",
    "Duarte said that the",
    // The same words with another figure are news.
    "The bridge carries 46,000",
  ]);
});

test("nothing is new in the same text, everything is where nothing came before", () => {
  const it = view(seed);
  assert.deepEqual(novel(it, [it]), []);
  assert.ok(novel(it, []).length > 10);
  assert.ok(novel(it, [view(other)]).length >= novel(it, []).length - 1);
});

test("what earlier articles say between them is not new either", () => {
  const it = view(later);
  const [one, two] = [view(first), view("Traffic on the coast road has doubled, and shops along Pier Street complain of empty tables. It rained.")];
  assert.equal(novel(it, [one, two]).length, novel(it, [one]).length - 1);
});

test("any text can be compared", () => {
  const all = [...odd, ...torn].map(([name, text]) => [name, view(text)]);
  const profiles = all.map(([id, it]) => ({ id, profile: profile(it) }));
  for (const [name, it] of all) {
    const own = profile(it);
    assert.deepEqual(JSON.parse(JSON.stringify(own)), own, name);
    for (const { score } of similar(own, profiles)) assert.ok(score > 0 && score < 1.001, name);
    assert.ok(Array.isArray(novel(it, [view(seed)])), name);
  }
});

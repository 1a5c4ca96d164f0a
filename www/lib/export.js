// @ts-check
// The analysis in other forms: Markdown for people, Web Annotations for programs. Pure functions of the view.

/** @typedef {import("./index.d.ts").View} View */
/** @typedef {import("./index.d.ts").Range} Span */

/** Characters of prefix and suffix in a text quote selector: enough to tell most repeats apart. */
const CONTEXT = 32;

/**
 * The view as a Markdown document: headline, summary, article, findings.
 * @param {View} view
 * @returns {string}
 */
export function toMarkdown(view) {
  const { metadata } = view;
  /** @type {string[]} */
  const parts = [];
  if (metadata?.headline) parts.push(`# ${inline(metadata.headline)}`);
  const credit = [metadata?.site, metadata?.byline, metadata?.published, metadata?.url].filter((it) => it != null);
  if (credit.length > 0) parts.push(credit.map((it) => inline(/** @type {string} */ (it))).join(" · "));
  const summary = summaryMarkdown(view);
  if (summary) parts.push("## In short", summary);
  parts.push(...articleMarkdown(view));
  parts.push(...quotesMarkdown(view), ...entitiesMarkdown(view), ...timelineMarkdown(view));
  return `${parts.join("\n\n")}\n`;
}

/**
 * The summary alone, a numbered list.
 * @param {View} view
 * @returns {string}
 */
export function summaryMarkdown(view) {
  return (view.summary?.sentences ?? [])
    .map((idx, place) => `${place + 1}. ${inline(told(view, view.sentences?.[idx], view.summary?.openings?.[place]))}`)
    .join("\n");
}

/**
 * A line of the summary; behind a pronoun that nothing explains, whom it is taken to mean.
 * @param {View} view
 * @param {Span | undefined} line
 * @param {import("./index.d.ts").Opening | null | undefined} opening
 */
function told(view, line, opening) {
  if (!line || !opening) return slice(view, line);
  return `${slice(view, { ...line, end: opening.end })} [${opening.name}]${slice(view, { ...line, start: opening.end })}`;
}

/** @param {View} view */
function articleMarkdown(view) {
  const parts = [];
  for (const block of view.blocks ?? []) {
    const text = inline(slice(view, block));
    if (block.role === "crosshead") parts.push(`${"#".repeat(Math.min(Math.max(block.level ?? 2, 2), 6))} ${text}`);
    else if (block.role === "standfirst") parts.push(`*${text}*`);
    else if (block.role === "quotation") parts.push(`> ${text}`);
    else if (block.role === "list_item") parts.push(`- ${text.replace(/^(?:[•‣◦*–-]|\\[*-])\s+/, "")}`);
    else if (block.role === "code") parts.push(fenced(slice(view, block)));
    else if (["paragraph", "caption", "table"].includes(block.role)) parts.push(text);
  }
  return parts.length > 0 ? ["## Article", ...parts] : parts;
}

/** @param {View} view */
function quotesMarkdown(view) {
  const quotes = view.quotes ?? [];
  if (quotes.length === 0) return [];
  const line = (/** @type {import("./index.d.ts").Quote} */ it) =>
    `- ${inline(slice(view, it))} (${it.speaker ? inline(it.speaker.name) : "no clear speaker"})`;
  return ["## Quotes", quotes.map(line).join("\n")];
}

/** @param {View} view */
function entitiesMarkdown(view) {
  const titles = { person: "People", organization: "Organizations", place: "Places" };
  return Object.entries(titles).flatMap(([kind, title]) => {
    const names = (view.entities ?? []).filter((it) => it.kind === kind);
    const lines = names.map((it) => `- ${inline(it.name)} (${it.mentions.length})`);
    return names.length > 0 ? [`## ${title}`, lines.join("\n")] : [];
  });
}

/** @param {View} view */
function timelineMarkdown(view) {
  const lines = (view.timeline ?? []).map(
    (it) => `- **${inline(it.value)}** ${inline(slice(view, view.sentences?.[it.sentence]))}`,
  );
  return lines.length > 0 ? ["## Timeline", lines.join("\n")] : [];
}

/** @param {View} view @param {Span | undefined} span */
function slice(view, span) {
  return span ? view.text.slice(span.start, span.end) : "";
}

/** One line, with what Markdown or HTML would read as a sign made plain. @param {string} text */
function inline(text) {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/^(#{1,6}\s|[+-]\s|\d+[.)]\s)/, (sign) => `\\${sign}`);
}

/** Code, in a fence longer than any in it. @param {string} code */
function fenced(code) {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map((it) => it[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

/**
 * The view as Web Annotations (JSON-LD): an AnnotationPage with one item for every finding. Positions count UTF-16
 * units, as the DOM does; the page says so itself, because the standard speaks of code points.
 * @param {View} view
 */
export function toAnnotations(view) {
  const source = view.metadata?.url ?? "urn:nutgraf:text";
  /** @type {object[]} */
  const items = [];
  const add = (/** @type {Span | undefined} */ span, /** @type {string} */ tag, /** @type {string | null} */ value) => {
    if (!span) return;
    const body = [{ type: "TextualBody", purpose: "tagging", value: tag }];
    if (value) body.push({ type: "TextualBody", purpose: "describing", value });
    const id = `urn:nutgraf:${tag}:${span.start}-${span.end}`;
    const motivation = tag === "key sentence" ? "highlighting" : "identifying";
    items.push({ id: id.replace(" ", "-"), type: "Annotation", motivation, body, target: target(view.text, span, source) });
  };
  for (const idx of view.summary?.sentences ?? []) add(view.sentences?.[idx], "key sentence", null);
  for (const it of view.quotes ?? []) add(it, "quote", it.speaker?.name ?? null);
  for (const it of view.entities ?? []) for (const mention of it.mentions) add(mention, it.kind, it.name);
  for (const it of view.dates ?? []) add(it, "date", it.value);
  for (const it of view.quantities ?? []) add(it, "number", it.value === null ? null : [it.value, it.unit].join(" ").trim());
  for (const it of view.keyphrases ?? []) for (const mention of it.mentions) add(mention, "keyphrase", it.text);
  return {
    "@context": ["http://www.w3.org/ns/anno.jsonld", { offsets: "urn:nutgraf:offsets" }],
    id: "urn:nutgraf:annotations",
    type: "AnnotationPage",
    offsets: "utf16",
    items,
  };
}

/**
 * Where a stretch lies, said twice: by its words and their neighbours, and by its offsets.
 * @param {string} text
 * @param {Span} span
 * @param {string} source
 */
export function target(text, { start, end }, source) {
  return {
    source,
    selector: [
      {
        type: "TextQuoteSelector",
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - CONTEXT), start),
        suffix: text.slice(end, end + CONTEXT),
      },
      { type: "TextPositionSelector", start, end },
    ],
  };
}

// @ts-check
// The public door: an analyzer is a worker with the core in it. Nothing happens at import.

import { door } from "./door.js";
import { browser } from "./start.js";

export { toAnnotations, toMarkdown } from "./export.js";
export { NutgrafError } from "./error.js";
export const { init, analyze, createAnalyzer } = door(browser);

// The first half of the core as built by `cargo xtask build`, in Node, and the files that come behind it.

import { readFileSync } from "node:fs";
import { start } from "../../www/lib/core.js";

export { install } from "../../www/lib/core.js";
export { analyze, version } from "../../www/pkg/nutgraf.js";

/** @param {string} name  of a file of the core */
export const file = (name) => readFileSync(new URL(`../../www/pkg/${name}`, import.meta.url));

start(file("nutgraf_bg.wasm"));

/** The seed article, exactly as it lies on disk. */
export const seed = readFileSync(new URL("../data/seed/article.txt", import.meta.url), "utf8");

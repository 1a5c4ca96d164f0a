// The first half of the core as built by `cargo xtask build`, in Node, and the files that come behind it. NUTGRAF_WWW names another
// folder with `lib` and `pkg`: `cargo xtask dist` looks so at what it hands out.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const www = process.env.NUTGRAF_WWW ? pathToFileURL(`${process.env.NUTGRAF_WWW}/`) : new URL("../../www/", import.meta.url);
const { install, start } = await import(new URL("lib/core.js", www).href);
const { analyze, second_half, version } = await import(new URL("pkg/nutgraf.js", www).href);

export { analyze, install, second_half, version };

/** @param {string} name  of a file of the core */
export const file = (name) => readFileSync(new URL(`pkg/${name}`, www));

start(file("nutgraf_bg.wasm"));

/** The seed article, exactly as it lies on disk. */
export const seed = readFileSync(new URL("../data/seed/article.txt", import.meta.url), "utf8");

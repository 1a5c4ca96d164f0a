// Loads the core as built by `cargo xtask build`, in Node.

import { readFileSync } from "node:fs";
import { initSync, analyze, version } from "../../www/pkg/nutgraf.js";

const pkg = new URL("../../www/pkg/", import.meta.url);
initSync({ module: readFileSync(new URL("nutgraf_bg.wasm", pkg)) });

export { analyze, version };

/** The seed article, exactly as it lies on disk. */
export const seed = readFileSync(new URL("../data/seed/article.txt", import.meta.url), "utf8");

// Loads the core as built by `cargo xtask build`, in Node.

import { readFileSync } from "node:fs";
import { initSync, analyze, supplement, version } from "../../www/pkg/nutgraf.js";

const pkg = new URL("../../www/pkg/", import.meta.url);
initSync({ module: readFileSync(new URL("nutgraf_bg.wasm", pkg)) });

/** The answer before the supplement is there. */
export const early = analyze("Angela Merkel met Emmanuel Macron in Berlin. They spoke for an hour.", null);
// With what belongs to other languages the core is whole, as the native program is.
for (const name of ["nutgraf.supplement", "nutgraf.languages", "nutgraf.names"]) {
  if (!supplement(readFileSync(new URL(name, pkg)))) throw new Error(`${name} was refused`);
}

export { analyze, version };

/** The seed article, exactly as it lies on disk. */
export const seed = readFileSync(new URL("../data/seed/article.txt", import.meta.url), "utf8");

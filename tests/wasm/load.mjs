// The core as built by `cargo xtask build`, in Node, with all that comes behind it: whole, as the native program is.

import { file, install } from "./core.mjs";

export { analyze, seed, version } from "./core.mjs";

for (const name of ["nutgraf.supplement", "nutgraf.languages", "nutgraf.names"]) await install(file(name));

/** The same as `nutgraf`, with the program in the module: for single files. Never load both into one page. */
export * from "./index.js";

// Builds what others would build with the package: each consumer in a folder of its own, with a copy of the package in
// its node_modules, as npm would put it there.

import { build as esbuild } from "esbuild";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const fixtures = fileURLToPath(new URL("consumers/", import.meta.url));
export const packed = process.env.NUTGRAF_PACKAGE ?? fileURLToPath(new URL("../../target/npm", import.meta.url));

/** A folder with the consumers and the package. @param {string} name */
export function install(name) {
  const folder = join(packed, "..", `consumers-${name}`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(fixtures, folder, { recursive: true });
  cpSync(packed, join(folder, "node_modules/nutgraf"), { recursive: true });
  // A project of its own: what lies above it does not count.
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  return folder;
}

/** By name: builds a page and gives the folder to serve. Without any configuration that the package would ask for. */
export const builders = {
  async vite(folder) {
    const { build } = await import("vite");
    const root = join(folder, "vite");
    await build({ root, logLevel: "error", configFile: false, build: { outDir: "dist", target: "es2022" } });
    return join(root, "dist");
  },
  async webpack(folder) {
    const { default: webpack } = await import("webpack");
    const out = join(folder, "webpack/dist");
    const options = {
      mode: "production",
      context: join(folder, "webpack"),
      entry: "./main.js",
      // Where webpack lies is not where the consumer does.
      output: { path: out, filename: "main.js" },
      performance: { hints: false },
    };
    await new Promise((resolve, reject) => {
      webpack(options, (error, stats) => {
        if (error) reject(error);
        else if (stats.hasErrors() || stats.hasWarnings()) reject(new Error(stats.toString({ colors: false })));
        else resolve(undefined);
      });
    });
    cpSync(join(folder, "page.html"), join(out, "index.html"));
    return out;
  },
  async esbuild(folder) {
    const out = join(folder, "esbuild/dist");
    await esbuild({ entryPoints: [join(folder, "esbuild/main.js")], bundle: true, format: "esm", minify: true, outdir: out, logLevel: "error" });
    // The one thing that esbuild leaves to its user, as the README says.
    for (const it of ["worker.js", "nutgraf.wasm", "nutgraf.supplement", "nutgraf.languages"]) cpSync(join(folder, "node_modules/nutgraf", it), join(out, it));
    cpSync(join(folder, "page.html"), join(out, "index.html"));
    return out;
  },
  /** One file: the script, the worker and the wasm in the page itself. */
  async inline(folder) {
    const out = join(folder, "inline/dist");
    await esbuild({ entryPoints: [join(folder, "inline/main.js")], bundle: true, format: "iife", minify: true, outdir: out, charset: "utf8", logLevel: "error" });
    const script = readFileSync(join(out, "main.js"), "utf8").replaceAll("</script", "<\\/script");
    rmSync(join(out, "main.js"));
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, "index.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><title>one file</title><body><script>${script}</script></body></html>`);
    return out;
  },
};

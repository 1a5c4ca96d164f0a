// Makes few files of the page's many: `node bundle.mjs WWW PKG OUT`. Each file that a page asks for costs a way to the
// server, and each is compressed by itself: sixty small ones weigh a fifth more than these.
//
// app.js       the page until its first answer, with the English words
// late.js      all that it loads behind that
// words-de.js  the words of another language, all of them; one file a language
// worker.js    the worker
// page.css     all styles
// index.html   the page, which names these
//
// All lie at the top. Addresses that modules make from their own place are written anew as they lead from there.

import { build } from "esbuild";
import { minify } from "terser";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

const [www, pkg, out] = process.argv.slice(2);
const app = join(www, "app");
const read = (path) => readFileSync(path, "utf8");

/** The files beside app.js, and the modules that each is made of. @type {Record<string, string[]>} */
const others = { late: [...read(join(app, "late.js")).matchAll(/import\("(.+?)"\)/g)].map((it) => join(app, it[1])) };
for (const name of readdirSync(join(app, "words"))) {
  if (name !== "en.js") others[`words-${name.slice(0, -3)}`] = [join(app, "words", name), join(app, "late/words", name)];
}
/** Where a module comes from that is imported when it is needed. */
const home = new Map(Object.entries(others).flatMap(([name, modules]) => modules.map((it) => [it, `./${name}.js`])));

const options = {
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  outdir: out,
};

/** Modules as the source has them, with addresses and switches as a release has them. */
const source = {
  name: "source",
  setup(it) {
    it.onResolve({ filter: /\/pkg\// }, ({ path }) => ({ path: join(pkg, path.split("/").pop()) }));
    it.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
      const file = kind === "dynamic-import" && home.get(join(resolveDir, path));
      return file ? { path: file, external: true } : null;
    });
    it.onLoad({ filter: /\.js$/, namespace: "file" }, ({ path }) => {
      let contents = read(path).replace(/new URL\("(.+?)", import\.meta\.url\)/g, (_, to) => `new URL("./${place(resolve(dirname(path), to))}", import.meta.url)`);
      if (path === join(app, "release.js")) contents = contents.replace("= false;", "= true;");
      return { contents };
    });
  },
};

/** Where a file of the source lies in the release. */
function place(file) {
  return file === join(www, "lib/worker.js") ? "worker.js" : relative(www, file).replaceAll(sep, "/");
}

/** Modules that lie nowhere, by their names. @param {(name: string) => string | undefined} text */
const made = (text) => ({
  name: "made",
  setup(it) {
    it.onResolve({ filter: /./ }, ({ path }) => (text(path) === undefined ? null : { path, namespace: "made" }));
    it.onLoad({ filter: /./, namespace: "made" }, ({ path }) => ({ contents: text(path), resolveDir: www }));
  },
});

/** Writes a file of the release. esbuild's scripts can be made three in a hundred smaller still. @param {string} name @param {string} text */
async function write(name, text) {
  if (name.endsWith(".js")) text = (await minify(text, { module: true, ecma: 2020, compress: { passes: 3 } })).code ?? "";
  writeFileSync(join(out, name), text);
}

const all = (/** @type {string[]} */ modules) => modules.map((it) => `export * from ${JSON.stringify(it)};`).join("\n");

// First the page is split: what several files need comes out as parts of their own.
const entries = Object.keys(others);
const split = await build({
  ...options,
  splitting: true,
  chunkNames: "part-[hash]",
  entryPoints: [{ in: join(app, "start.js"), out: "app" }, ...entries.map((it) => ({ in: `made/${it}`, out: it }))],
  plugins: [made((name) => (name.startsWith("made/") ? all(others[name.slice(5)]) : undefined)), source],
});
const texts = new Map(split.outputFiles.map((it) => [`./${relative(out, it.path)}`, it.text]));
/** Takes one of these texts out. @param {string} name */
function taken(name) {
  const text = texts.get(name) ?? "";
  texts.delete(name);
  return text;
}

// Then all parts go into app.js, which is there before anything else, and the other files take them from it.
/** What app.js hands to the others: by part, its names there by those in the part. @type {Map<string, Map<string, string>>} */
const handed = new Map();
let n_handed = 0;
for (const name of entries) {
  const text = taken(`./${name}.js`).replace(/import\{([^}]*)\}from"(\.\/part-\w+\.js)"/g, (_, list, part) => {
    const of = handed.get(part) ?? new Map();
    handed.set(part, of);
    const names = list.split(",").map((/** @type {string} */ it) => {
      const [its, ours = its] = it.split(" as ");
      if (!of.has(its)) of.set(its, `_${(n_handed++).toString(36)}`);
      return `${of.get(its)} as ${ours}`;
    });
    return `import{${names}}from"./app.js"`;
  });
  if (text.includes('"./part-')) throw new Error(`${name}.js imports a part in a way that is not known here`);
  await write(`${name}.js`, text);
}
const exports = [...handed].map(([part, names]) => `export { ${[...names].map((it) => it.join(" as "))} } from "${part}";`);
texts.set("whole", ['import "./app.js";', ...exports].join("\n"));

const html = read(join(www, "index.html"));
const links = [...html.matchAll(/<link rel="stylesheet" href="(.+?)">\n/g)];
const sheets = [...links.map((it) => join(www, it[1])), join(app, "late/own.css")];
for (const [name, input] of Object.entries({
  "app.js": { entryPoints: [{ in: "whole", out: "app" }], plugins: [made((it) => texts.get(it))], external: entries.map((it) => `./${it}.js`) },
  "worker.js": { entryPoints: [join(www, "lib/worker.js")], plugins: [source] },
  "page.css": { stdin: { contents: sheets.map((it) => `@import ${JSON.stringify(it)};`).join("\n"), resolveDir: www, loader: "css" } },
})) {
  const { outputFiles } = await build({ ...options, ...input });
  await write(name, outputFiles[0].text);
}

let page = html.replace(/<link rel="modulepreload" [^>]+>\n/g, "");
/** @param {string} what @param {string} by */
function replace(what, by) {
  if (!page.includes(what)) throw new Error(`index.html no longer has ${what}`);
  page = page.replace(what, by);
}
for (const [link] of links.slice(1)) replace(link, "");
replace(links[0][1], "page.css");
replace("app/start.js", "app.js");
await write("index.html", page);

// Makes the whole program one file: `node bundle.mjs WWW PKG OUT`. The page's modules become one script in the page,
// the worker's modules another that the page starts from a blob; the former, wasm and supplement are gzip in printable
// digits.
// Scripts and styles are named by their hashes in the policy of the page, so nothing else runs in it.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { DIGITS } from "./digits.js";

const [www, pkg, out] = process.argv.slice(2);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Style sheets that scripts load. @type {Set<string>} */
const late = new Set();

/** A style sheet that a script loads stands among the page's own: what the script then loads is empty. */
const styles = {
  name: "styles",
  setup: (it) =>
    it.onLoad({ filter: /[/\\]www[/\\](app|lib)[/\\].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/new URL\("([^"]+\.css)", import\.meta\.url\)\.href/g, (_, sheet) => {
        late.add(join(dirname(path), sheet));
        return '"data:text/css,"';
      }),
      loader: "js",
      resolveDir: dirname(path),
    })),
};

/** A script and all it imports as one classic script. The stand-in replaces what a page from disk may not use. */
async function script(entry, ...standIns) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    inject: standIns.map(here),
    // Addresses are made from it and only their last part is looked at.
    define: { "import.meta.url": '"https://one-file.invalid/a/b/c.js"' },
    plugins: [styles, { name: "pkg", setup: (it) => it.onResolve({ filter: /\/pkg\// }, ({ path }) => ({ path: join(pkg, path.split("/").pop()) })) }],
  });
  // What would end the script's element, or begin a comment in it, stands in strings and patterns alone.
  return outputFiles[0].text.trim().replace(/<(?=!--|\/script)/gi, "\\x3C");
}

/** Bytes in printable digits. */
function digits(bytes) {
  let text = "";
  for (let idx = 0; idx < bytes.length; idx += 4) {
    const n_bytes = Math.min(4, bytes.length - idx);
    let group = 0;
    for (let at = 0; at < 4; at++) group = group * 256 + (at < n_bytes ? bytes[idx + at] : 0);
    let five = "";
    for (let at = 0; at < 5; at++) {
      five = DIGITS[group % 85] + five;
      group = Math.floor(group / 85);
    }
    text += five.slice(0, n_bytes + 1);
  }
  return text;
}

const pack = (content) => digits(gzipSync(content, { level: 9 }));
const packed = (name) => pack(readFileSync(join(pkg, name)));
const data = (name, text) => `<script type="text/plain" id="file-${name}">${text}</script>`;
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

let html = readFileSync(join(www, "index.html"), "utf8");
const page = await script(join(www, "app/start.js"), "page.js");
const worker = await script(join(www, "lib/worker.js"), "worker.js");
const loader = await script(here("loader.js"));
const links = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">\n?/g)];
const { outputFiles } = await build({
  stdin: { contents: [...links.map((it) => join(www, it[1])), ...late].map((it) => `@import ${JSON.stringify(it)};`).join("\n"), resolveDir: www, loader: "css" },
  bundle: true,
  write: false,
  minify: true,
  charset: "utf8",
});
const style = outputFiles[0].text.trim();
const sample = readFileSync(join(www, "sample/article.txt"), "utf8");
const icon = readFileSync(join(www, "icons/icon.svg")).toString("base64");

const policy = [
  "default-src 'none'",
  `script-src ${hash(loader)} ${hash(page)} 'wasm-unsafe-eval'`,
  "worker-src blob:",
  `style-src ${hash(style)} data:`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types nutgraf nutgraf-file nutgraf-start",
].join("; ");

/** Takes one thing out of the page, which has to be there, and puts another in its place. */
function replace(pattern, by) {
  if (!pattern.test(html)) throw new Error(`index.html no longer has ${pattern}`);
  html = html.replace(pattern, () => by);
}

replace(/(?<=http-equiv="Content-Security-Policy" content=")[^"]+/, policy);
replace(/<link rel="icon"[^>]+>/, `<link rel="icon" href="data:image/svg+xml;base64,${icon}">`);
replace(/<link rel="manifest"[^>]+>\n/, "");
for (const [link] of links.slice(1)) html = html.replace(link, "");
replace(/<link rel="stylesheet"[^>]+>/, `<style>${style}</style>`);
html = html.replace(/<link rel="modulepreload"[^>]+>\n/g, "");
replace(/<script type="module"[^>]+><\/script>\n/, "");
const files = [
  data("article.txt", sample),
  data("nutgraf_bg.wasm", packed("nutgraf_bg.wasm")),
  data("nutgraf.supplement", packed("nutgraf.supplement")),
  data("nutgraf.languages", packed("nutgraf.languages")),
  data("worker.js", worker),
  data("page.js", pack(page)),
];
replace(/<\/body>/, `${files.join("\n")}\n<script>${loader}</script>\n</body>`);
writeFileSync(out, html);

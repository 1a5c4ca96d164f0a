// Makes the extension: `node bundle.mjs ROOT PKG OUT`, and beside it `OUT-firefox`. The panel and the worker are modules of their own, what runs in
// a page that is read is one classic script, as browsers want it.

import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [root, pkg, out] = process.argv.slice(2);
const from = (name) => join(root, "extension", name);
const to = (name) => join(out, name);

rmSync(out, { recursive: true, force: true });
mkdirSync(to("icons"), { recursive: true });

const shared = {
  bundle: true,
  minify: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  plugins: [{ name: "pkg", setup: (it) => it.onResolve({ filter: /\/pkg\// }, ({ path }) => ({ path: join(pkg, path.split("/").pop()) })) }],
};
await build({
  ...shared,
  entryPoints: [
    { in: from("panel.js"), out: "panel" },
    { in: join(root, "www/lib/worker.js"), out: "worker" },
  ],
  outdir: out,
  format: "esm",
});
await build({ ...shared, entryPoints: [from("page.js"), from("background.js")], outdir: out, format: "iife" });
await build({ ...shared, entryPoints: [from("panel.css"), from("marks.css")], outdir: out });
for (const name of ["manifest.json", "panel.html"]) cpSync(from(name), to(name));
for (const name of ["icon-192.png", "icon-512.png"]) cpSync(join(root, "www/icons", name), to(`icons/${name}`));
// Where the worker looks for them: it stands at the top, so `../pkg` is `pkg`.
mkdirSync(to("pkg"));
for (const name of ["nutgraf_bg.wasm", "nutgraf.supplement", "nutgraf.languages"]) cpSync(join(pkg, name), to(`pkg/${name}`));

// The same for Mozilla's shop, whose linter warns of what is meant for Chromium: its panel and the permission that the
// panel needs (it opens nothing of any page), its kind of background script.
const firefox = `${out}-firefox`;
rmSync(firefox, { recursive: true, force: true });
cpSync(out, firefox, { recursive: true });
const manifest = JSON.parse(readFileSync(from("manifest.json"), "utf8"));
manifest.permissions = manifest.permissions.filter((it) => it !== "sidePanel");
delete manifest.side_panel;
delete manifest.background.service_worker;
writeFileSync(join(firefox, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);

// What Lighthouse says of the built page, as a phone sees it. Run it by `cargo xtask bench page`. Lighthouse comes by
// npx: it is heavier than all other tools together, and few need it.

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { startServer } from "../../tests/browser/harness/site.mjs";

const { server, port } = await startServer("dist/site");
const out = new URL("../../target/lighthouse.json", import.meta.url).pathname;
rmSync(out, { force: true });
const args = ["--yes", "lighthouse@12.8.2", `http://127.0.0.1:${port}/`, "--quiet", "--output=json", `--output-path=${out}`, "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage"];
const { status } = spawnSync("npx", args, { stdio: "inherit", env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" } });
process.kill(-server.pid);
if (status !== 0) process.exit(1);
const { categories, audits } = JSON.parse(readFileSync(out, "utf8"));
for (const { title, score, auditRefs } of Object.values(categories)) {
  console.log(`Lighthouse, ${title.padEnd(51)} ${Math.round(score * 100)}`);
  for (const { id, weight } of auditRefs) {
    const { score, title, displayValue } = audits[id];
    if (weight > 0 && score !== null && score < 1) console.log(`   ${title} ${displayValue ?? ""}`);
  }
}
process.exit(0);

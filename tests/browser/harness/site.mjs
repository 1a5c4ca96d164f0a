// The page as `cargo xtask serve` serves it, seen through a small proxy that writes down every request, adds a
// recorder to the page, and has a few pages of its own. What the page's own server sends goes on unchanged.

import { createServer, request as ask } from "node:http";
import { readFileSync } from "node:fs";
import { end, start } from "./drive.mjs";

const own = {
  // Records errors from before the page's first script on, in every engine alike.
  "/__recorder.js": ["text/javascript", readFileSync(new URL("recorder.js", import.meta.url))],
  // A place to copy from: real keys, and a clipboard that holds what they copied.
  "/__clipboard.html": ["text/html; charset=utf-8", "<!doctype html><html lang=en><title>clipboard</title><textarea id=from></textarea><div id=rich contenteditable></div>"],
  // A phone's width where the window cannot be so small.
  "/__phone.html": ["text/html; charset=utf-8", "<!doctype html><html lang=en><title>phone</title><style>body{margin:0}iframe{border:0;display:block}</style><iframe src=/ width=390 height=844 title=phone></iframe>"],
};

/** Put before the worker's own code: a text that asks for it makes it fall, with an error that nobody catches. */
const fall = `addEventListener("message", (event) => {
  if (!String(event.data?.args?.[0]).includes("please let the worker fall")) return;
  event.stopImmediatePropagation();
  setTimeout(() => { throw new Error("the worker fell"); });
});\n`;

/**
 * What a test wants otherwise, by path: a wait before the answer, another body, other headers, another status.
 * @typedef {Record<string, { wait?: number, body?: (text: string) => string, headers?: Record<string, string>, status?: number }>} Otherwise
 */

/**
 * @returns {Promise<{ address: string, requests: string[], otherwise: Otherwise, instead: Record<string, [number, string, string]>, early: string, stop(): void, close(): void }>}
 *   instead: answers of the tests' own, by path; early: a script that runs before the page's; stop: the server is gone
 */
export async function serve(dir = "www") {
  /** @type {Otherwise} */
  const otherwise = {};
  const { server, port } = await startServer(dir);
  /** @type {string[]} */
  const requests = [];
  /** @type {Record<string, [number, string, string]>} */
  const instead = {};
  const proxy = createServer((incoming, outgoing) => {
    const path = incoming.url ?? "/";
    if (instead[path]) {
      const [status, type, body] = instead[path];
      requests.push(`${incoming.method} ${path}`);
      outgoing.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
      return;
    }
    const page = path === "/__recorder.js" ? [own[path][0], `${own[path][1]}\n{${site.early}}`] : own[path];
    if (page) {
      outgoing.writeHead(200, { "Content-Type": page[0], "Cache-Control": "no-store" }).end(page[1]);
      return;
    }
    requests.push(`${incoming.method} ${path}`);
    // Not packed: the recorder is put into the text.
    const asked = { ...incoming.headers, connection: "close", "accept-encoding": "identity" };
    const onward = ask({ host: "127.0.0.1", port, path, method: incoming.method, headers: asked }, (answer) => {
      const [name] = path.split("?");
      const other = otherwise[name];
      const change = other?.body ?? (name === "/lib/worker.js" ? (it) => fall + it : name === "/" || name.endsWith(".html") ? record : null);
      const headers = { ...answer.headers, ...other?.headers };
      const status = other?.status ?? answer.statusCode ?? 502;
      if (!change && !other) {
        outgoing.writeHead(status, headers);
        answer.pipe(outgoing);
        return;
      }
      const chunks = [];
      answer.on("data", (it) => chunks.push(it)).on("end", () => {
        const bytes = Buffer.concat(chunks);
        const body = change ? Buffer.from(change(bytes.toString())) : bytes;
        setTimeout(() => outgoing.writeHead(status, { ...headers, "content-length": body.length }).end(body), other?.wait ?? 0);
      });
    });
    onward.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", () => resolve(undefined)));
  const site = {
    address: `http://127.0.0.1:${proxy.address().port}`,
    requests,
    instead,
    early: "",
    stop() {
      proxy.close();
      proxy.closeAllConnections();
    },
    otherwise,
    close() {
      proxy.close();
      proxy.closeAllConnections();
      end(server);
    },
  };
  return site;
}

export function record(html) {
  return html.replace("<head>", '<head><script src="/__recorder.js"></script>');
}

/** `xtask serve` on a free port, which it prints. @param {string} [dir]  instead of www */
export function startServer(dir = "www") {
  const program = process.env.NUTGRAF_SERVE;
  if (!program) throw new Error("NUTGRAF_SERVE is not set: run these tests with `cargo xtask test browsers`");
  const server = start(program, ["serve", "--no-build", "--port", "0", "--dir", dir], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let text = "";
    server.stdout?.on("data", (it) => {
      text += it;
      const port = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(text)?.[1];
      if (port) resolve({ server, port: Number(port) });
    });
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
  });
}

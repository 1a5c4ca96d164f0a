// @ts-nocheck  Node's own types are no part of this project
// The worker's thread in Node: gives it what a browser's worker has, then lets it run.

import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";

const fromWeb = globalThis.fetch;

globalThis.fetch = async (address, ...rest) => {
  const url = new URL(address);
  return url.protocol === "file:" ? new Response(await readFile(url)) : fromWeb(url, ...rest);
};
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.addEventListener = (name, listener) => {
  if (name === "message") parentPort.on("message", (data) => listener({ data }));
};

await import("./worker.js");

// @ts-check
// Offline: everything the page needs is kept on the first visit, all or nothing. `cargo xtask dist` fills in the two
// lines below; while developing there is no service worker. A new version waits until the reader takes it.

const VERSION = "";
/** @type {string[]} */
const FILES = [];

/** What readers of other languages need: theirs is kept from the start, the others when a page asks for them. */
const OTHERS = /\/(?:nutgraf\.names|words-(\w+)\.js)$/;

const CACHE = `nutgraf-${VERSION}`;
/** Where a text that another app shares waits for the page. */
const SHARED = "nutgraf-shared";

const worker = /** @type {any} */ (self);

worker.addEventListener("install", (/** @type {any} */ event) => {
  // Past the browser's own cache: half old, half new would be worse than old. One failure undoes the whole install.
  const fresh = FILES.filter(isNeeded).map((it) => new Request(it, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  const tidy = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((it) => it.startsWith("nutgraf-") && it !== CACHE && it !== SHARED).map((it) => caches.delete(it)));
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener("message", (/** @type {MessageEvent} */ event) => {
  if (event.data === "take over") worker.skipWaiting();
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  /** @type {{ request: Request }} */
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && url.pathname.endsWith("/share")) event.respondWith(share(request));
  else if (request.method === "GET") event.respondWith(answer(request));
});

/** @param {string} file */
function isNeeded(file) {
  const [isOther, language] = OTHERS.exec(file) ?? [];
  const spoken = navigator.languages.map((it) => it.slice(0, 2).toLowerCase());
  return !isOther || spoken.some((it) => (language ? it === language : it !== "en"));
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const wanted = request.mode === "navigate" ? new URL("./", location.href).href : request;
  const kept = await cache.match(wanted, { ignoreSearch: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && OTHERS.test(new URL(request.url).pathname)) await cache.put(request, response.clone());
  return response;
}

/** A text from another app: it waits in the cache, and the page that opens reads it. @param {Request} request */
async function share(request) {
  const form = await request.formData();
  const parts = ["title", "text", "url"].map((it) => form.get(it)).filter((it) => typeof it === "string" && it.trim() !== "");
  const cache = await caches.open(SHARED);
  await cache.put(new URL("./shared", location.href), new Response(parts.join("\n\n")));
  return Response.redirect(new URL("./?shared", location.href), 303);
}

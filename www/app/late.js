// @ts-check
// Parts of the page that nobody needs before the first answer. They come behind it, all of them, so that nothing is
// asked of the net once the page is ready; what is imported here lies in late/, which the count of the first download
// leaves out.

export const late = {
  bookmark: () => import("./late/bookmarklet.js"),
  exports: () => import("./late/exports.js"),
  help: () => import("./late/help.js"),
  own: () => import("./late/own.js").then(async (it) => (await it.prepare(), it)),
  privacy: () => import("./late/privacy-proof.js"),
};

/** Fetches all of them. One that does not come is told of when it is used. */
export async function fetchLate() {
  await Promise.allSettled(Object.values(late).map((it) => it()));
}

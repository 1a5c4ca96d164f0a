// @ts-check
// Names of files that the reader is handed.

/** A file name from a title. @param {string} title */
export function slug(title) {
  const name = title.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-");
  return name.slice(0, 60).replace(/^-+|-+$/g, "").toLowerCase() || "article";
}

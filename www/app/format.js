// @ts-check
// Numbers, dates and sizes as the reader's language writes them. `speak` before anything else.

let language = "en";
let numbers = new Intl.NumberFormat(language);
let plurals = new Intl.PluralRules(language);

/** @param {string} tag */
export function speak(tag) {
  language = tag;
  numbers = new Intl.NumberFormat(tag);
  plurals = new Intl.PluralRules(tag);
}

/** @param {number} n */
export const count = (n) => numbers.format(n);

/** @param {number} n @param {number} [digits] */
export const decimal = (n, digits = 1) => n.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** @param {number} share  0 to 1 */
export const percent = (share) => share.toLocaleString(language, { style: "percent" });

/**
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 */
export const counted = (n, one, many = `${one}s`) => `${count(n)} ${plurals.select(n) === "one" ? one : many}`;

/** @param {number} milliseconds  at least one */
export function duration(milliseconds) {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${decimal(milliseconds / 1000)} s`;
}

/** @param {number} n_bytes */
export function size(n_bytes) {
  if (n_bytes < 1e3) return `${count(n_bytes)} B`;
  return n_bytes < 1e6 ? `${count(Math.round(n_bytes / 1e3))} kB` : `${decimal(n_bytes / 1e6)} MB`;
}

/**
 * A date in words, with its time; a range is two. What is no plain year, month or day stays as it is.
 * @param {string} value  ISO 8601
 * @param {"long" | "short"} [month]
 * @returns {string}
 */
export function day(value, month = "long") {
  if (value.includes("/")) return value.split("/").map((it) => day(it, month)).join(" – ");
  const [, year, m, d, at] = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)\S*)?)?$/.exec(value) ?? [];
  if (!m) return value;
  const date = new Date(Date.UTC(Number(year), Number(m) - 1, Number(d ?? 1)));
  const said = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...(d ? { day: "numeric" } : {}), month, year: "numeric", timeZone: "UTC" }).format(date);
  return at ? `${said}, ${at}` : said;
}

/** The name of a language. @param {string} tag */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

// @ts-check
// Paragraph numbers: what the article shows in its margin and every line of the rail says of itself.

/** @typedef {import("../lib/index.d.ts").View} View */

const BODY = new Set(["paragraph", "list_item", "quotation"]);

/** Whether a block is numbered. @param {{ role: string }} block */
export const isBody = (block) => BODY.has(block.role);

/** @type {WeakMap<object, Int32Array>} */
const known = new WeakMap();

/** The numbers by block, from 1; 0 for what has none. @param {View} view */
export function paragraphNumbers({ blocks }) {
  if (!blocks) return new Int32Array();
  let numbers = known.get(blocks);
  if (!numbers) {
    let n = 0;
    numbers = Int32Array.from(blocks, (it) => (isBody(it) ? ++n : 0));
    known.set(blocks, numbers);
  }
  return numbers;
}

/** Index of the block around an offset, or the one before it. @param {View} view @param {number} offset */
export function blockAt({ blocks }, offset) {
  let low = 0;
  let high = blocks?.length ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks?.[middle].start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The number of the paragraph that an offset lies in; null above and beside the text. @param {View} view @param {number} offset */
export function paragraphAt(view, offset) {
  return paragraphNumbers(view)[blockAt(view, offset)] || null;
}

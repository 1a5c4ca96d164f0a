// @ts-check
// What the inline door holds. Empty here: `cargo xtask dist` puts the worker's script, and the wasm and what belongs
// to it as base64, in their places.

export const worker = "";
export const wasm = "";
export const supplement = "";
export const languages = "";

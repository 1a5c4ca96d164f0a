// @ts-check
// Whether this is a release, which works offline. `cargo xtask dist` writes the true line.

export const release = false;

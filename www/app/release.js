// @ts-check
// Whether this is a release: it works offline, and all its styles stand in one sheet. `cargo xtask dist` makes it true.

export const release = false;

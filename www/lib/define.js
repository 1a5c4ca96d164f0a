// @ts-check
// Registers <nutgraf-article>: the one module that does something when it is imported, and that in a browser alone.

import { NutgrafArticle } from "./element.js";

export { NutgrafArticle };

if (globalThis.customElements) NutgrafArticle.define();

import type { ErrorCode, NutgrafError, View } from "./index.js";

/** `<nutgraf-article>`. Importing this module registers it. */
export class NutgrafArticle extends HTMLElement {
  /** Registers the element, unless the name is taken. */
  static define(tag?: string, registry?: CustomElementRegistry): CustomElementConstructor | undefined;
  /** The id of the article, attribute `for`; null: the page's own. */
  htmlFor: string | null;
  /** How many sentences, 1 to 20; 3 by default. */
  sentences: number;
  /** What the card offers: `summary entities quotes numbers timeline highlights`. */
  show: string;
  /** Address of a list of similar articles. */
  related: string | null;
  /** Whether the card is open. */
  open: boolean;
  /** The last analysis; null before the first. */
  readonly view: View | null;
}

/** What `nutgraf-error` tells. */
export interface NutgrafErrorDetail {
  code: ErrorCode;
  message: string;
  directive: string | null;
  error: NutgrafError;
}

declare global {
  interface HTMLElementTagNameMap {
    "nutgraf-article": NutgrafArticle;
  }
  interface HTMLElementEventMap {
    "nutgraf-ready": CustomEvent<{ view: View }>;
    "nutgraf-error": CustomEvent<NutgrafErrorDetail>;
  }
}

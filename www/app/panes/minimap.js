// @ts-check
// A thin picture of the whole article beside it: where its weight lies, where its marks are, where the reader is. For
// the eye alone; everything in it stands in lists elsewhere.

/** @typedef {import("../../lib/index.d.ts").View} View */

const COLORS = { key: "--map-key", quote: "--quote-line", date: "--date-line", number: "--number-line" };

export class MinimapPane {
  #canvas;
  #article;
  /** @type {View | null} */ #view = null;
  /** @type {{ start: number, end: number, kind: string }[]} */ #marks = [];
  /** @type {{ start: number, end: number } | null} */ #target = null;
  #waiting = false;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLElement} article
   */
  constructor(canvas, article) {
    this.#canvas = canvas;
    this.#article = article;
    addEventListener("scroll", () => this.#soon(), { passive: true });
    new ResizeObserver(() => this.#soon()).observe(article);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#soon());
    canvas.addEventListener("click", (event) => {
      const box = article.getBoundingClientRect();
      const share = event.offsetY / canvas.clientHeight;
      scrollTo({ top: scrollY + box.top + share * box.height - innerHeight / 2 });
    });
  }

  /**
   * @param {View} view
   * @param {{ start: number, end: number, kind: string }[]} marks
   */
  update(view, marks) {
    this.#view = view;
    this.#marks = marks;
    this.#soon();
  }

  /** @param {{ start: number, end: number } | null} target */
  set target(target) {
    this.#target = target;
    this.#soon();
  }

  redraw() {
    this.#soon();
  }

  #soon() {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#draw();
    });
  }

  #draw() {
    const canvas = this.#canvas;
    const view = this.#view;
    const box = this.#article.getBoundingClientRect();
    // Of a short article the picture is no longer than the article.
    canvas.style.maxBlockSize = `${Math.max(40, Math.min(640, box.height))}px`;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (!view || width === 0) return;
    const scale = devicePixelRatio;
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext("2d");
    if (!context) return;
    context.scale(scale, scale);
    // A canvas knows no light-dark(): the style sheet resolves it.
    const color = (/** @type {string} */ name) => {
      canvas.style.color = `var(${name})`;
      return getComputedStyle(canvas).color;
    };
    const { shape, total } = layout(view);
    const y = (/** @type {number} */ offset) => (height * shape(offset)) / Math.max(1, total);
    // The weight of every sentence, from the left edge: a paler bar carries less.
    context.fillStyle = color("--muted");
    for (const it of view.sentences ?? []) {
      context.globalAlpha = 0.1 + 0.3 * (it.salience ?? 0);
      const top = y(it.start);
      context.fillRect(0, top, width * (0.25 + 0.75 * (it.salience ?? 0)), Math.max(1, y(it.end) - top - 0.5));
    }
    context.globalAlpha = 1;
    for (const { start, end, kind } of this.#marks) {
      const name = COLORS[/** @type {keyof typeof COLORS} */ (kind)];
      if (!name) continue;
      context.fillStyle = color(name);
      const top = y(start);
      if (kind === "key") context.fillRect(0, top, width, Math.max(3, y(end) - top));
      else context.fillRect(width / 2, top, width / 2, Math.max(2, Math.min(4, y(end) - top)));
    }
    if (this.#target) {
      context.fillStyle = color("--link");
      const top = y(this.#target.start);
      context.fillRect(0, top, width, Math.max(4, y(this.#target.end) - top));
    }
    const from = Math.max(0, -box.top / box.height);
    const to = Math.min(1, (innerHeight - box.top) / box.height);
    context.strokeStyle = color("--text");
    context.globalAlpha = 0.55;
    context.lineWidth = 1;
    if (to > from) context.strokeRect(0.5, from * height + 0.5, width - 1, Math.max(4, (to - from) * height - 1));
  }
}

/**
 * The article's shape without what is set aside: how far down an offset lies, in characters shown.
 * @param {View} view
 */
function layout(view) {
  /** @type {{ start: number, before: number, end: number }[]} */
  const shown = [];
  let total = 0;
  for (const it of view.blocks ?? []) {
    if (it.role === "furniture") continue;
    shown.push({ start: it.start, end: it.end, before: total });
    // A heading is set larger and has air around it.
    total += (it.end - it.start) * (it.role === "headline" ? 3 : 1) + (it.role === "crosshead" ? 120 : 60);
  }
  const shape = (/** @type {number} */ offset) => {
    let low = 0;
    let high = shown.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shown[middle].start <= offset) low = middle + 1;
      else high = middle;
    }
    const block = shown[low - 1];
    return block ? block.before + Math.min(offset, block.end) - block.start : 0;
  };
  return { shape, total };
}

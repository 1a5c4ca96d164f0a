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
  #height = 0;
  #drawn = 0;
  /** The marks and weights, until they or the colours change. @type {HTMLCanvasElement | null} */ #picture = null;
  /** @type {ReturnType<typeof layout> | null} */ #layout = null;
  /** @type {Map<string, string>} */ #colors = new Map();

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLElement} article
   */
  constructor(canvas, article) {
    this.#canvas = canvas;
    this.#article = article;
    addEventListener("scroll", () => this.#soon(), { passive: true });
    new ResizeObserver(() => this.#soon()).observe(article);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.redraw());
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
    this.#layout = null;
    this.#picture = null;
    this.#soon();
  }

  /** @param {{ start: number, end: number } | null} target */
  set target(target) {
    this.#target = target;
    this.#soon();
  }

  /** The colours are others now. */
  redraw() {
    this.#colors.clear();
    this.#picture = null;
    this.#soon();
  }

  #soon() {
    if (this.#waiting) return;
    this.#waiting = true;
    const draw = () => {
      this.#waiting = false;
      this.#drawn = performance.now();
      this.#draw();
    };
    // While a long article is laid out its height changes with every frame: the picture need not.
    const wait = this.#article.classList.contains("long") ? 100 - (performance.now() - this.#drawn) : 0;
    if (wait > 16) setTimeout(() => requestAnimationFrame(draw), wait);
    else requestAnimationFrame(draw);
  }

  #draw() {
    const canvas = this.#canvas;
    const view = this.#view;
    const { top, height: long } = this.#article.getBoundingClientRect();
    const { clientWidth: width } = canvas;
    if (!view || width === 0) return;
    // Of a short article the picture is no longer than the article.
    const height = Math.round(Math.max(40, Math.min(640, long, innerHeight - 113)));
    if (height !== this.#height) {
      this.#height = height;
      canvas.style.blockSize = `${height}px`;
      this.#picture = null;
    }
    const scale = devicePixelRatio;
    this.#picture ??= this.#paint(view, width, height, scale);
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext("2d");
    if (!context) return;
    context.drawImage(this.#picture, 0, 0);
    context.scale(scale, scale);
    if (this.#target) {
      const { shape, total } = this.#layout ?? layout(view);
      const y = (/** @type {number} */ offset) => (height * shape(offset)) / Math.max(1, total);
      context.fillStyle = this.#color("--link");
      context.fillRect(0, y(this.#target.start), width, Math.max(4, y(this.#target.end) - y(this.#target.start)));
    }
    const from = Math.max(0, -top / long);
    const to = Math.min(1, (innerHeight - top) / long);
    context.strokeStyle = this.#color("--text");
    context.globalAlpha = 0.55;
    context.lineWidth = 1;
    if (to > from) context.strokeRect(0.5, from * height + 0.5, width - 1, Math.max(4, (to - from) * height - 1));
  }

  /**
   * What does not change with scrolling: the weight of the sentences, and the marks.
   * @param {View} view
   * @param {number} width
   * @param {number} height
   * @param {number} scale
   */
  #paint(view, width, height, scale) {
    const picture = document.createElement("canvas");
    picture.width = width * scale;
    picture.height = height * scale;
    const context = picture.getContext("2d");
    if (!context) return picture;
    context.scale(scale, scale);
    this.#layout ??= layout(view);
    const { shape, total } = this.#layout;
    const y = (/** @type {number} */ offset) => (height * shape(offset)) / Math.max(1, total);
    // The weight of every sentence, from the left edge: a paler bar carries less. Of those that share a line of pixels
    // the weightiest is drawn.
    context.fillStyle = this.#color("--muted");
    let last = -1;
    let most = 0;
    for (const it of view.sentences ?? []) {
      const salience = it.salience ?? 0;
      const top = y(it.start);
      const high = y(it.end) - top;
      if (high < 1) {
        most = Math.floor(top) === last ? Math.max(most, salience) : salience;
        if (Math.floor(top) === last && most > salience) continue;
        last = Math.floor(top);
      }
      context.globalAlpha = 0.1 + 0.3 * salience;
      context.fillRect(0, high < 1 ? last : top, width * (0.25 + 0.75 * salience), Math.max(1, high - 0.5));
    }
    context.globalAlpha = 1;
    /** Pixel lines that have a mark of this kind already. @type {Set<string>} */
    const drawn = new Set();
    for (const { start, end, kind } of this.#marks) {
      const name = COLORS[/** @type {keyof typeof COLORS} */ (kind)];
      if (!name) continue;
      const top = y(start);
      const line = `${kind}${Math.floor(2 * top)}`;
      if (drawn.has(line)) continue;
      drawn.add(line);
      context.fillStyle = this.#color(name);
      if (kind === "key") context.fillRect(0, top, width, Math.max(3, y(end) - top));
      else context.fillRect(width / 2, top, width / 2, Math.max(2, Math.min(4, y(end) - top)));
    }
    return picture;
  }

  /** A canvas knows no light-dark(): the style sheet resolves it. @param {string} name */
  #color(name) {
    let color = this.#colors.get(name);
    if (!color) {
      this.#canvas.style.color = `var(${name})`;
      color = getComputedStyle(this.#canvas).color;
      this.#colors.set(name, color);
    }
    return color;
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

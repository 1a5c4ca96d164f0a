// @ts-check
// Long work in short pieces: what a reader types or presses comes in between.

/** Work goes on this long without a pause, in milliseconds. */
const SLICE = 12;

/** Makes a pause when the last one is long ago. Short work has none, and is on the screen with the next frame. */
export class Breath {
  #since = performance.now();

  /** @returns {Promise<void> | null} */
  due() {
    if (performance.now() - this.#since < SLICE) return null;
    return pause().then(() => {
      this.#since = performance.now();
    });
  }
}

const channel = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** A turn of the event loop, without the four milliseconds that timers wait. @returns {Promise<void>} */
export function pause() {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}

interface InboxOptions {
  /** Takes one frame; `later` leaves it first in line, and whoever says so holds the inbox. */
  readonly handle: (frame: Uint8Array) => 'done' | 'later';
  readonly pause: () => void;
  readonly resume: () => void;
  /** More frames were read before a pause took hold than a connection may keep. */
  readonly overflow: () => void;
  readonly now: () => number;
}

const framesMax = 10_000;
/** After so many frames others have their turn: what came in one read may be a thousand. */
const framesInARow = 100;
/** Or after they took so long: code that has hardly run takes ten times as long. */
const msInARow = 3;

/**
 * The frames of one connection in the order they came. While somebody holds it nothing is handled or read; whoever
 * sends without a pause lets others in between.
 */
export class Inbox {
  readonly #options: InboxOptions;
  #frames: Uint8Array[] = [];
  #holds = 0;
  #inARow = 0;
  #spentMs = 0;
  #draining = false;
  #paused = false;
  #closed = false;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  push(frame: Uint8Array): void {
    if (this.#closed) return;
    this.#frames.push(frame);
    if (this.#frames.length > framesMax) this.#options.overflow();
    else this.#drain();
  }

  /** Stops everything until the returned function is called. */
  hold(): () => void {
    this.#holds += 1;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#holds -= 1;
      this.#drain();
    };
  }

  /** Forgets what waits. */
  close(): void {
    this.#closed = true;
    this.#frames = [];
  }

  #drain(): void {
    if (this.#draining || this.#closed) return;
    this.#draining = true;
    const frames = this.#frames;
    let handled = 0;
    let from = this.#options.now();
    try {
      for (; handled < frames.length && this.#holds === 0 && !this.#closed; handled++) {
        if (this.#inARow >= framesInARow || this.#spentMs >= msInARow) {
          this.#letOthersIn();
          break;
        }
        const frame = frames[handled];
        if (frame !== undefined && this.#options.handle(frame) === 'later') break;
        this.#inARow += 1;
        const at = this.#options.now();
        this.#spentMs += at - from;
        from = at;
      }
    } finally {
      frames.splice(0, handled);
      this.#draining = false;
    }
    const paused = this.#holds > 0;
    if (this.#closed || paused === this.#paused) return;
    this.#paused = paused;
    if (paused) this.#options.pause();
    else this.#options.resume();
  }

  #letOthersIn(): void {
    this.#inARow = 0;
    this.#spentMs = 0;
    setImmediate(this.hold());
  }
}

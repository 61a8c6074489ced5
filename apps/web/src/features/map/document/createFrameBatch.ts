/** Gathers work until the end of the turn or the next frame. */
export interface FrameBatch {
  /** At the end of this turn: for one's own acts, whose result the next line of code may look at on the page. */
  soon(): void;
  /** Before the next paint, however many edits arrive until then; in a hidden page after a moment. */
  nextFrame(): void;
  destroy(): void;
}

const hiddenMs = 250;

/** Makes a batch that calls `run`. */
export function createFrameBatch(run: () => void): FrameBatch {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  let micro = false;
  let gone = false;

  const flush = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    timer = undefined;
    asked = false;
    if (!gone) run();
  };

  return {
    soon() {
      if (micro) return;
      micro = true;
      queueMicrotask(() => {
        micro = false;
        flush();
      });
    },
    nextFrame() {
      if (asked) return;
      asked = true;
      frame = requestAnimationFrame(flush);
      // Browsers draw no frames for a page nobody sees.
      timer = setTimeout(flush, hiddenMs);
    },
    destroy() {
      gone = true;
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}

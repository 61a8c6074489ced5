/** Clock of the announcer; injected so that tests need not wait. */
export interface AnnouncerClock {
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Speaks to assistive technology: what one did oneself at once, what others did at most once per interval. */
export interface Announcer {
  /** For what the person did: said now. */
  say(message: string): void;
  /** For what others did: collected, and summed up by `sum`. */
  note(count: number): void;
  destroy(): void;
}

/** WCAG 4.1.3 on a board where many write: at most one message of others in this time. */
export const announceEveryMs = 5000;

/** Makes an announcer that hands its sentences to `speak`. */
export function createAnnouncer(
  speak: (message: string) => void,
  sum: (count: number) => string,
  clock: AnnouncerClock,
): Announcer {
  let pending = 0;
  let timer: unknown = null;
  let lastAt = Number.NEGATIVE_INFINITY;

  const flush = () => {
    timer = null;
    if (pending === 0) return;
    speak(sum(pending));
    pending = 0;
    lastAt = clock.now();
  };

  return {
    say: speak,
    note(count) {
      if (count <= 0) return;
      pending += count;
      if (timer !== null) return;
      // Even the first is held for a moment, so that one act of many parts is one sentence.
      timer = clock.setTimeout(flush, Math.max(500, lastAt + announceEveryMs - clock.now()));
    },
    destroy() {
      if (timer !== null) clock.clearTimeout(timer);
      timer = null;
      pending = 0;
    },
  };
}

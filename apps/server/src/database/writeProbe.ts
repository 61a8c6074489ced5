/** What a probe asks and how long it waits. */
export interface WriteProbeOptions {
  /** Writes one small thing durably; rejects when that fails. */
  readonly write: () => Promise<unknown>;
  readonly now: () => number;
  readonly waitMsMax: number;
  /** An answer serves everybody who asks within this time. */
  readonly freshMs: number;
  /** A write that has not come back by then is given up, and the next question writes anew. */
  readonly abandonMs: number;
}

/**
 * Whether the database takes writes, asked with a bounded wait. However often it is asked, at most one write is
 * under way and at most one begins in `freshMs`.
 */
export function writeProbe(options: WriteProbeOptions): () => Promise<boolean> {
  const { write, now, waitMsMax, freshMs, abandonMs } = options;
  let startedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<boolean> = Promise.resolve(false);
  let settled = true;

  function ask(): Promise<boolean> {
    const age = now() - startedAt;
    if (settled ? age < freshMs : age < abandonMs) return answer;
    startedAt = now();
    settled = false;
    const mine = startedAt;
    answer = write()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        if (startedAt === mine) settled = true;
      });
    return answer;
  }

  return async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), waitMsMax);
    });
    try {
      return await Promise.race([ask(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

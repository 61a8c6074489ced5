/**
 * Waits for what may never come, such as a word of the database: what `start` begins, or a rejection with `late()`
 * once the time is over.
 */
export async function bounded<T>(
  ms: number,
  late: () => Error,
  start: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(late()), ms);
      start(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Waits so long for a promise; what becomes of it afterwards is nobody's concern. */
export function within<T>(promise: Promise<T>, ms: number, late: () => Error): Promise<T> {
  return bounded(ms, late, (resolve, reject) => promise.then(resolve, reject));
}

import type { ApplyOutcome } from './applyUpdate.ts';

/** An edit that is tried: how it went for the document, and what it gave or threw for whoever asked. */
export interface Attempt<T> {
  readonly apply: () => ApplyOutcome;
  /** What the edit gave; throws what it threw. */
  readonly result: () => T;
}

/** Makes an edit of the server's own into one that is taken whole or not at all. */
export function attempt<T>(run: () => T): Attempt<T> {
  let end = (): T => {
    throw new Error('not tried yet');
  };
  return {
    apply() {
      try {
        const value = run();
        end = () => value;
        return { kind: 'applied' };
      } catch (error) {
        end = () => {
          throw error;
        };
        return { kind: 'malformed', dirty: true, reason: 'an edit threw' };
      }
    },
    result: () => end(),
  };
}

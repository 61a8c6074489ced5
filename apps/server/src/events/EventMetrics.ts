/** How an attempt to tell what happened ended: another node was first (`taken`), entries were gone (`gap`), or not now. */
export type TellingOutcome = 'told' | 'taken' | 'gap' | 'failed';

/** What the telling of events counts. */
export interface EventMetrics {
  told(outcome: TellingOutcome, events: number, ms: number): void;
  /** How many streams are followed on this node now. */
  following(streams: number): void;
}

/** Counts nothing. */
export const noEventMetrics: EventMetrics = {
  told() {},
  following() {},
};

import type { PostFault } from './PostOutcome.ts';

/** What the sending of webhooks counts. */
export interface WebhookMetrics {
  enqueued(count: number): void;
  attempted(outcome: PostFault | 'OK', ms: number): void;
  gaveUp(): void;
  paused(): void;
}

import { ExpiredPosition } from '../../events/ExpiredPosition.ts';
import { refusal } from '../../graphql/refusal.ts';

/** What is answered for a failure: of a place that cannot be gone on from, what to do now. */
export function refuseExpired(error: unknown): unknown {
  return error instanceof ExpiredPosition ? refusal('CURSOR_EXPIRED', { field: 'after' }) : error;
}

import type { TypedDocumentNode } from '@urql/core';
import { type Failure, retryAfterSecondsOf } from '../Failure.ts';
import { passes } from '../FailureCode.ts';
import {
  JourneyEventsDocument,
  type JourneyEventsSubscription,
  LastEventCursorDocument,
} from '../generated/graphql.ts';
import type { JejakClient } from '../JejakClient.ts';
import { pause } from '../pause.ts';
import { JejakError, orThrow } from '../Result.ts';

/** An event as `JourneyEventsDocument` asks for it. */
export type JourneyEvent = JourneyEventsSubscription['journeyEvents'];

/** What to follow, and from where. */
export interface FollowOptions {
  readonly mapId: string;
  /** The cursor of the last event that was dealt with; what happens from now on unless given. */
  readonly after?: string | null;
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Hears each time that it is cut off, before it comes back. */
  readonly onCut?: (failure: Failure) => void;
}

/** A subscription of one's own to `journeyEvents`; it selects at least the cursor. */
export type EventsDocument<Event extends { readonly cursor: string }> = TypedDocumentNode<
  { journeyEvents: Event },
  { mapId: string; after?: string | null | undefined }
>;

const firstWaitMs = 250;
const waitMsMax = 30_000;
/** An allowance is whole again after a minute. */
const toldMsMax = 61_000;

/**
 * What happens on a map, one event after the other, without a gap or a repeat however often the connection is cut: each
 * attempt goes on behind the last event it handed out. Keep the `cursor` of what you have dealt with, and give it as
 * `after` when your program starts again.
 *
 * Ends with the map, by the signal and when the client is closed. Throws a `JejakError` for what does not pass by itself,
 * e.g. `CURSOR_EXPIRED`, `FORBIDDEN` or `UNAUTHENTICATED`.
 */
export function followEvents(client: JejakClient, options: FollowOptions): AsyncGenerator<JourneyEvent, void>;
export function followEvents<Event extends { readonly cursor: string }>(
  client: JejakClient,
  options: FollowOptions & { readonly document: EventsDocument<Event> },
): AsyncGenerator<Event, void>;
export async function* followEvents(
  client: JejakClient,
  options: FollowOptions & { readonly document?: EventsDocument<{ readonly cursor: string }> },
): AsyncGenerator<{ readonly cursor: string }, void> {
  const { mapId, onCut, document = JourneyEventsDocument } = options;
  const { signal, forget } = client.closing.or(options.signal);
  const lastCursor = () => client.query(LastEventCursorDocument, { mapId }, { signal, retries: 0 });
  let after = options.after ?? null;
  try {
    for (let waitMs = firstWaitMs; !signal.aborted; waitMs = Math.min(2 * waitMs, waitMsMax)) {
      let failure: Failure;
      try {
        // Where the first attempt breaks off before an event came, the next one must begin at the same place.
        after ??= orThrow(await lastCursor()).journeyMap.lastEventCursor;
        for await (const { journeyEvents: event } of client.subscribe(
          document,
          { mapId, after },
          { signal },
        )) {
          after = event.cursor;
          waitMs = firstWaitMs / 2;
          yield event;
        }
        return;
      } catch (error) {
        failure = failureOf(error);
      }
      if (signal.aborted) return;
      const isBehind = failure.code === 'SLOW_CONSUMER';
      if (!isBehind && !passes(failure.code)) throw new JejakError(failure);
      onCut?.(failure);
      if (isBehind) continue;
      const told = retryAfterSecondsOf(failure);
      await pause(
        told === null ? waitMs * (0.5 + Math.random() / 2) : Math.min(told * 1000, toldMsMax),
        signal,
      );
      if (failure.code !== 'UNREACHABLE' || signal.aborted) continue;
      // A socket does not say why it could not be opened; a question does.
      const welcome = await lastCursor();
      if (!welcome.ok && !passes(welcome.failure.code) && !signal.aborted)
        throw new JejakError(welcome.failure);
    }
  } finally {
    forget();
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof JejakError) return error.failure;
  throw error;
}

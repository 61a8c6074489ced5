import type { JourneyEventKind } from '../generated/graphql.ts';

/** What the server sends by POST. */
export interface WebhookDelivery {
  /** The same at each attempt: drop what you know. */
  readonly id: string;
  /** Know no other type: ignore it. */
  readonly type: 'journey.events' | 'journey.missed' | 'ping' | (string & Record<never, never>);
  readonly workspaceId: string;
  readonly mapId: string | null;
  /** Behind the last of these events, for `followEvents`. */
  readonly cursor: string | null;
  readonly events: readonly WebhookEvent[];
}

/** An event as a delivery tells it; those of `journeyEvents` have the same ids and cursors. */
export interface WebhookEvent {
  readonly id: string;
  readonly cursor: string;
  readonly kind: JourneyEventKind | (string & Record<never, never>);
  readonly recordId: string | null;
  readonly changedFields: readonly string[];
  readonly mapVersion: string;
  readonly occurredAt: string;
  readonly actor: {
    readonly kind: string;
    readonly userId: string;
    readonly tokenId?: string | null;
  } | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly isShortened: boolean;
}

/** Whether a signed body is a delivery; what the server signed is not looked at more closely. */
export function isDelivery(body: unknown): body is WebhookDelivery {
  if (typeof body !== 'object' || body === null || !('id' in body) || !('type' in body)) return false;
  const { id, type } = body;
  return typeof id === 'string' && typeof type === 'string' && 'events' in body && Array.isArray(body.events);
}

import type { EventKind } from '@jejak/journey-events';

/** Why nothing is sent: somebody said so, everything failed for long, or nothing can be signed. */
export type PauseReason = 'PERSON' | 'FAILING' | 'SECRET';

/** Where a workspace wants to be told what happens on its maps. */
export interface Webhook {
  readonly id: string;
  readonly workspaceId: string;
  readonly url: string;
  /** What is told; null: everything. */
  readonly kinds: readonly EventKind[] | null;
  /** Of which maps; null: of all, and of those that are made later. */
  readonly mapIds: readonly string[] | null;
  /** null: it is at work. */
  readonly pausedBecause: PauseReason | null;
  /** Attempts that failed since the last one that did not. */
  readonly failedInRow: number;
  readonly failingSince: Date | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** What signs, encrypted. */
  readonly secret: string;
  /** What signs beside it for a while after a change. */
  readonly formerSecret: { readonly sealed: string; readonly until: Date } | null;
}

/** What people settle of it. */
export type WebhookChange = Partial<
  Pick<
    Webhook,
    'url' | 'kinds' | 'mapIds' | 'pausedBecause' | 'failedInRow' | 'failingSince' | 'secret' | 'formerSecret'
  >
>;

import type { PauseReason, Webhook, WebhookChange } from './Webhook.ts';

/** A webhook whose maps are to be looked through for what was missed. */
export interface SweepTurn {
  readonly webhook: Webhook;
  /** What was edited before this moment has been looked through. */
  readonly sweptTo: Date;
}

/** Keeps webhooks. */
export interface WebhookRepository {
  create(webhook: Webhook): Promise<void>;
  /** In the order they were made. */
  listOf(workspaceId: string): Promise<readonly Webhook[]>;
  find(id: string): Promise<Webhook | null>;
  /** As it is afterwards; null where it is gone. */
  update(id: string, change: WebhookChange): Promise<Webhook | null>;
  /** Pauses one that is at work; whether it was. */
  pause(id: string, because: PauseReason): Promise<boolean>;
  /** Counts how an attempt ended; as it is afterwards. */
  note(id: string, outcome: 'success' | 'failure', at: Date): Promise<Webhook | null>;
  remove(id: string): Promise<void>;
  /** Workspaces with one that is at work. */
  activeWorkspaces(): Promise<readonly string[]>;
  /** One that is at work and due to be swept; nobody else gets it before `again`. */
  takeSweep(now: Date, again: Date): Promise<SweepTurn | null>;
  swept(id: string, to: Date): Promise<void>;
}

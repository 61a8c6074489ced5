import type { Writer } from './Edit.ts';

/** One room of a job: a path and, per client, as whom it connects. */
export interface JobRoom {
  readonly room: string;
  readonly path: string;
  /** One client per entry; client n sends the edits of writer n. */
  readonly headers: readonly Readonly<Record<string, string>>[];
  /** Where each client connects, if not all at the job's port. */
  readonly ports?: readonly number[];
}

/** What a load generator connects to. */
export interface Job {
  readonly port: number;
  readonly dialect: 'plain' | 'hocuspocus';
  /** Whether the server answers a first question with the document (a relay does not). */
  readonly answers: boolean;
  readonly rooms: readonly JobRoom[];
  readonly writers: readonly Writer[];
  /** Updates that make the board, sent to each room first. */
  readonly board: readonly Uint8Array[];
}

/** How to load: at a pace, or with as many edits under way as the window allows. */
export type Phase =
  | { readonly kind: 'paced'; readonly editsPerSecond: number; readonly ms: number }
  | { readonly kind: 'window'; readonly perWriter: number; readonly warmMs: number; readonly ms: number };

/** What one phase gave. Times in milliseconds. */
export interface PhaseResult {
  readonly seconds: number;
  readonly edits: number;
  readonly deliveries: number;
  /** Send to arrival at the last other client, per edit. */
  readonly seenP50: number;
  readonly seenP99: number;
  /** NaN where the server never tells. */
  readonly ackP95: number;
  readonly ackP99: number;
  /** Edits that did not reach everybody before the time limit. */
  readonly missing: number;
}

/** Messages between the bench and its load generator. */
export type ToLoad = { readonly job: Job } | { readonly phase: Phase } | { readonly done: true };
export type FromLoad =
  | { readonly ready: true }
  | { readonly result: PhaseResult }
  | { readonly measuring: boolean }
  | { readonly error: string };

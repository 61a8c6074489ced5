import type { JobRoom } from './Job.ts';

/** A server under measurement. */
export interface SyncServer {
  readonly name: string;
  readonly port: number;
  /** Processes whose processor time is its cost. */
  readonly pids: readonly number[];
  readonly dialect: 'plain' | 'hocuspocus';
  readonly answers: boolean;
  /** What a client adds to its address that takes a document packed, where the server packs. */
  readonly packs?: string;
  /** Empty rooms with a number of clients each. */
  rooms(count: number, clients: number): Promise<JobRoom[]>;
  /** Ends it and starts it again with its data, where it keeps any. */
  readonly restart?: () => Promise<void>;
  close(): Promise<void>;
}

import type * as Y from 'yjs';

/** Keeps a document on this device, so that work survives a closed page. It is the origin of what it loads. */
export interface LocalStore {
  /** Resolves once the document holds what was kept, with its epoch; undefined where nothing was. */
  readonly loaded: Promise<number | undefined>;
  /** Some of what is kept may never have reached the server. */
  readonly unsaved: boolean;
  /** The server says which life of the document this is; from then on it is kept. Resolves once it is. */
  setEpoch(epoch: number): Promise<void>;
  /** All that was written up to now is journaled on the server. */
  saved(): void;
  /** Forgets what this store found or wrote, and keeps nothing more. What other windows wrote stays theirs. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the store of one document: with what was `kept`, a former life first, or for a document that comes from the
 * server (`present`), which takes in what was kept of its own life alone.
 */
export type OpenLocalStore = (name: string, doc: Y.Doc, which: 'kept' | 'present') => LocalStore;

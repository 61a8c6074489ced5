import type * as Y from 'yjs';

/** Keeps a document on this device, so that work survives a closed page. */
export interface LocalStore {
  /** Resolves once the document holds what was kept. */
  readonly loaded: Promise<void>;
  /** The epoch the kept content belongs to; undefined when nothing was kept. */
  epoch(): Promise<number | undefined>;
  setEpoch(epoch: number): Promise<void>;
  /** Forgets everything kept of this document. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the store of one document. */
export type OpenLocalStore = (name: string, doc: Y.Doc) => LocalStore;

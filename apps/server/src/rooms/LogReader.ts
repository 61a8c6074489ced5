/** Whoever reads the logs of documents and must have done so before entries are merged and deleted. */
export interface LogReader {
  /** Resolves once it has read a document's log up to `seq`; rejects when it cannot now. */
  hasRead(docId: string, seq: number): Promise<void>;
  /** A map is gone for good. */
  forget(mapId: string): Promise<void>;
}

/** Reads nothing. */
export const noReader: LogReader = {
  async hasRead() {},
  async forget() {},
};

/** Which maps have anything stored, whether or not anybody can find them. */
export interface StoredMaps {
  /** The next map id in a fixed order; '' begins, null ends. */
  next(after: string): Promise<string | null>;
}

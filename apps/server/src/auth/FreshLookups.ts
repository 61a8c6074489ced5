/**
 * Lookups that are shared and yet never older than the question: those who ask for the same in one turn of the event loop
 * share a read that begins after it. When everybody comes back at once, few ask for anything of their own.
 */
export class FreshLookups<T> {
  readonly #begun = new Map<string, Promise<T>>();

  /** `begin` must read the same for everybody who gives this key. */
  look(key: string, begin: () => Promise<T>): Promise<T> {
    const shared = this.#begun.get(key);
    if (shared !== undefined) return shared;
    const looking = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#begun.delete(key);
      return begin();
    });
    this.#begun.set(key, looking);
    return looking;
  }
}

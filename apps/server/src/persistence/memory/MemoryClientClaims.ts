import type { ClaimOwner, ClientClaims } from '../ClientClaims.ts';

/** `ClientClaims` for tests; they live as long as the object. */
export class MemoryClientClaims implements ClientClaims {
  readonly #claims = new Map<string, Map<number, ClaimOwner>>();

  async claim(
    docId: string,
    claims: ReadonlyMap<number, ClaimOwner>,
  ): Promise<ReadonlyMap<number, ClaimOwner>> {
    // A turn of the event loop passes, as with a real database, so that races show in tests.
    await new Promise<void>((resolve) => setImmediate(resolve));
    const known = this.#claims.get(docId) ?? new Map<number, ClaimOwner>();
    this.#claims.set(docId, known);
    for (const [clientId, owner] of claims) if (!known.has(clientId)) known.set(clientId, owner);
    return this.ownersOf(docId, [...claims.keys()]);
  }

  async load(docId: string): Promise<ReadonlyMap<number, ClaimOwner>> {
    return new Map(this.#claims.get(docId));
  }

  async ownersOf(docId: string, clientIds: readonly number[]): Promise<ReadonlyMap<number, ClaimOwner>> {
    const wanted = new Set(clientIds);
    return new Map([...(this.#claims.get(docId) ?? [])].filter(([clientId]) => wanted.has(clientId)));
  }

  async forget(docId: string, clientIds: readonly number[]): Promise<void> {
    for (const clientId of clientIds) this.#claims.get(docId)?.delete(clientId);
  }

  async remove(docId: string): Promise<void> {
    this.#claims.delete(docId);
  }
}

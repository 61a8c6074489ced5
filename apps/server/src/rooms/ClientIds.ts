import * as Y from 'yjs';
import type { ClaimOwner, ClientClaims } from '../persistence/ClientClaims.ts';
import type { StoreReader } from './StoreReader.ts';

/** Client ids and whose they are. */
export type ClaimOwners = ReadonlyMap<number, ClaimOwner>;

/**
 * Who writes under which client id of one document. An id that is in the document and in no claim is the server's:
 * it came with the first content.
 */
export class ClientIds {
  readonly #claims: ClientClaims;
  readonly #stored: StoreReader;
  #owners: Map<number, ClaimOwner>;
  /** In the live document and not written down yet. */
  readonly #unsaved = new Map<number, ClaimOwner>();

  constructor(owners: ClaimOwners, claims: ClientClaims, stored: StoreReader) {
    this.#claims = claims;
    this.#stored = stored;
    this.#owners = new Map(owners);
  }

  /** Whether claims must be written before anything more is appended. */
  get unsaved(): boolean {
    return this.#unsaved.size > 0;
  }

  /** Whether a person may write new clocks under this id: it is theirs, or nobody has used it. */
  mayExtend(doc: Y.Doc, client: number, userId: string): boolean {
    const owner = this.#owners.get(client);
    if (owner !== undefined) return owner === userId;
    return client !== doc.clientID && Y.getState(doc.store, client) === 0;
  }

  /** Ids that came into the document with an edit are its author's from now on. */
  take(clients: readonly number[], owner: ClaimOwner): void {
    for (const client of clients) {
      if (this.#owners.has(client)) continue;
      this.#owners.set(client, owner);
      this.#unsaved.set(client, owner);
    }
  }

  /** Writes the claims down; answers who lost an id to somebody on another node. */
  async save(): Promise<ReadonlySet<ClaimOwner>> {
    const wanted = new Map(this.#unsaved);
    const owners = await this.#stored.read((docId) => this.#claims.claim(docId, wanted));
    const losers = new Set<ClaimOwner>();
    for (const [client, owner] of owners ?? []) {
      const claimed = wanted.get(client);
      if (claimed !== undefined && claimed !== owner) losers.add(claimed);
      this.#unsaved.delete(client);
      this.#owners.set(client, owner);
    }
    return losers;
  }

  /** Reads whose the ids are that others' entries bring; only then may they be applied. */
  async learn(doc: Y.Doc, brought: readonly ReadonlyMap<number, number>[]): Promise<void> {
    const unknown = brought
      .flatMap((clocks) => [...clocks.keys()])
      .filter((client) => !this.#owners.has(client) && Y.getState(doc.store, client) === 0);
    if (unknown.length === 0) return;
    for (const [client, owner] of (await this.#stored.read((docId) =>
      this.#claims.ownersOf(docId, unknown),
    )) ?? [])
      if (!this.#unsaved.has(client)) this.#owners.set(client, owner);
  }

  /** Reads all claims; after the document was loaded, for whoever wrote an entry had written its claims before. */
  async load(): Promise<void> {
    this.#owners = new Map([
      ...this.#unsaved,
      ...((await this.#stored.read((docId) => this.#claims.load(docId))) ?? []),
    ]);
  }
}

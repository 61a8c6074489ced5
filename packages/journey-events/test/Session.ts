import type { ActorRef } from '@jejak/access';
import type { LoggedEntry, MapPart } from '@jejak/journey-events';
import type { MapDocs, OperationName } from '@jejak/journey-model';
import { runOperation, seededContext } from '@jejak/journey-model/testkit';
import * as Y from 'yjs';

/** A map and its log as a server keeps them: what people do elsewhere comes as updates, and may come late. */
export class Session {
  readonly docs: MapDocs;
  readonly entries: LoggedEntry[] = [];
  readonly #seqs = { structure: 0, content: 0 };
  readonly #context;
  #by: ActorRef | null = null;
  #ms = Date.UTC(2026, 0, 1);

  constructor(seed: number, fill: (docs: MapDocs) => void) {
    this.#context = seededContext(seed);
    this.docs = emptyDocs(1);
    fill(this.docs);
    for (const part of parts) {
      this.#log(part, Y.encodeStateAsUpdate(this.docs[part]));
      this.docs[part].on('update', (update: Uint8Array) => this.#log(part, update));
    }
  }

  get version() {
    return { ...this.#seqs };
  }

  /** A document of somebody who has everything up to now. */
  copy(clientId: number): MapDocs {
    const docs = emptyDocs(clientId);
    this.bring(docs);
    return docs;
  }

  /** Gives somebody what they lack. */
  bring(docs: MapDocs): void {
    for (const part of parts)
      Y.applyUpdate(docs[part], Y.encodeStateAsUpdate(this.docs[part], Y.encodeStateVector(docs[part])));
  }

  /** Takes from somebody what is new, as one update of each document. */
  take(docs: MapDocs, by: ActorRef | null): void {
    for (const part of parts) {
      const update = Y.encodeStateAsUpdate(docs[part], Y.encodeStateVector(this.docs[part]));
      this.write(() => Y.applyUpdate(this.docs[part], update), by);
    }
  }

  /** Runs an operation on the server, as a program would have it. */
  run(name: OperationName, input: unknown, by: ActorRef | null) {
    return this.write(() => runOperation(this.docs, name, input, this.#context), by);
  }

  write<T>(run: () => T, by: ActorRef | null): T {
    this.#by = by;
    try {
      return run();
    } finally {
      this.#by = null;
    }
  }

  wait(ms: number): void {
    this.#ms += ms;
  }

  #log(part: MapPart, update: Uint8Array): void {
    this.#ms += 1;
    this.#seqs[part] += 1;
    const at = new Date(this.#ms);
    const seq = this.#seqs[part];
    this.entries.push({
      part,
      seq,
      at,
      updates: [update],
      authors: [this.#by],
      begins: false,
      migrates: false,
    });
  }
}

const parts = ['structure', 'content'] as const;

function emptyDocs(clientId: number): MapDocs {
  const docs = { structure: new Y.Doc(), content: new Y.Doc() };
  for (const part of parts) docs[part].clientID = clientId;
  return docs;
}

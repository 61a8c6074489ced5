import * as Y from 'yjs';
import type { MapDocs } from '../src/operation.ts';

const parts = ['structure', 'content'] as const;
type Part = (typeof parts)[number];

interface Message {
  readonly to: number;
  readonly part: Part;
  readonly update: Uint8Array;
}

/** What everything that arrives over the virtual network carries as its origin. */
export const networkOrigin = 'network';

/**
 * Several people's documents and what is on its way between them. Messages may arrive in any order or never;
 * `reconnect` repairs what was lost, as the first exchange of a new connection does.
 */
export class VirtualNetwork {
  readonly peers: readonly MapDocs[];
  #inFlight: Message[] = [];

  /** Client ids come from the seed, so that a run can be repeated. */
  constructor(peerCount: number, random: () => number) {
    this.peers = Array.from({ length: peerCount }, (_, index) => {
      const docs: MapDocs = { structure: new Y.Doc(), content: new Y.Doc() };
      for (const part of parts) {
        docs[part].clientID = 1 + Math.floor(random() * 2 ** 31);
        docs[part].on('update', (update: Uint8Array, origin: unknown) => {
          if (origin !== networkOrigin) this.#send(index, part, update);
        });
      }
      return docs;
    });
  }

  get inFlight(): number {
    return this.#inFlight.length;
  }

  #send(from: number, part: Part, update: Uint8Array): void {
    for (let to = 0; to < this.peers.length; to += 1)
      if (to !== from) this.#inFlight.push({ to, part, update });
  }

  /** Lets one message arrive, any one; now and then it is lost, or arrives and stays on its way as well. */
  deliver(random: () => number, dropShare = 0.1, repeatShare = 0.05): void {
    const index = Math.floor(random() * this.#inFlight.length);
    const message = this.#inFlight[index];
    if (message === undefined) return;
    const luck = random();
    if (luck >= dropShare + repeatShare || luck < dropShare) this.#inFlight.splice(index, 1);
    const docs = this.peers[message.to];
    if (luck >= dropShare && docs !== undefined)
      Y.applyUpdate(docs[message.part], message.update, networkOrigin);
  }

  /** Two peers tell each other what they have and send what the other lacks. */
  reconnect(a: number, b: number): void {
    const [left, right] = [this.peers[a], this.peers[b]];
    if (left === undefined || right === undefined) return;
    for (const part of parts) {
      const forRight = Y.encodeStateAsUpdate(left[part], Y.encodeStateVector(right[part]));
      const forLeft = Y.encodeStateAsUpdate(right[part], Y.encodeStateVector(left[part]));
      Y.applyUpdate(right[part], forRight, networkOrigin);
      Y.applyUpdate(left[part], forLeft, networkOrigin);
    }
  }

  /** Everything arrives everywhere. */
  settle(): void {
    this.#inFlight = [];
    for (let round = 0; round < 2; round += 1) {
      for (let peer = 1; peer < this.peers.length; peer += 1) this.reconnect(0, peer);
    }
  }

  destroy(): void {
    for (const peer of this.peers) for (const part of parts) peer[part].destroy();
  }
}

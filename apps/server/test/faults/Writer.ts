import { connectMap, type MapConnection, type OpenLocalStore } from '@jejak/sync-client';
import { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { ledgerEntries, ledgerList } from './ledgerList.ts';

const unackedMax = 20;

/** A client that writes numbered entries, and notes what it was told about its own and saw of others. */
export class Writer {
  readonly name: string;
  readonly map: MapConnection;
  readonly written: string[] = [];
  /** How many of `written`, from the first, the server said are journaled. */
  acked = 0;
  readonly seen = new Set<string>();
  /** The longest time without news of others since `watch`. */
  stallMs = 0;
  #heardAt = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    name: string,
    url: string,
    mapId: string,
    random: () => number,
    openStore: OpenLocalStore | null = null,
  ) {
    this.name = name;
    this.map = connectMap({
      url,
      mapId,
      // The browser's type lacks what Node's has and the other way round.
      WebSocketImpl: WebSocket as unknown as typeof globalThis.WebSocket,
      params: async () => ({ as: name }),
      random,
      ...(openStore === null ? {} : { openStore }),
    });
    this.map.onStatus(({ kind }) => {
      if (kind === 'saved') this.acked = this.written.length;
    });
    this.map.docs.content.getMap('cards').observeDeep((events, transaction) => {
      if (transaction.local) return;
      for (const event of events) this.#hear(event);
    });
  }

  entries(): readonly string[] {
    return ledgerEntries(this.map.docs.content);
  }

  write(): void {
    this.writeAs(`${this.name}:${this.written.length}`);
  }

  writeAs(key: string): string {
    const list = ledgerList(this.map.docs.content);
    if (list === null) throw new Error(`${this.name} has no ledger yet`);
    this.written.push(key);
    list.push([key]);
    return key;
  }

  /** Writes on and on, and rests now and then until all is saved, for only then is it told so. */
  start(everyMs: number): void {
    this.#timer = setInterval(() => {
      if (!this.waits) this.write();
    }, everyMs);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Whether it has written as much as it does without being told that all is saved. */
  get waits(): boolean {
    return this.written.length - this.acked >= unackedMax;
  }

  /** Measures from now how long nothing comes of others. */
  watch(): void {
    this.stallMs = 0;
    this.#heardAt = performance.now();
  }

  get ackedKeys(): readonly string[] {
    return this.written.slice(0, this.acked);
  }

  #hear(event: Y.YEvent<Y.AbstractType<unknown>>): void {
    for (const { insert } of event.changes.delta) {
      if (!Array.isArray(insert)) continue;
      for (const key of insert)
        if (typeof key === 'string' && !key.startsWith(`${this.name}:`)) this.seen.add(key);
    }
    const now = performance.now();
    this.stallMs = Math.max(this.stallMs, now - this.#heardAt);
    this.#heardAt = now;
  }
}

import { connectMap, type MapConnection } from '@jejak/sync-client';
import { WebSocket } from 'ws';

const listName = 'ledger';

/** A client that writes numbered entries, and notes what it was told about its own and saw of others. */
export class Writer {
  readonly name: string;
  readonly map: MapConnection;
  readonly written: string[] = [];
  /** How many of `written`, from the first, the server said are journaled. */
  acked = 0;
  readonly seen = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(name: string, url: string, mapId: string, random: () => number) {
    this.name = name;
    this.map = connectMap({
      url,
      mapId,
      // The browser's type lacks what Node's has and the other way round.
      WebSocketImpl: WebSocket as unknown as typeof globalThis.WebSocket,
      params: async () => ({ as: name }),
      random,
    });
    this.map.onStatus(({ kind }) => {
      if (kind === 'saved') this.acked = this.written.length;
    });
    const list = this.map.docs.content.getArray<string>(listName);
    list.observe((event, transaction) => {
      if (transaction.local) return;
      for (const { insert } of event.changes.delta) {
        if (!Array.isArray(insert)) continue;
        for (const key of insert)
          if (typeof key === 'string' && !key.startsWith(`${name}:`)) this.seen.add(key);
      }
    });
  }

  entries(): readonly string[] {
    return this.map.docs.content.getArray<string>(listName).toArray();
  }

  start(everyMs: number): void {
    this.#timer = setInterval(() => {
      const key = `${this.name}:${this.written.length}`;
      this.written.push(key);
      this.map.docs.content.getArray<string>(listName).push([key]);
    }, everyMs);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  get ackedKeys(): readonly string[] {
    return this.written.slice(0, this.acked);
  }
}

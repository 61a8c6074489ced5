import type { MapPart, Presence } from '@jejak/protocol';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { OpenLocalStore } from './LocalStore.ts';
import { type MapStatus, sameStatus, worse } from './MapStatus.ts';
import { PartConnection } from './PartConnection.ts';
import { AwarenessPresence, type PresenceChannel } from './PresenceChannel.ts';

/** How to reach a map. */
export interface MapConnectionOptions {
  /** Where the sync end is, e.g. `wss://map.example/sync`. */
  readonly url: string;
  readonly mapId: string;
  /** The document format this program knows: a server with a later one sends it away (4426) before anything is mixed. */
  readonly format?: number;
  /** The documents to fill; new ones unless given. They stay the caller's and are not destroyed. */
  readonly docs?: { readonly structure: Y.Doc; readonly content: Y.Doc };
  /** What to say about oneself at first. */
  readonly presence?: Presence;
  /** Keeps the documents on this device, e.g. `indexedDbStore`. */
  readonly openStore?: OpenLocalStore;
  /** The platform's WebSocket unless given. */
  readonly WebSocketImpl?: typeof WebSocket;
  /** The platform's fetch unless given; uploads offline work that no message holds. */
  readonly fetch?: typeof fetch;
  /** Query parameters of each attempt, asked anew each time, e.g. `{ ticket }`. */
  readonly params?: (part: MapPart) => Promise<Readonly<Record<string, string>>>;
  readonly random?: () => number;
}

/** A map that stays connected until it is destroyed. */
export interface MapConnection {
  readonly docs: { readonly structure: Y.Doc; readonly content: Y.Doc };
  readonly presence: PresenceChannel;
  readonly status: MapStatus;
  /** Whether the server takes edits of a document from us, as far as it has said. */
  canWrite(part: MapPart): boolean;
  /** Calls back after the status changed until the returned function is called. */
  onStatus(listener: (status: MapStatus) => void): () => void;
  /** Resolves once everything written so far is saved; rejects when refused or after `msMax`. */
  flush(msMax?: number): Promise<void>;
  /** Tries to connect at once, also after a refusal. */
  retryNow(): Promise<void>;
  /** Deletes what is kept on this device; for a map that was begun anew or is gone. */
  forget(): Promise<void>;
  destroy(): Promise<void>;
}

const flushMsMaxDefault = 10_000;
const parts = ['structure', 'content'] as const;

function inTurn(ask: typeof fetch): typeof fetch {
  let before: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const answer = before.then(() => ask(...given));
    before = answer.catch(() => {});
    return answer;
  };
}

/** Connects both documents of a map and keeps them connected. */
export function connectMap(options: MapConnectionOptions): MapConnection {
  const docs = options.docs ?? { structure: new Y.Doc(), content: new Y.Doc() };
  const listeners = new Set<(status: MapStatus) => void>();
  // Presence travels with the content; the other awareness stays silent.
  const silent = new Awareness(docs.structure);
  silent.setLocalState(null);
  const awareness = new Awareness(docs.content);
  const presence = new AwarenessPresence(awareness, options.presence ?? {});
  const stores = {
    structure: options.openStore?.(`${options.mapId}/structure`, docs.structure) ?? null,
    content: options.openStore?.(`${options.mapId}/content`, docs.content) ?? null,
  };

  // The server takes one upload of a person at a time.
  const fetchInTurn = inTurn(options.fetch ?? ((...given) => fetch(...given)));
  let last: MapStatus = { kind: 'connecting' };
  let destroyed = false;
  const connect = (part: MapPart): PartConnection =>
    new PartConnection({
      url: options.url,
      mapId: options.mapId,
      part,
      doc: docs[part],
      awareness: part === 'content' ? awareness : silent,
      store: stores[part],
      WebSocketImpl: options.WebSocketImpl ?? WebSocket,
      fetch: fetchInTurn,
      params: async () => ({
        ...(await options.params?.(part)),
        ...(options.format === undefined ? {} : { format: String(options.format) }),
      }),
      random: options.random ?? Math.random,
      onStatus: tell,
      onOpen: () => {
        if (part === 'content') presence.renew();
      },
    });
  const connections: Readonly<Record<MapPart, PartConnection>> = {
    structure: connect('structure'),
    content: connect('content'),
  };
  presence.attach(connections.content.provider);
  for (const part of parts) {
    // A store that cannot be opened (private windows) must not keep anybody from the map.
    connections[part].start().catch(() => connections[part].retryNow());
  }

  function now(): MapStatus {
    return worse(connections.structure.status, connections.content.status);
  }

  function tell(): void {
    if (destroyed) return;
    const status = now();
    if (sameStatus(status, last)) return;
    last = status;
    for (const listener of [...listeners]) listener(status);
  }

  return {
    docs,
    presence,
    get status() {
      return now();
    },
    canWrite: (part) => connections[part].canWrite,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async flush(msMax = flushMsMaxDefault) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => end(new Error(`not saved within ${msMax} ms`)), msMax);
        const look = (): void => {
          const status = now();
          if (status.kind === 'saved') end(null);
          else if (status.kind === 'refused') end(new Error(`refused with ${status.code}`));
        };
        function end(error: Error | null): void {
          clearTimeout(timer);
          listeners.delete(look);
          if (error === null) resolve();
          else reject(error);
        }
        listeners.add(look);
        look();
      });
    },
    async retryNow() {
      await Promise.all(parts.map((part) => connections[part].retryNow()));
    },
    async forget() {
      await Promise.all(parts.map((part) => stores[part]?.clear()));
    },
    async destroy() {
      if (destroyed) return;
      destroyed = true;
      listeners.clear();
      await Promise.all(parts.map((part) => connections[part].destroy()));
      presence.destroy();
      silent.destroy();
      awareness.destroy();
    },
  };
}

import type { MapPart, Presence } from '@jejak/protocol';
import type * as Y from 'yjs';
import { LiveMap } from './LiveMap.ts';
import type { OpenLocalStore } from './LocalStore.ts';
import type { MapStatus } from './MapStatus.ts';
import type { PresenceChannel } from './PresenceChannel.ts';

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
  /** The map was begun anew, and its next connection is being made ready (see `onRenewed`). */
  readonly renewing: boolean;
  /** Whether the server takes edits of a document from us, as far as it has said. */
  canWrite(part: MapPart): boolean;
  /** Calls back after the status changed until the returned function is called. */
  onStatus(listener: (status: MapStatus) => void): () => void;
  /**
   * Calls back once, when the map was begun anew on the server and everything written here is in it: in that turn
   * change to the next connection and its documents, then destroy this one. Without a listener a map begun anew is
   * final (4409).
   */
  onRenewed(listener: (next: MapConnection) => void): () => void;
  /** Fetches now the code of renewals and uploads, which may be needed when the connection is bad. */
  prepare(): Promise<void>;
  /** Resolves once everything written so far is saved; rejects when refused or after `msMax`. */
  flush(msMax?: number): Promise<void>;
  /** Tries to connect at once, also after a refusal. */
  retryNow(): Promise<void>;
  /** Deletes what is kept on this device; for work that the server will never take, or a map that is gone. */
  forget(): Promise<void>;
  destroy(): Promise<void>;
}

/** Connects both documents of a map and keeps them connected. */
export function connectMap(options: MapConnectionOptions): MapConnection {
  return new LiveMap(options, 'kept');
}

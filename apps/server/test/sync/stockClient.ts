import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { until } from './until.ts';

interface StockOptions {
  readonly doc?: Y.Doc;
  readonly params?: Record<string, string>;
  readonly connect?: boolean;
}

/** The unchanged y-websocket client, as any program would use it. */
export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Set when the server ended it for good. */
  readonly closed: { readonly code: number } | null;
  synced(): Promise<void>;
  destroy(): void;
}

export function stockClient(url: string, room: string, options: StockOptions = {}): StockClient {
  const doc = options.doc ?? new Y.Doc();
  const provider = new WebsocketProvider(url, room, doc, {
    // The browser's type lacks what Node's has and the other way round; y-websocket uses what both share.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: options.connect ?? true,
    params: options.params ?? {},
  });
  let closed: { readonly code: number } | null = null;
  provider.on('closed', (event) => {
    closed = event;
  });
  return {
    doc,
    provider,
    get closed() {
      return closed;
    },
    synced: () => until('synced', () => provider.synced),
    destroy() {
      provider.destroy();
      doc.destroy();
    },
  };
}

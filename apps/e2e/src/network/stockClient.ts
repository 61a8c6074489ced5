import type { HttpPerson } from '@jejak/testbed';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** A document of a map in the hands of a stock y-websocket client. */
export interface StockClient {
  readonly doc: Y.Doc;
  /** Not connected yet. */
  readonly provider: WebsocketProvider;
  destroy(): void;
}

/** Makes a client that knows nothing of ours, with the session of somebody. */
export function stockClient(
  url: string,
  mapId: string,
  part: 'structure' | 'content',
  { cookie }: HttpPerson,
): StockClient {
  class SignedIn extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { Cookie: cookie, Origin: url } });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync/${mapId}`, part, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: false,
  });
  return {
    doc,
    provider,
    destroy() {
      provider.destroy();
      doc.destroy();
    },
  };
}

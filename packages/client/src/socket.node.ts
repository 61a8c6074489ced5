import { WebSocket as WsSocket } from 'ws';

/** Outside browsers sockets send headers. */
export const canSendHeaders = true;

/** Ends a connection that was not opened in time. */
const handshakeMsMax = 10_000;
/** More than any message of the server; without a bound a peer could fill the memory. */
const maxPayload = 64 * 1024 * 1024;

/** The WebSocket class of this platform; each of its sockets sends these headers. */
export function platformSocket(headers: Readonly<Record<string, string>>): typeof WebSocket {
  const signed = class extends WsSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers, handshakeTimeout: handshakeMsMax, maxPayload });
    }
  };
  // Its events are those of the standard, which its types do not say.
  return signed as unknown as typeof WebSocket;
}

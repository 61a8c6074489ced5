/** Hears what a socket sends. */
export interface SocketWatch {
  sent(frame: Uint8Array): void;
}

/** A WebSocket class that tells about each frame it sends; y-websocket itself does not say. */
export function countingSocket(Base: typeof WebSocket, watch: SocketWatch): typeof WebSocket {
  return class extends Base {
    // The platform's own parameters: the DOM's types and Node's name them differently.
    override send(...frame: Parameters<WebSocket['send']>): void {
      const [data] = frame;
      if (data instanceof Uint8Array) watch.sent(data);
      super.send(...frame);
    }
  };
}

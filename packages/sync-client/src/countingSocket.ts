/** Hears what a socket is about to send. */
export interface SocketWatch {
  /** False: it must not go out. */
  sends(frame: Uint8Array): boolean;
}

/** A WebSocket class that asks before each frame it sends; y-websocket itself does not say. */
export function countingSocket(Base: typeof WebSocket, watch: SocketWatch): typeof WebSocket {
  return class extends Base {
    // The platform's own parameters: the DOM's types and Node's name them differently.
    override send(...frame: Parameters<WebSocket['send']>): void {
      const [data] = frame;
      if (!(data instanceof Uint8Array) || watch.sends(data)) super.send(...frame);
    }
  };
}

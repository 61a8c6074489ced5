import { MessageKind } from '@jejak/protocol';
import * as decoding from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { inflated } from './inflated.ts';

interface Wait {
  readonly socket: WebSocket;
  readonly frames: Uint8Array[];
}

/**
 * Takes documents that come packed. Unpacking takes a moment, and what arrives meanwhile waits: everything is handled in
 * the order in which it came.
 */
export class Unpacking {
  readonly #provider: WebsocketProvider;
  readonly #failed: () => void;
  #wait: Wait | null = null;

  /** Once all other messages have their handlers. `failed`: what came could not be unpacked; nothing more is of use. */
  constructor(provider: WebsocketProvider, failed: () => void) {
    this.#provider = provider;
    this.#failed = failed;
    const handlers = provider.messageHandlers;
    handlers[MessageKind.Packed] = (_encoder, decoder) => {
      const length = decoding.readVarUint(decoder);
      void this.#unpack(decoding.readVarUint8Array(decoder), length);
    };
    handlers.forEach((handle, kind) => {
      handlers[kind] = (encoder, decoder, ...rest) => {
        // Of a socket that is gone nothing waits any more.
        if (this.#wait?.socket === provider.ws) this.#wait?.frames.push(decoder.arr);
        else handle(encoder, decoder, ...rest);
      };
    });
  }

  async #unpack(packed: Uint8Array, length: number): Promise<void> {
    const socket = this.#provider.ws;
    if (socket === null) return;
    const wait: Wait = { socket, frames: [] };
    this.#wait = wait;
    try {
      const update = await inflated(packed, length);
      if (this.#wait !== wait) return;
      this.#wait = null;
      if (this.#provider.ws !== socket) return;
      Y.applyUpdate(this.#provider.doc, update, this.#provider);
      for (const data of wait.frames) socket.onmessage?.(new MessageEvent('message', { data }));
    } catch {
      if (this.#wait === wait) this.#wait = null;
      if (this.#provider.ws === socket) this.#failed();
    }
  }
}

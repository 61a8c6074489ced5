import type { Duplex } from 'node:stream';
import { CloseCode, syncLimits } from '@jejak/protocol';
import { savedFrame } from './frames.ts';

interface OutboxOptions {
  /** The raw socket under the WebSocket; frames are written whole, so they never mix with those of `ws`. */
  readonly socket: Duplex;
  readonly now: () => number;
  readonly overload: (code: CloseCode, reason: string) => void;
}

/**
 * What goes out to one client: collected during a turn of the event loop and written at once. Frames come ready made
 * and shared, so a receiver costs one write.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #frames: Uint8Array[] = [];
  #saved: { readonly count: number; readonly seq: number } | null = null;
  #scheduled = false;
  #closed = false;
  #written = 0;
  #drained = 0;
  #drainedAt: number;
  /** A state larger than the queue limit may be on its way once. */
  #allowance = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#drainedAt = options.now();
  }

  send(frame: Uint8Array): void {
    this.#frames.push(frame);
    this.#schedule();
  }

  /** Sends a whole state, however large it is; a second one behind it counts like everything else. */
  sendState(pieces: readonly Uint8Array[]): void {
    const bytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
    this.#allowance = Math.max(this.#allowance, bytes);
    for (const piece of pieces) this.send(piece);
  }

  /**
   * Dropped for a slow reader: the next presence is as good. It is gathered already, so it goes out at once unless
   * something stands before it.
   */
  sendPresence(frame: Buffer): void {
    if (this.#options.socket.writableLength > syncLimits.sendQueueDropPresenceBytes) return;
    this.#frames.push(frame);
    if (!this.#scheduled) this.flush();
  }

  /** Only the newest of a turn is sent, after the frames of the turn. */
  sendSaved(count: number, seq: number): void {
    this.#saved = { count, seq };
    this.#schedule();
  }

  /** Ends a reader that does not read. Called with each write and from the heartbeat. */
  check(): void {
    const { socket, now, overload } = this.#options;
    const waiting = socket.writableLength;
    const drained = this.#written - waiting;
    if (waiting === 0) this.#allowance = 0;
    if (waiting === 0 || drained > this.#drained) {
      this.#drained = drained;
      this.#drainedAt = now();
    }
    if (waiting > syncLimits.sendQueueBytesMax + this.#allowance) {
      overload(CloseCode.Overload, 'reads too slowly');
    } else if (now() - this.#drainedAt > syncLimits.sendQueueStallMsMax) {
      overload(CloseCode.Overload, 'does not read');
    }
  }

  close(): void {
    this.#closed = true;
    this.#frames = [];
    this.#saved = null;
  }

  /** Writes what is collected now. */
  flush(): void {
    this.#scheduled = false;
    if (this.#closed) return;
    const { socket } = this.#options;
    if (this.#saved !== null) this.#frames.push(savedFrame(this.#saved.count, this.#saved.seq));
    this.#saved = null;
    const frames = this.#frames;
    this.#frames = [];
    if (!socket.writable || frames.length === 0) return;
    const before = socket.writableLength;
    // One frame is the usual case, and a corked socket would keep it only to let it go at once.
    if (frames.length > 1) socket.cork();
    for (const frame of frames) {
      this.#written += frame.byteLength;
      socket.write(frame);
    }
    if (frames.length > 1) socket.uncork();
    if (before > 0 || socket.writableLength > syncLimits.sendQueueBytesMax) this.check();
  }

  #schedule(): void {
    if (this.#scheduled || this.#closed) return;
    this.#scheduled = true;
    setImmediate(() => this.flush());
  }
}

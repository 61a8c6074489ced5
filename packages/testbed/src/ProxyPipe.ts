import type { Socket } from 'node:net';

/** What happens to bytes on their way; everything left out does not happen. */
export interface ProxyFaults {
  /** Each chunk arrives later by a random time in this range; the order stays. */
  readonly delayMs?: readonly [number, number];
  /** Bytes arrive in pieces of at most this size, each written by itself. */
  readonly splitBytes?: number;
  /** What comes within this time arrives together. */
  readonly joinMs?: number;
  /** How likely a chunk is to be lost at first, so that everything behind it waits as for a repetition. */
  readonly stallChance?: number;
  readonly stallMs?: number;
  readonly bytesPerSecond?: number;
}

interface Queued {
  readonly bytes: Buffer;
  readonly dueAt: number;
}

const heldBytesMax = 256 * 1024;

/** One direction of a connection: reads from one socket, writes to the other, with faults in between. */
export class ProxyPipe {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #faults: () => ProxyFaults;
  readonly #random: () => number;
  #queue: Queued[] = [];
  #held = 0;
  #lastDueAt = 0;
  #ended = false;
  #pumping = false;
  #stalled = false;
  #onMove: () => void = () => {};
  /** Bytes that have been passed on. */
  passed = 0;
  /** Called after so many bytes have been passed on, once. */
  tripwire: { readonly bytes: number; readonly call: () => void } | null = null;

  constructor(from: Socket, to: Socket, faults: () => ProxyFaults, random: () => number) {
    this.#from = from;
    this.#to = to;
    this.#faults = faults;
    this.#random = random;
    from.on('data', (bytes: Buffer) => this.#take(bytes));
    from.on('end', () => {
      this.#ended = true;
      this.#start();
    });
    // Whoever waits for a socket that is gone waits in vain.
    for (const socket of [from, to]) socket.on('close', () => this.#onMove());
  }

  /** Whether nothing passes now, not even an end. */
  get stalled(): boolean {
    return this.#stalled;
  }

  /** From now on nothing passes, and neither side is told. */
  stall(): void {
    this.#stalled = true;
  }

  /** What was held passes, and everything after it. */
  resume(): void {
    this.#stalled = false;
    this.#onMove();
  }

  get #over(): boolean {
    return this.#to.destroyed;
  }

  #take(bytes: Buffer): void {
    const { delayMs, joinMs = 0, stallChance = 0, stallMs = 0 } = this.#faults();
    const delay = delayMs === undefined ? 0 : delayMs[0] + this.#random() * (delayMs[1] - delayMs[0]);
    const lost = stallChance > 0 && this.#random() < stallChance ? stallMs : 0;
    const now = performance.now();
    this.#lastDueAt = Math.max(this.#lastDueAt, now + delay + lost + joinMs);
    this.#queue.push({ bytes, dueAt: this.#lastDueAt });
    this.#held += bytes.byteLength;
    if (this.#held > heldBytesMax) this.#from.pause();
    this.#start();
  }

  #start(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    void this.#pump();
  }

  async #pump(): Promise<void> {
    while (!this.#over) {
      if (this.#stalled) {
        await this.#moved();
        continue;
      }
      const next = this.#queue[0];
      if (next === undefined) break;
      const wait = next.dueAt - performance.now();
      if (wait > 0) await this.#moved(wait);
      else await this.#pass(this.#takeDue());
    }
    this.#pumping = false;
    if (this.#ended && this.#queue.length === 0 && !this.#over) this.#to.end();
  }

  /** Joining, everything behind the first that is due goes along. */
  #takeDue(): Buffer {
    const count = this.#faults().joinMs === undefined ? 1 : this.#queue.length;
    return Buffer.concat(this.#queue.splice(0, count).map(({ bytes }) => bytes));
  }

  async #pass(bytes: Buffer): Promise<void> {
    const { splitBytes = bytes.byteLength, bytesPerSecond } = this.#faults();
    for (let at = 0; at < bytes.byteLength && !this.#over; at += splitBytes) {
      while (this.#stalled && !this.#over) await this.#moved();
      const piece = bytes.subarray(at, at + splitBytes);
      const room = this.#to.write(piece);
      this.#held -= piece.byteLength;
      this.passed += piece.byteLength;
      this.#trip();
      if (!room) await this.#moved(undefined, true);
      else if (bytesPerSecond !== undefined) await this.#moved((piece.byteLength / bytesPerSecond) * 1_000);
      else if (splitBytes < bytes.byteLength) await new Promise((resolve) => setImmediate(resolve));
    }
    if (this.#held <= heldBytesMax) this.#from.resume();
  }

  #trip(): void {
    const wire = this.tripwire;
    if (wire === null || this.passed < wire.bytes) return;
    this.tripwire = null;
    wire.call();
  }

  /** Waits for a change of the pipe, for time, or for room in the socket. */
  #moved(ms?: number, drains = false): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(() => done(), ms);
      const done = (): void => {
        clearTimeout(timer);
        this.#to.off('drain', done);
        this.#onMove = () => {};
        resolve();
      };
      this.#onMove = done;
      if (drains) this.#to.once('drain', done);
    });
  }
}

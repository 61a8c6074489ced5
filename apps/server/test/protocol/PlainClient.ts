import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { awarenessFrame, type Frame, readFrame, syncFrame } from './frames.ts';

/** How long an event may take on a busy machine. */
const waitMsMax = 15_000;

type FrameOf<K extends Frame['kind']> = Extract<Frame, { readonly kind: K }>;

function isKind<K extends Frame['kind']>(frame: Frame, kind: K): frame is FrameOf<K> {
  return frame.kind === kind;
}

/** How a client begins. */
export interface PlainOptions {
  /** The copy it brings along; an empty one unless told. */
  readonly doc?: Y.Doc;
  /** The way in: `cookie` and `origin`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether it greets and answers as the document says; `false` leaves every message to the test. */
  readonly speaks?: boolean;
}

/** One connection of a client written from docs/PROTOCOL.md alone, on ws, yjs and lib0's varints. */
export class PlainClient {
  readonly doc: Y.Doc;
  /** Every message of the server, in the order it came. */
  readonly frames: Frame[] = [];
  /** The code this connection was closed with. */
  readonly closed: Promise<number>;
  /** Document messages sent on this connection. */
  sent = 0;

  readonly #socket: WebSocket;
  readonly #speaks: boolean;
  readonly #waiting = new Set<() => void>();
  #failure: Error | null = null;
  #clock = 0;

  constructor(url: string, options: PlainOptions = {}) {
    this.doc = options.doc ?? new Y.Doc();
    this.#speaks = options.speaks ?? true;
    this.#socket = new WebSocket(url, { headers: { ...options.headers } });
    this.#socket.binaryType = 'nodebuffer';
    this.closed = new Promise((resolve) => this.#socket.once('close', resolve));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', (code) => {
      this.doc.off('update', this.#onUpdate);
      this.#fail(new Error(`closed with ${code}`));
    });
    this.#socket.on('open', () => {
      if (this.#speaks) this.askForWhatIsMissing();
    });
    this.#socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.#take(new Uint8Array(data));
      else this.#fail(new Error('The server sent a text frame.'));
    });
    if (this.#speaks) this.doc.on('update', this.#onUpdate);
  }

  /** Once the socket is open; rejects when it never opens. */
  async opened(): Promise<void> {
    await this.#wait('the socket to open', () => (this.#socket.readyState === WebSocket.OPEN ? true : null));
  }

  /** The first message of a kind, from `from` on, that fits. */
  async got<K extends Frame['kind']>(
    kind: K,
    fits: (frame: FrameOf<K>) => boolean = () => true,
    from = 0,
  ): Promise<FrameOf<K>> {
    return this.#wait(`a message ${kind}`, () => {
      for (const frame of this.frames.slice(from)) if (isKind(frame, kind) && fits(frame)) return frame;
      return null;
    });
  }

  /** All messages of a kind so far. */
  all<K extends Frame['kind']>(kind: K): FrameOf<K>[] {
    return this.frames.filter((frame) => isKind(frame, kind));
  }

  /** Until the copy of this client is as wanted. */
  async until(what: string, holds: (doc: Y.Doc) => boolean): Promise<void> {
    await this.#wait(what, () => (holds(this.doc) ? true : null));
  }

  /** Once the server's first state has come and the server has what this client brought. */
  async ready(): Promise<this> {
    await this.got('step1');
    await this.got('step2');
    return this;
  }

  /** Until everything sent is journaled: "the newest count equals what you sent". */
  async saved(): Promise<FrameOf<'saved'>> {
    await this.got('step1');
    return this.got('saved', ({ count }) => count === this.sent);
  }

  /** Every message the server has for this connection by now: it answers in order. */
  async settled(): Promise<readonly Frame[]> {
    const from = this.frames.length;
    this.askForWhatIsMissing();
    await this.got('step2', () => true, from);
    return this.frames;
  }

  askForWhatIsMissing(stateVector: Uint8Array = Y.encodeStateVector(this.doc)): void {
    this.send(syncFrame('step1', stateVector));
  }

  answer(stateVector: Uint8Array): void {
    this.sent += 1;
    this.send(syncFrame('step2', Y.encodeStateAsUpdate(this.doc, stateVector)));
  }

  update(update: Uint8Array): void {
    this.sent += 1;
    this.send(syncFrame('update', update));
  }

  presence(state: unknown, clientId = this.doc.clientID): void {
    this.#clock += 1;
    this.send(awarenessFrame([{ clientId, clock: this.#clock, state }]));
  }

  send(data: Uint8Array | string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(data);
  }

  /** Sends one message cut into so many fragments. */
  fragments(count: number): void {
    for (let sent = 1; sent <= count; sent++) this.#socket.send(Uint8Array.of(3), { fin: sent === count });
  }

  /** The next ping of the server; ws answers it by itself. */
  pinged(): Promise<void> {
    return new Promise((resolve) => this.#socket.once('ping', () => resolve()));
  }

  /** Closes in order and waits for it. */
  async leave(): Promise<void> {
    this.#socket.close(1000);
    await this.closed;
  }

  /** Ends the transport without a word, as a network that goes away. */
  drop(): void {
    this.#socket.terminate();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this && this.#socket.readyState === WebSocket.OPEN) this.update(update);
  };

  #take(bytes: Uint8Array): void {
    try {
      const frame = readFrame(bytes);
      this.frames.push(frame);
      if (frame.kind === 'step1' && this.#speaks) this.answer(frame.stateVector);
      if (frame.kind === 'step2' || frame.kind === 'update' || frame.kind === 'packed')
        Y.applyUpdate(this.doc, frame.update, this);
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
    for (const look of [...this.#waiting]) look();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const look of [...this.#waiting]) look();
  }

  async #wait<T>(what: string, look: () => T | null): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(again);
        this.#socket.off('open', again);
        act();
      };
      const again = (): void => {
        const found = look();
        const failure = this.#failure;
        if (found !== null) settle(() => resolve(found));
        else if (failure !== null) settle(() => reject(new Error(`waited for ${what}: ${failure.message}`)));
      };
      const timer = setTimeout(
        () => settle(() => reject(new Error(`waited ${waitMsMax} ms in vain for ${what}`))),
        waitMsMax,
      );
      this.#waiting.add(again);
      this.#socket.on('open', again);
      again();
    });
  }
}

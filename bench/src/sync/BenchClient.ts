import { inflateRawSync } from 'node:zlib';
import { MessageKind } from '@jejak/protocol';
import { type Dialect, dialects } from './Dialect.ts';
import { readVarUint } from './Edit.ts';
import type { JobRoom } from './Job.ts';
import { LeanClient } from './LeanClient.ts';
import { clientFrame } from './SocketFrames.ts';
import type { SyncServer } from './SyncServer.ts';

/** The document as it came, and when its last byte was there. */
export interface Joined {
  readonly at: number;
  /** Of the messages of the answer. */
  readonly bytes: number;
  /** The document that came, as one update; to be asked for before anything else arrives, and while nobody writes. */
  readonly state: () => Uint8Array;
}

/** What a client hears; payloads are cut at the message's own bytes. */
export interface Hears {
  readonly onUpdate?: (bytes: Buffer, from: number) => void;
  readonly onPresence?: (bytes: Buffer, from: number) => void;
}

const joinMsMax = 60_000;

/** One client of one room, in the process of the bench. */
export class BenchClient {
  readonly #lean: LeanClient;
  readonly #dialect: Dialect;
  readonly #room: string;
  #ended: string | null = null;
  readonly #waiting: { joined: (joined: Joined) => void };

  private constructor(
    lean: LeanClient,
    dialect: Dialect,
    room: string,
    waiting: { joined: (joined: Joined) => void },
  ) {
    this.#lean = lean;
    this.#dialect = dialect;
    this.#room = room;
    this.#waiting = waiting;
    void lean.closed.then((why) => {
      this.#ended = why;
    });
  }

  /** Connects as client number `index` of a room, and says nothing yet. */
  static async open(
    server: Pick<SyncServer, 'port' | 'dialect'>,
    room: JobRoom,
    index: number,
    hears: Hears = {},
  ): Promise<BenchClient> {
    const dialect = dialects[server.dialect];
    const prefix = dialect.prefixLength(room.room);
    const headers = room.headers[index % room.headers.length] ?? {};
    const waiting = { joined: (_: Joined) => {} };
    /** What came packed ahead of step 2. */
    let packed: { readonly bytes: number; readonly state: Buffer } | null = null;
    const lean = await LeanClient.open({ port: server.port, path: room.path, headers }, (bytes) => {
      const cursor = { at: prefix };
      const kind = readVarUint(bytes, cursor);
      if (kind === 1) return hears.onPresence?.(bytes, cursor.at);
      if (kind === MessageKind.Packed) {
        readVarUint(bytes, cursor);
        const length = readVarUint(bytes, cursor);
        packed = { bytes: bytes.length, state: bytes.subarray(cursor.at, cursor.at + length) };
      }
      if (kind !== 0) return;
      const step = readVarUint(bytes, cursor);
      if (step === 1) {
        const at = performance.now();
        const length = readVarUint(bytes, cursor);
        const before = packed;
        packed = null;
        if (before === null) {
          const state = () => bytes.slice(cursor.at, cursor.at + length);
          waiting.joined({ at, bytes: bytes.length, state });
        } else
          waiting.joined({
            at,
            bytes: before.bytes + bytes.length,
            state: () => inflateRawSync(before.state),
          });
      } else if (step === 2) {
        readVarUint(bytes, cursor);
        hears.onUpdate?.(bytes, cursor.at);
      }
    });
    return new BenchClient(lean, dialect, room.room, waiting);
  }

  /** Asks for the document; resolves with its last byte. */
  async join(stateVector?: Uint8Array): Promise<Joined> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Joined>((resolve, reject) => {
        timer = setTimeout(() => reject(new Error('no document came')), joinMsMax);
        this.#waiting.joined = resolve;
        void this.#lean.closed.then((why) => reject(new Error(`joining: ${why}`)));
        for (const hello of this.#dialect.hello(this.#room, stateVector)) this.#lean.send(clientFrame(hello));
      });
    } finally {
      clearTimeout(timer);
    }
  }

  frame(update: Uint8Array): Buffer {
    return clientFrame(this.#dialect.update(this.#room, update));
  }

  say(clientId: number, clock: number, json: string): void {
    this.#mustLive();
    this.#lean.send(clientFrame(this.#dialect.presence(this.#room, clientId, clock, json)));
  }

  /** Sends frames, and waits while the socket is full. */
  async send(frames: Buffer): Promise<void> {
    this.#mustLive();
    this.#lean.send(frames);
    await this.#lean.drained();
  }

  /** What a server that sends everybody away does not do is not measured. */
  #mustLive(): void {
    if (this.#ended !== null) throw new Error(`a client was sent away: ${this.#ended}`);
  }

  async close(): Promise<void> {
    await this.#lean.close();
  }
}

import * as Y from 'yjs';
import { type Dialect, dialects } from './Dialect.ts';
import { type Edit, readUpdateHead, readVarUint, type Writer } from './Edit.ts';
import type { Job, JobRoom } from './Job.ts';
import { LeanClient } from './LeanClient.ts';
import { clientFrame } from './SocketFrames.ts';

/** An edit under way. */
interface Sent {
  readonly at: number;
  waitingFor: number;
}

/** Told about each edit; times are of `performance.now()`. */
export interface LoadListener {
  onDelivery(count: number): void;
  onSeenByAll(writer: number, sentAt: number, now: number): void;
  onAcknowledged(sentAt: number, now: number): void;
}

const syncMessage = 0;
const savedMessage = 100;

/** The clients of one room: who sent what, and who has seen it. */
export class RoomLoad {
  readonly clients: LeanClient[] = [];
  readonly #job: Job;
  readonly #room: JobRoom;
  readonly #dialect: Dialect;
  readonly #prefix: number;
  readonly #listener: LoadListener;
  readonly #writerOf = new Map<number, number>();
  readonly #sent: Sent[][];
  /** Per receiver and writer: how many of the writer's edits have arrived. */
  readonly #arrived: Int32Array[];
  /** Per client: document messages said before the first edit, and edits acknowledged. */
  readonly #before: number[];
  readonly #acknowledged: number[];
  readonly #answered: (() => void)[] = [];

  constructor(job: Job, room: JobRoom, listener: LoadListener) {
    this.#job = job;
    this.#room = room;
    this.#listener = listener;
    this.#dialect = dialects[job.dialect];
    this.#prefix = this.#dialect.prefixLength(room.room);
    const writers = job.writers.slice(0, room.headers.length);
    for (const [index, writer] of writers.entries()) this.#writerOf.set(writer.yClient, index);
    this.#sent = writers.map(() => []);
    this.#arrived = writers.map(() => new Int32Array(writers.length));
    this.#before = writers.map(() => 1);
    this.#acknowledged = writers.map(() => 0);
  }

  async open(): Promise<void> {
    for (const [index, headers] of this.#room.headers.entries()) {
      const answered = this.#job.answers
        ? new Promise<void>((resolve) => {
            this.#answered[index] = resolve;
          })
        : Promise.resolve();
      const port = this.#room.ports?.[index] ?? this.#job.port;
      const target = { port, path: this.#room.path, headers };
      const client = await LeanClient.open(target, (bytes) => this.#receive(index, bytes));
      this.clients.push(client);
      for (const hello of this.#dialect.hello(this.#room.room)) client.send(clientFrame(hello));
      const refused = client.closed.then((why) => {
        throw new Error(`client ${index} of ${this.#room.path}: ${why}`);
      });
      refused.catch(() => {});
      await Promise.race([answered, refused]);
      if (index > 0) continue;
      this.#before[0] = 1 + this.#job.board.length;
      for (const update of this.#job.board) client.send(this.#frame(update));
    }
  }

  sentCount(writer: number): number {
    return this.#sent[writer]?.length ?? 0;
  }

  /** Sends the next edit of a writer; false when there is none left. */
  sendNext(writer: number): boolean {
    const sent = this.#sent[writer];
    const edit = this.#edits(writer)[sent?.length ?? 0];
    if (sent === undefined || edit === undefined) return false;
    const frame = this.#frame(edit.update);
    sent.push({ at: performance.now(), waitingFor: this.#sent.length - 1 });
    this.clients[writer]?.send(frame);
    return true;
  }

  missing(): number {
    return this.#sent.reduce((sum, all) => sum + all.filter((each) => each.waitingFor > 0).length, 0);
  }

  #edits(writer: number): readonly Edit[] {
    return (this.#job.writers[writer] satisfies Writer | undefined)?.edits ?? [];
  }

  #frame(update: Uint8Array): Buffer {
    return clientFrame(this.#dialect.update(this.#room.room, update));
  }

  #receive(receiver: number, bytes: Buffer): void {
    const cursor = { at: this.#prefix };
    const kind = readVarUint(bytes, cursor);
    if (kind === savedMessage && this.#prefix === 0) {
      this.#acknowledge(receiver, readVarUint(bytes, cursor));
    } else if (kind === syncMessage) {
      const step = readVarUint(bytes, cursor);
      if (step === 1) this.#answered[receiver]?.();
      if (step !== 2) return;
      readVarUint(bytes, cursor);
      this.#arrive(receiver, bytes, cursor.at);
    }
  }

  #acknowledge(client: number, count: number): void {
    const now = performance.now();
    const edits = count - (this.#before[client] ?? 0);
    for (let at = this.#acknowledged[client] ?? 0; at < edits; at++) {
      const sent = this.#sent[client]?.[at];
      if (sent !== undefined) this.#listener.onAcknowledged(sent.at, now);
    }
    this.#acknowledged[client] = Math.max(this.#acknowledged[client] ?? 0, edits);
  }

  #arrive(receiver: number, bytes: Buffer, from: number): void {
    const head = readUpdateHead(bytes, from);
    if (head.clients === 0) return;
    const writer = this.#writerOf.get(head.yClient);
    const expected =
      writer === undefined ? undefined : this.#edits(writer)[this.#arrived[receiver]?.[writer] ?? 0];
    if (head.clients === 1 && expected?.clock === head.clock && expected.structs === head.structs) {
      this.#see(receiver, writer ?? 0, head.clock);
      return;
    }
    // The server merged several edits into one update: look into it.
    for (const struct of Y.decodeUpdate(bytes.subarray(from)).structs) {
      const of = this.#writerOf.get(struct.id.client);
      if (of !== undefined) this.#see(receiver, of, struct.id.clock);
    }
  }

  /** All edits of a writer up to a clock have arrived at a receiver. */
  #see(receiver: number, writer: number, clock: number): void {
    const arrived = this.#arrived[receiver];
    if (receiver === writer || arrived === undefined) return;
    const edits = this.#edits(writer);
    const now = performance.now();
    let at = arrived[writer] ?? 0;
    const before = at;
    for (let edit = edits[at]; edit !== undefined && edit.clock <= clock; edit = edits[at]) {
      const sent = this.#sent[writer]?.[at];
      at++;
      if (sent === undefined) continue;
      sent.waitingFor--;
      if (sent.waitingFor === 0) this.#listener.onSeenByAll(writer, sent.at, now);
    }
    arrived[writer] = at;
    this.#listener.onDelivery(at - before);
  }
}

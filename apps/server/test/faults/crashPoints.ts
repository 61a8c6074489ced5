import type { Connection } from 'mongoose';
import { logModels } from '../../src/persistence/mongo/logModels.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { snapshotModels } from '../../src/persistence/mongo/snapshotModels.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import type { Rooms } from '../../src/rooms/createRooms.ts';
import type { Receiver } from '../../src/rooms/Receiver.ts';

/** Where a server of faults can be made to die or to stop. None of this is in the server that people run. */
export const crashPoints = [
  /** The entry is on its way to the database. */
  'append',
  /** The entry is journaled and nobody was told. */
  'ack',
  /** Some were told. */
  'broadcast',
  /** A piece of the snapshot is written and the pointer not moved. */
  'snapshot',
  /** The pointer is being moved. */
  'pointer',
  /** The pointer is moved and the log still whole. */
  'moved',
  /** What the snapshot holds may no longer be appended, and is not deleted yet. */
  'trim',
] as const;

export type CrashPoint = (typeof crashPoints)[number];

type Write = (...given: unknown[]) => Promise<unknown>;

/** Lets its process die, or stop, at the next pass of the point that is armed. */
export class CrashSwitch {
  #armed: CrashPoint | null = null;
  #how: NodeJS.Signals = 'SIGKILL';

  arm(point: CrashPoint, how: NodeJS.Signals): void {
    this.#armed = point;
    this.#how = how;
  }

  at(point: CrashPoint): void {
    if (this.#armed !== point) return;
    this.#armed = null;
    process.kill(process.pid, this.#how);
  }
}

/** A log that passes the points of an append. */
export class CrashingLog extends MongoUpdateLog {
  readonly #crash: CrashSwitch;

  constructor(options: ConstructorParameters<typeof MongoUpdateLog>[0], crash: CrashSwitch) {
    super(options);
    this.#crash = crash;
  }

  override async append(entry: LogEntry): Promise<AppendResult> {
    const answer = super.append(entry);
    // The group is written in the turn after; then it is on its way.
    setImmediate(() => setImmediate(() => this.#crash.at('append')));
    const result = await answer;
    this.#crash.at('ack');
    return result;
  }
}

/** Passes the points of a compaction. */
export function crashInCompactions(connection: Connection, crash: CrashSwitch): void {
  const { trims } = logModels(connection);
  const { pieces, heads } = snapshotModels(connection);
  const wrap = (
    collection: object,
    name: string,
    points: { readonly sent?: CrashPoint; readonly done?: CrashPoint },
  ): void => {
    const real: unknown = Reflect.get(collection, name);
    if (typeof real !== 'function') throw new Error(`no ${name}`);
    const wrapped: Write = async (...given) => {
      const answer: Promise<unknown> = Reflect.apply(real, collection, given);
      // Sent in this turn of the event loop; the answer has not come.
      if (points.sent !== undefined) crash.at(points.sent);
      const result = await answer;
      if (points.done !== undefined) crash.at(points.done);
      return result;
    };
    Reflect.set(collection, name, wrapped);
  };
  wrap(pieces.collection, 'insertOne', { done: 'snapshot' });
  wrap(heads.collection, 'findOneAndUpdate', { sent: 'pointer', done: 'moved' });
  wrap(trims.collection, 'updateOne', { done: 'trim' });
}

/** Passes the point of a broadcast: half of the others have been told. */
export function crashInBroadcasts(rooms: Rooms, crash: CrashSwitch): void {
  for (const room of rooms.registry.rooms) {
    const some = [...room.receivers].slice(0, room.receivers.size / 2);
    const last: Receiver = {
      userId: '',
      by: { kind: 'USER', userId: '', tokenId: null },
      onBatch: () => setImmediate(() => crash.at('broadcast')),
      close() {},
    };
    for (const receiver of some) room.leave(receiver);
    room.enter(last);
    for (const receiver of some) room.enter(receiver);
  }
}

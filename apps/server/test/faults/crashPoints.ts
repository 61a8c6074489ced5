import type { Connection } from 'mongoose';
import { logModels } from '../../src/persistence/mongo/logModels.ts';
import { snapshotModels } from '../../src/persistence/mongo/snapshotModels.ts';
import type { Rooms } from '../../src/rooms/createRooms.ts';

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

/** Puts the points into the database's collections and the rooms of this process; the result arms one. */
export function installCrashPoints(
  connection: Connection,
  rooms: Rooms,
): (point: CrashPoint, signal: NodeJS.Signals) => void {
  const { entries, trims } = logModels(connection);
  const { pieces, heads } = snapshotModels(connection);
  let armed: CrashPoint | null = null;
  let how: NodeJS.Signals = 'SIGKILL';
  const at = (point: CrashPoint): void => {
    if (armed !== point) return;
    armed = null;
    process.kill(process.pid, how);
  };
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
      if (points.sent !== undefined) at(points.sent);
      const result = await answer;
      if (points.done !== undefined) at(points.done);
      return result;
    };
    Reflect.set(collection, name, wrapped);
  };
  wrap(entries.collection, 'insertMany', { sent: 'append', done: 'ack' });
  wrap(pieces.collection, 'insertOne', { done: 'snapshot' });
  wrap(heads.collection, 'findOneAndUpdate', { sent: 'pointer', done: 'moved' });
  wrap(trims.collection, 'updateOne', { done: 'trim' });

  return (point, signal) => {
    armed = point;
    how = signal;
    if (point !== 'broadcast') return;
    for (const room of rooms.registry.rooms) {
      const some = [...room.receivers].slice(0, room.receivers.size / 2);
      // Told after half of the others; frames leave in the turn after.
      for (const receiver of some) room.leave(receiver);
      room.onBatch(() => setImmediate(() => at('broadcast')));
      for (const receiver of some) room.enter(receiver);
    }
  };
}

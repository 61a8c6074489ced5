import { CloseCode, type MapPart } from '@jejak/protocol';
import * as Y from 'yjs';
import type { HeavyWork } from '../heavy/HeavyWork.ts';
import type { Snapshot } from '../persistence/SnapshotStore.ts';
import type { FormerLives } from './FormerLives.ts';
import type { MapRoom } from './MapRoom.ts';
import type { Room } from './Room.ts';
import type { RoomOptions } from './RoomOptions.ts';
import { pause } from './retry.ts';

interface RenewalOptions
  extends Pick<RoomOptions, 'log' | 'snapshots' | 'claims' | 'reader' | 'logger' | 'metrics' | 'now'> {
  readonly lives: FormerLives;
  readonly heavy: HeavyWork;
  readonly newEpoch: () => number;
}

/** How an attempt to begin a document anew ended: `missed` when something came in between, so that it may be tried again. */
export type RenewalOutcome = 'renewed' | 'missed' | 'failed';

/** The state vector of an empty copy. */
const nothing = Uint8Array.of(0);
const settleMsMax = 2_000;
const lookEveryMs = 5;

/**
 * Begins documents of an open map anew, with the same content and without their past. Nobody may write for the time of
 * writing it anew and one append; then everybody is sent away (4409) and comes back to the new life. What somebody had
 * not sent by then is repeated there (`LateWork`). The entry that begins the new life has the number after the last one
 * that is known: another node that has written more has taken that number, and then nothing happens here.
 */
export async function renewMap(
  map: MapRoom,
  parts: readonly MapPart[],
  options: RenewalOptions,
): Promise<RenewalOutcome> {
  if (!(await isRead(map, parts, options))) return 'missed';
  // Nobody may have to wait for others' uploads, or for a thread to begin.
  if (!(await options.heavy.standBy())) return 'missed';
  const halts = map.rooms.map((room) => room.halt());
  let renewed = false;
  try {
    if (!(await settled(map))) return 'missed';
    for (const part of parts) {
      const outcome = await renew(map.part(part), options);
      if (outcome !== 'renewed') return renewed ? 'renewed' : outcome;
      renewed = true;
    }
    return 'renewed';
  } catch (error) {
    // Up to the entry nothing is lost by it; after it the map opens in its new life.
    options.logger.warn({ err: error, mapId: map.mapId }, 'a map could not be begun anew');
    return renewed ? 'renewed' : 'failed';
  } finally {
    if (renewed) map.close(CloseCode.EpochChanged, 'the document was begun anew');
    for (const release of halts) release();
  }
}

/** Whether the logs are read as far as they go: what is left is little, and nobody waits long for it. */
async function isRead(
  map: MapRoom,
  parts: readonly MapPart[],
  { reader, logger }: RenewalOptions,
): Promise<boolean> {
  try {
    for (const part of parts) await reader.hasRead(map.part(part).docId, map.part(part).tail);
    return true;
  } catch (error) {
    logger.warn({ err: error, mapId: map.mapId }, 'a map cannot be begun anew before its log is read');
    return false;
  }
}

async function settled(map: MapRoom): Promise<boolean> {
  for (let waitedMs = 0; !map.settled && waitedMs < settleMsMax; waitedMs += lookEveryMs)
    await pause(lookEveryMs);
  return map.settled && !map.closed;
}

async function renew(room: Room, options: RenewalOptions): Promise<RenewalOutcome> {
  const { docId, epoch: former, tail } = room;
  const state = room.encodeFor(nothing);
  const clients = [...Y.decodeStateVector(room.stateVector).keys()];
  const { log, lives, heavy, logger, now } = options;
  const startedAt = now();
  const epoch = options.newEpoch();
  const begun = await heavy.beginAnew({ docId, state, roots: room.roots }, epoch);
  if (begun.kind !== 'begun') return 'failed';
  await lives.keep(docId, former, tail, state);
  const next: Snapshot = { epoch, seq: tail + 1, state: begun.state };
  const appended = await log.append({ docId, epoch, seq: next.seq, updates: [next.state] });
  if (appended !== 'appended') return appended === 'conflict' ? 'missed' : 'failed';
  const bytes = { before: state.byteLength, after: next.state.byteLength };
  logger.info({ docId, former, epoch, bytes, ms: now() - startedAt }, 'a document was begun anew');
  await tidyUp(docId, clients, next, options).catch((error: unknown) =>
    logger.warn({ err: error, docId }, 'tidying up behind a former life failed'),
  );
  return 'renewed';
}

/** From here on it is only a matter of space: whoever loads the document begins at the entry of the new life. */
async function tidyUp(
  docId: string,
  formerClients: readonly number[],
  snapshot: Snapshot,
  { log, snapshots, claims, reader }: RenewalOptions,
): Promise<void> {
  await reader.hasRead(docId, snapshot.seq);
  // The entry of the new life stays until the next compaction: it holds all, should the snapshot be damaged [ROOM27].
  if ((await snapshots.save(docId, snapshot)) === 'saved') await log.deleteThrough(docId, snapshot.seq - 1);
  // Only those of the former life: somebody may have written in the new one already.
  await claims.forget(docId, formerClients);
}

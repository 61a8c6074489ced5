import { mapParts } from '@jejak/protocol';
import { DomainError } from '../errors/DomainError.ts';
import { bounded } from './bounded.ts';
import type { MapVersion } from './LiveMaps.ts';
import type { MapRoom } from './MapRoom.ts';
import type { Room } from './Room.ts';

const readyMsMax = 10_000;
const durableMsMax = 10_000;
const versionMsMax = 3_000;
const unavailable = (): DomainError => new DomainError('UNAVAILABLE');
const tooLate = (): DomainError => new DomainError('VERSION_TIMEOUT');

/** Resolves when both documents of a map may be read and written. */
export async function allReady(map: MapRoom): Promise<void> {
  while (!map.ready && !map.closed) {
    await bounded<void>(readyMsMax, unavailable, (resolve) => {
      map.whenReady(resolve);
    });
  }
  if (map.closed) throw unavailable();
}

/**
 * Resolves with the version once all that the live documents hold now is journaled. `UNAVAILABLE` leaves the outcome
 * open: the edit may still become durable.
 */
export async function allDurable(map: MapRoom): Promise<MapVersion> {
  const seqs = await Promise.all(mapParts.map((part) => durable(map.part(part))));
  return { structure: seqs[0] ?? map.version.structure, content: seqs[1] ?? map.version.content };
}

/** Resolves with the log's sequence once all that one live document holds now is journaled; `UNAVAILABLE` as above. */
export function durable(room: Room): Promise<number> {
  return bounded<number>(durableMsMax, unavailable, (resolve, reject) => {
    room.whenDurable(resolve, () => reject(unavailable()));
  });
}

/** Resolves when this node has both documents at least at `version`; `VERSION_TIMEOUT` when that takes too long. */
export async function waitForVersion(map: MapRoom, version: MapVersion): Promise<void> {
  for (const part of mapParts) {
    const room = map.part(part);
    if (room.tail >= version[part]) continue;
    let stop = (): void => {};
    try {
      await bounded<void>(versionMsMax, tooLate, (resolve) => {
        stop = room.onBatch((batch) => {
          if (batch.seq >= version[part]) resolve();
        });
        // Another node may have written it and its hint may be lost.
        room.hint(version[part]);
      });
    } finally {
      stop();
    }
  }
}

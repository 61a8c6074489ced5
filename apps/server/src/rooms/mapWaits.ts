import { mapParts } from '@jejak/protocol';
import { DomainError } from '../errors/DomainError.ts';
import type { MapVersion } from './LiveMaps.ts';
import type { MapRoom } from './MapRoom.ts';

const readyMsMax = 10_000;
const durableMsMax = 10_000;
const versionMsMax = 3_000;

/** Resolves when both documents of a map may be read and written. */
export async function allReady(map: MapRoom): Promise<void> {
  while (!map.ready) {
    if (map.closed) throw new DomainError('UNAVAILABLE');
    await bounded<void>(readyMsMax, 'UNAVAILABLE', (resolve) => {
      map.whenReady(resolve);
    });
  }
}

/**
 * Resolves with the version once all that the live documents hold now is journaled. `UNAVAILABLE` leaves the outcome
 * open: the edit may still become durable.
 */
export async function allDurable(map: MapRoom): Promise<MapVersion> {
  const seqs = await Promise.all(
    mapParts.map((part) =>
      bounded<number>(durableMsMax, 'UNAVAILABLE', (resolve, reject) => {
        map.part(part).whenDurable(resolve, () => reject(new DomainError('UNAVAILABLE')));
      }),
    ),
  );
  return { structure: seqs[0] ?? map.version.structure, content: seqs[1] ?? map.version.content };
}

/** Resolves when this node has both documents at least at `version`; `VERSION_TIMEOUT` when that takes too long. */
export async function waitForVersion(map: MapRoom, version: MapVersion): Promise<void> {
  for (const part of mapParts) {
    const room = map.part(part);
    if (room.tail >= version[part]) continue;
    let stop = (): void => {};
    try {
      await bounded<void>(versionMsMax, 'VERSION_TIMEOUT', (resolve) => {
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

async function bounded<T>(
  ms: number,
  code: 'UNAVAILABLE' | 'VERSION_TIMEOUT',
  start: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(new DomainError(code)), ms);
      start(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}

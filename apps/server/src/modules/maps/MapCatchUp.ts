import { mapParts } from '@jejak/protocol';
import type { UpdateLog } from '../../persistence/UpdateLog.ts';
import { docIdOf } from '../../rooms/docId.ts';
import type { MapProjector } from './MapProjector.ts';
import type { MapRepository } from './MapRepository.ts';

interface MapCatchUpOptions {
  readonly maps: Pick<MapRepository, 'walk'>;
  readonly log: Pick<UpdateLog, 'tails'>;
  readonly projector: Pick<MapProjector, 'bring'>;
  readonly report: (error: unknown, mapId: string) => void;
}

const mapsPerLook = 250;

/**
 * Tells the records of maps what their logs hold beyond them: a node that crashes right behind an edit tells nobody that
 * there was one, and lists, and whatever looks for what was edited, would not know before the next.
 */
export class MapCatchUp {
  readonly #options: MapCatchUpOptions;

  constructor(options: MapCatchUpOptions) {
    this.#options = options;
  }

  /** Looks through all maps once; only those that lag are opened. */
  async run(): Promise<void> {
    const { maps, log, projector, report } = this.#options;
    for (let after = ''; ; ) {
      const page = await maps.walk(after, mapsPerLook);
      const tails = await log.tails(page.flatMap(({ id }) => mapParts.map((part) => docIdOf(id, part))));
      const lagging = page.filter(({ id, version }) =>
        mapParts.some((part) => (tails.get(docIdOf(id, part)) ?? 0) > version[part]),
      );
      // One that cannot be read holds up no other.
      for (const { id } of lagging) await projector.bring(id).catch((error: unknown) => report(error, id));
      const last = page.at(-1);
      if (last === undefined || page.length < mapsPerLook) return;
      after = last.id;
    }
  }
}

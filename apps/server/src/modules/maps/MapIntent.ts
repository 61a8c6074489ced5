import type { ActorRef } from '@jejak/access';
import type { MapVersion } from '../../rooms/LiveMaps.ts';
import type { AskedStep } from './MapStep.ts';

/** What takes more than one write, as whoever finds it begun needs it to bring it to its end. */
export type MapIntent =
  | {
      /** A batch that writes both documents, each of which has a log of its own. */
      readonly kind: 'batch';
      /** Names it in the entries that it writes. */
      readonly id: string;
      readonly mapId: string;
      readonly steps: readonly AskedStep[];
      /** Decides the ids of what it adds. */
      readonly seed: string;
      readonly by: ActorRef | null;
      /** How far the map was before. */
      readonly since: MapVersion;
      /** By the database. */
      readonly begunAt: number;
    }
  | {
      /** A map whose record goes first, then its documents. */
      readonly kind: 'removal';
      readonly id: string;
      readonly mapId: string;
      readonly begunAt: number;
    };

/** What is begun and not known to be done. */
export interface MapIntents {
  /** Written down, journaled, before the first of its writes; whoever does it is believed to be at it until `until`. */
  begin(intent: MapIntent, until: Date): Promise<void>;
  /** It is done, or nothing of it is. */
  end(id: string): Promise<void>;
  /** One that was left at `now`, which nobody else is given until `until`; null where there is none. */
  claim(now: Date, until: Date): Promise<MapIntent | null>;
}

/** How long whoever began something is believed to be at it: longer than all that it waits for. */
export const intentMs = 30_000;
/** What is written later than this may meet somebody who brings it to its end. */
export const intentOwnedMs = 20_000;

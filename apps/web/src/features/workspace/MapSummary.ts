import type { MapType } from '@jejak/journey-model';
import type { AvatarPerson } from '@jejak/ui/AvatarRow';
import type { MapSketch } from '../../components/MapSketch.ts';
import type { BothLanguages } from '../../lib/localText.ts';

/** A map as lists show it. */
export interface MapSummary {
  readonly id: string;
  readonly title: BothLanguages;
  readonly type: MapType;
  /** ISO 8601. */
  readonly lastEditedAt: string;
  readonly sketch: MapSketch;
  readonly mayDelete: boolean;
  /** Who is in it now. */
  readonly present: readonly AvatarPerson[];
}

/** Some maps, and where the next ones begin. */
export interface MapPage {
  readonly maps: readonly MapSummary[];
  /** null: these are all. */
  readonly nextCursor: string | null;
  readonly totalCount: number;
}

import type { Colour, LaneKind, LocalizedText, MapType } from '@jejak/journey-model';
import type { MapVersion } from '../../rooms/LiveMaps.ts';

/** A map drawn small: enough for a preview, with no text of a card in it. */
export interface MapThumbnail {
  readonly stages: readonly {
    readonly name: LocalizedText;
    readonly colour: Colour | null;
    readonly steps: number;
  }[];
  readonly lanes: readonly { readonly kind: LaneKind; readonly colour: Colour | null }[];
  /** Cards per lane and stage: `cells[lane][stage]`. */
  readonly cells: readonly (readonly number[])[];
  /** The mean score of each step in order; null where nobody scored. */
  readonly emotionLine: readonly (number | null)[];
  readonly cards: number;
  readonly openQuestions: number;
}

/** What is known of a map without opening its live documents. Title, type and thumbnail follow them by a moment. */
export interface MapRecord {
  readonly id: string;
  readonly workspaceId: string;
  readonly type: MapType;
  readonly title: LocalizedText;
  readonly thumbnail: MapThumbnail;
  /** The version that title, type and thumbnail show. */
  readonly version: MapVersion;
  readonly createdAt: Date;
  readonly lastEditedAt: Date;
}

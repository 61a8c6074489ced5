import type { Locale, LocalizedText, TextAddress } from '@jejak/journey-model';
import type { GridTarget } from '../geometry/gridTarget.ts';
import type { Carry } from '../interactions/carry.ts';
import { emptySelection, type Selection } from '../interactions/selection.ts';

/** What is being written in place. */
export type Editing =
  | { readonly kind: 'card'; readonly cardId: string }
  | {
      readonly kind: 'draft';
      readonly laneId: string;
      readonly columnId: string;
      readonly afterId?: string | null;
      /** The record, from the first letter on. */
      readonly cardId?: string;
    }
  | { readonly kind: 'word'; readonly stepId: string; readonly personaId: string }
  | { readonly kind: 'name'; readonly record: NamedRecord };

/** A record whose name is edited where it stands. */
export type NamedRecord =
  | { readonly kind: 'map' }
  | { readonly kind: 'stage' | 'step' | 'lane'; readonly id: string };

/** The panels about the map as a whole. */
export type MapPanelKind = 'personas' | 'charter' | 'unplaced' | 'emotions' | 'people' | 'check';

/** What the side panel is about. */
export type PanelSubject =
  | { readonly kind: 'card'; readonly cardId: string }
  | { readonly kind: 'stage'; readonly stageId: string }
  | { readonly kind: 'step'; readonly stepId: string }
  | { readonly kind: 'lane'; readonly laneId: string }
  | { readonly kind: MapPanelKind };

/** What the side panel shows. */
export type Panel = PanelSubject & {
  /** The text one came to write: its field takes the focus. Back at the check: the text one comes from. */
  readonly at?: TextAddress;
  /** One came from the check of the map, and there is a way back to it. */
  readonly fromCheck?: boolean;
};

/** Cards in the air, lifted by a pointer. */
export interface DragPreview {
  readonly cardId: string;
  readonly cardIds: readonly string[];
}

/** A card that somebody deleted while this person was writing in it. */
export interface LostCard {
  readonly cardId: string;
  readonly laneId: string;
  readonly columnId: string;
  readonly text: LocalizedText;
}

/** What one person looks at and does on the page; never shared as such. */
export interface PageState {
  /** The one place of the grid that Tab reaches. */
  readonly focus: GridTarget | null;
  readonly selection: Selection;
  readonly editing: Editing | null;
  readonly lost: LostCard | null;
  readonly drag: DragPreview | null;
  readonly carry: Carry | null;
  readonly contentLocale: Locale;
  readonly zoom: number;
  readonly panel: Panel | null;
  readonly dialog: 'palette' | 'shortcuts' | null;
  readonly presenting: boolean;
  /** The awareness id of the person whose place is followed. */
  readonly following: number | null;
  /** The stage a phone shows; null is the first. */
  readonly stageId: string | null;
  /** The emotion lane stays in sight. */
  readonly emotionPinned: boolean;
  /** Cells whose folded cards are all shown. */
  readonly unfolded: ReadonlySet<string>;
}

/** The page as it opens. */
export function initialPageState(contentLocale: Locale): PageState {
  return {
    focus: null,
    selection: emptySelection,
    editing: null,
    lost: null,
    drag: null,
    carry: null,
    contentLocale,
    zoom: 1,
    panel: null,
    dialog: null,
    presenting: false,
    following: null,
    stageId: null,
    emotionPinned: false,
    unfolded: new Set(),
  };
}

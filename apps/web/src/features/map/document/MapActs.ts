import type {
  CardKind,
  ChannelKey,
  Colour,
  EmotionScore,
  LaneKind,
  Locale,
  MapType,
  OperationError,
  PainCause,
  PurchasePosition,
  Team,
} from '@jejak/journey-model';
import type { DropPlace } from '../geometry/dropPlace.ts';

/** The changes a person makes on the page, each one write and one step of undo. */
export interface MapActs {
  /** Answers with the ids of the new cards, in order; fewer when the map is full. */
  addCards(place: DropPlace, texts: readonly string[], locale: Locale): readonly string[];
  moveCards(cardIds: readonly string[], place: DropPlace): void;
  deleteCards(cardIds: readonly string[]): void;
  editCard(
    cardId: string,
    change: {
      readonly kind?: CardKind;
      readonly team?: Team | null;
      readonly channel?: ChannelKey | null;
      readonly cause?: PainCause | null;
      readonly resolved?: boolean;
    },
  ): void;
  tagCard(
    cardId: string,
    change: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
  ): void;
  setEmotion(stepId: string, personaId: string, score: EmotionScore | null): void;
  setEmotionWord(stepId: string, personaId: string, locale: Locale, text: string): void;
  setMapTitle(locale: Locale, text: string): void;
  setMapType(type: MapType): void;
  /** Answers why it was refused, or null. */
  setCurrentStateMap(currentStateMapId: string | null): OperationError | null;
  /** Each answers with the new id, or null when the map takes no more. `afterId` null is the first place. */
  addStage(name: string, locale: Locale, afterId?: string | null): string | null;
  addStep(stageId: string, name: string, locale: Locale, afterId?: string | null): string | null;
  addLane(name: string, locale: Locale, afterId?: string | null): string | null;
  /** A lane that takes cards of a kind, under the name such lanes have in both languages, behind all others. */
  addLaneOfKind(kind: LaneKind): string | null;
  addPersona(name: string, locale: Locale): string | null;
  moveStage(stageId: string, afterId: string | null): void;
  moveStep(stepId: string, stageId: string, afterId: string | null): void;
  moveLane(laneId: string, afterId: string | null): void;
  recolour(
    record: { readonly kind: 'stage' | 'step' | 'lane'; readonly id: string },
    colour: Colour | null,
  ): void;
  setStagePosition(stageId: string, position: PurchasePosition | null): void;
  /** Brings back what anybody deleted, as it was left; ids that are not deleted are passed over. */
  restore(record: {
    readonly kind: 'card' | 'stage' | 'step' | 'lane' | 'persona';
    readonly ids: readonly string[];
  }): void;
  remove(record: { readonly kind: 'stage' | 'step' | 'lane' | 'persona'; readonly id: string }): void;
}

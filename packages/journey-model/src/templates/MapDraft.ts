import type { CardInput } from '../schema/card.ts';
import type { LocalizedInput } from '../schema/localizedText.ts';
import type { MetaInput } from '../schema/mapMeta.ts';
import type { Colour, EmotionScore, LaneKind, PurchasePosition } from '../vocabulary.ts';

/** A step of a map that is not made yet. `ref` is a name for other parts of the draft to point to. */
export interface StepDraft {
  readonly ref?: string;
  readonly name: LocalizedInput;
  readonly advanceAct?: LocalizedInput;
  readonly exitAct?: LocalizedInput;
  readonly colour?: Colour | null;
}

/** A stage of a map that is not made yet, with its steps in order. */
export interface StageDraft {
  readonly ref?: string;
  readonly key?: string | null;
  readonly name: LocalizedInput;
  readonly purpose?: LocalizedInput;
  readonly brandGoal?: LocalizedInput;
  readonly position?: PurchasePosition | null;
  readonly colour?: Colour | null;
  readonly steps?: readonly StepDraft[];
}

/** A lane of a map that is not made yet; its `ref` is its kind unless said otherwise, its name the usual one. */
export interface LaneDraft {
  readonly ref?: string;
  readonly kind: LaneKind;
  readonly name?: LocalizedInput;
}

/** A persona of a map that is not made yet. */
export interface PersonaDraft {
  readonly ref?: string;
  readonly name: LocalizedInput;
  readonly description?: LocalizedInput;
}

/** A card of a map that is not made yet: `column` is the `ref` of a step or stage, `lane` that of a lane. */
export interface CardDraft extends Omit<CardInput, 'kind' | 'place'> {
  readonly column: string;
  readonly lane: string;
  readonly kind?: CardInput['kind'];
}

/** A feeling of a map that is not made yet; `step` and `persona` are their `ref`s. */
export interface EmotionDraft {
  readonly step: string;
  readonly persona: string;
  readonly score: EmotionScore | null;
  readonly word: LocalizedInput;
}

/** A whole map as plain values, before it has ids and ranks: what templates and imports produce. */
export interface MapDraft extends MetaInput {
  readonly stages: readonly StageDraft[];
  readonly lanes: readonly LaneDraft[];
  readonly personas?: readonly PersonaDraft[];
  /** In order within their cells. */
  readonly cards?: readonly CardDraft[];
  readonly emotions?: readonly EmotionDraft[];
}

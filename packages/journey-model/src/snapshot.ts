import type {
  CardKind,
  ChannelKey,
  Colour,
  EmotionScore,
  LaneKind,
  MapType,
  PainCause,
  PurchasePosition,
  Team,
} from './vocabulary.ts';

/** A text in both languages of the product; an empty string means "not written yet". */
export interface LocalizedText {
  readonly en: string;
  readonly id: string;
}

/** Why the map exists (S32). */
export interface MapCharter {
  readonly why: LocalizedText;
  readonly goals: LocalizedText;
  readonly about: LocalizedText;
  readonly experience: LocalizedText;
}

export interface Step {
  readonly id: string;
  readonly stageId: string;
  readonly rank: string;
  readonly name: LocalizedText;
  /** What the customer does to go on from here (S23). */
  readonly advanceAct: LocalizedText;
  /** What the customer does instead when they do not go on. */
  readonly exitAct: LocalizedText;
  readonly colour: Colour | null;
}

export interface Stage {
  readonly id: string;
  readonly rank: string;
  /** `awareness` and so on for stages of a template, else null. */
  readonly key: string | null;
  readonly name: LocalizedText;
  readonly purpose: LocalizedText;
  readonly brandGoal: LocalizedText;
  readonly position: PurchasePosition | null;
  readonly colour: Colour | null;
  /** In order. */
  readonly steps: readonly Step[];
}

export interface Lane {
  readonly id: string;
  readonly rank: string;
  readonly kind: LaneKind;
  readonly name: LocalizedText;
  readonly colour: Colour | null;
}

export interface Persona {
  readonly id: string;
  readonly rank: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
}

/** Where a card stands: one value, so that concurrent moves never mix. A column is a step, or a stage as a whole. */
export interface Place {
  readonly columnId: string;
  readonly laneId: string;
  readonly rank: string;
}

export interface Card {
  readonly id: string;
  readonly kind: CardKind;
  readonly place: Place;
  readonly text: LocalizedText;
  readonly team: Team | null;
  /** Sorted, without doubles. */
  readonly tags: readonly string[];
  readonly channel: ChannelKey | null;
  readonly cause: PainCause | null;
  readonly resolved: boolean;
}

export interface EmotionPoint {
  readonly stepId: string;
  readonly personaId: string;
  /** null: a word was written but no score set. */
  readonly score: EmotionScore | null;
  readonly word: LocalizedText;
}

/** A column of the grid, derived: every step; and the stage itself where it has no steps or holds cards of its own. */
export interface Column {
  readonly id: string;
  readonly stageId: string;
  readonly stepId: string | null;
}

/** A whole map at one moment, plain and immutable; what `readMap` returns for any document. */
export interface MapSnapshot {
  readonly schemaVersion: number;
  readonly type: MapType;
  readonly title: LocalizedText;
  readonly charter: MapCharter;
  /** The map of today that a future-state map starts from (S27); null on maps of other types. It may be gone. */
  readonly currentStateMapId: string | null;
  readonly stages: readonly Stage[];
  readonly lanes: readonly Lane[];
  readonly personas: readonly Persona[];
  readonly columns: readonly Column[];
  /** Placed cards, by column, lane, rank, id. */
  readonly cards: readonly Card[];
  readonly emotions: readonly EmotionPoint[];
  /** What concurrent deletes left behind: nothing disappears. */
  readonly unplaced: { readonly steps: readonly Step[]; readonly cards: readonly Card[] };
}

import {
  type BlueprintLine,
  blueprintLineAbove,
  type Card,
  type EmotionPoint,
  type Lane,
  type MapSnapshot,
  type MapSummary,
  type Persona,
  type Stage,
  type Step,
  summarizeMap,
} from '@jejak/journey-model';
import type { MapVersion } from '../../rooms/LiveMaps.ts';
import { printVersion } from './mapVersion.ts';
import { rememberView } from './viewOfRecord.ts';

/** Which map a record is of: its own id is unique only there. */
interface OfMap {
  readonly mapId: string;
}

/** A step with its stage and its cards. */
export type StepView = Step & OfMap & { readonly stage: StageView | null; readonly cards: CardView[] };

/** A stage with its steps and all cards in its columns. */
export type StageView = Omit<Stage, 'steps'> &
  OfMap & { readonly steps: StepView[]; readonly cards: CardView[] };

/** A lane with the line of a service blueprint that is drawn above it. */
export type LaneView = Lane & OfMap & { readonly blueprintLine: BlueprintLine | null };

/** A persona of a map. */
export type PersonaView = Persona & OfMap;

/** A card with what it stands in; null where that was deleted and the card is unplaced. */
export type CardView = Omit<Card, 'place'> &
  OfMap & {
    readonly rank: string;
    readonly columnId: string;
    readonly laneId: string;
    readonly stageId: string | null;
    readonly stepId: string | null;
    readonly stage: StageView | null;
    readonly step: StepView | null;
    readonly lane: LaneView | null;
  };

/** An emotion with its step and persona. */
export type EmotionView = EmotionPoint & {
  /** Its step and its persona, with a colon between. */
  readonly id: string;
  readonly mapId: string;
  readonly step: StepView | null;
  readonly persona: PersonaView | null;
};

/** One version of a map as GraphQL walks it: built once, then nothing but property reads. */
export interface MapView {
  readonly version: string;
  readonly snapshot: MapSnapshot;
  readonly summary: MapSummary;
  readonly stages: readonly StageView[];
  readonly lanes: readonly LaneView[];
  readonly personas: readonly PersonaView[];
  readonly cards: readonly CardView[];
  readonly emotions: readonly EmotionView[];
  readonly unplacedSteps: readonly StepView[];
  readonly unplacedCards: readonly CardView[];
  /** Where columns and lanes stand, to find the place of a cursor. */
  readonly columnAt: ReadonlyMap<string, number>;
  readonly laneAt: ReadonlyMap<string, number>;
  stage(id: string): StageView | null;
  step(id: string): StepView | null;
  lane(id: string): LaneView | null;
  persona(id: string): PersonaView | null;
  card(id: string): CardView | null;
  emotion(stepId: string, personaId: string): EmotionView | null;
}

interface Views {
  readonly built: MapView;
  latest: MapView;
}

const views = new WeakMap<MapSnapshot, Views>();

/** The view of a snapshot; the same snapshot at the same version gets the same view. */
export function viewOf(mapId: string, snapshot: MapSnapshot, version: MapVersion): MapView {
  const printed = printVersion(version);
  const known = views.get(snapshot);
  if (known !== undefined) {
    // An edit that changes nothing in the map still moves the version: the records are shared then.
    if (known.latest.version !== printed) known.latest = withVersion(known.built, printed);
    return known.latest;
  }
  const view = buildView(mapId, snapshot, printed);
  views.set(snapshot, { built: view, latest: view });
  return view;
}

function withVersion(view: MapView, version: string): MapView {
  return Object.create(view, { version: { value: version, enumerable: true } });
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function buildView(mapId: string, snapshot: MapSnapshot, version: string): MapView {
  const stages = snapshot.stages.map((stage): StageView => {
    const view: StageView = { ...stage, mapId, steps: [], cards: [] };
    view.steps.push(...stage.steps.map((step): StepView => ({ ...step, mapId, stage: view, cards: [] })));
    return view;
  });
  const stageOf = byId(stages);
  const stepOf = byId(stages.flatMap(({ steps }) => steps));
  const lines = blueprintLineAbove(snapshot);
  const lanes = snapshot.lanes.map(
    (lane): LaneView => ({ ...lane, mapId, blueprintLine: lines.get(lane.id) ?? null }),
  );
  const laneOf = byId(lanes);
  const personas = snapshot.personas.map((persona): PersonaView => ({ ...persona, mapId }));
  const personaOf = byId(personas);
  const columnOf = byId(snapshot.columns);
  const cardView = ({ place, ...card }: Card): CardView => {
    const column = columnOf.get(place.columnId);
    const stage = stageOf.get(column?.stageId ?? '') ?? null;
    const step = stepOf.get(column?.stepId ?? '') ?? null;
    const lane = laneOf.get(place.laneId) ?? null;
    const stageId = stage?.id ?? null;
    return { ...card, ...place, mapId, stageId, stepId: step?.id ?? null, stage, step, lane };
  };
  const cards = snapshot.cards.map(cardView);
  for (const card of cards) {
    card.stage?.cards.push(card);
    card.step?.cards.push(card);
  }
  const emotions = snapshot.emotions.map(
    (point): EmotionView => ({
      ...point,
      id: `${point.stepId}:${point.personaId}`,
      mapId,
      step: stepOf.get(point.stepId) ?? null,
      persona: personaOf.get(point.personaId) ?? null,
    }),
  );
  const unplacedSteps = snapshot.unplaced.steps.map(
    (step): StepView => ({ ...step, mapId, stage: null, cards: [] }),
  );
  const unplacedCards = snapshot.unplaced.cards.map(cardView);
  const lostStepOf = byId(unplacedSteps);
  const cardOf = byId([...cards, ...unplacedCards]);
  const emotionOf = byId(emotions);
  let summary: MapSummary | null = null;
  const view: MapView = {
    version,
    snapshot,
    get summary() {
      summary ??= summarizeMap(snapshot);
      return summary;
    },
    stages,
    lanes,
    personas,
    cards,
    emotions,
    unplacedSteps,
    unplacedCards,
    columnAt: new Map(snapshot.columns.map(({ id }, index) => [id, index])),
    laneAt: new Map(snapshot.lanes.map(({ id }, index) => [id, index])),
    stage: (id) => stageOf.get(id) ?? null,
    step: (id) => stepOf.get(id) ?? lostStepOf.get(id) ?? null,
    lane: (id) => laneOf.get(id) ?? null,
    persona: (id) => personaOf.get(id) ?? null,
    card: (id) => cardOf.get(id) ?? null,
    emotion: (stepId, personaId) => emotionOf.get(`${stepId}:${personaId}`) ?? null,
  };
  for (const record of [...stages, ...stepOf.values(), ...unplacedSteps]) rememberView(record, view);
  return view;
}

import type { Card, Column, LocalizedText, MapSnapshot, Stage, Step } from '@jejak/journey-model';
import type { MapPageDataQuery } from '../../../generated/graphql.ts';
import { parseColour } from '../../../lib/parseColour.ts';
import { clampScore } from '../geometry/emotionCurve.ts';

type MapData = NonNullable<MapPageDataQuery['journeyMap']>;
type CardNode = MapData['cards']['nodes'][number];
type StepNode = MapData['stages'][number]['steps'][number];

/** The map as GraphQL answered it, in the shape the page draws. Ranks are left to the live document: the order is there. */
export function readSnapshot(data: MapData): MapSnapshot {
  const stages: readonly Stage[] = data.stages.map((stage) => ({
    id: stage.id,
    rank: '',
    key: stage.key ?? null,
    name: both(stage.name),
    purpose: both(stage.purpose),
    brandGoal: both(stage.brandGoal),
    position: stage.position ?? null,
    colour: parseColour(stage.colour),
    steps: stage.steps.map(readStep),
  }));
  const cards = data.cards.nodes.map(readCard);
  const columns = columnsOf(stages, cards);
  // The connection holds unplaced cards too.
  const lost = new Set(data.unplaced.cards.nodes.map((card) => card.id));
  return {
    schemaVersion: 0,
    type: data.type,
    title: both(data.title),
    charter: {
      why: both(data.charter.why),
      goals: both(data.charter.goals),
      about: both(data.charter.about),
      experience: both(data.charter.experience),
    },
    currentStateMapId: data.currentStateMap?.id ?? null,
    stages,
    lanes: data.lanes.map((lane) => ({
      id: lane.id,
      rank: '',
      kind: lane.kind,
      name: both(lane.name),
      colour: parseColour(lane.colour),
    })),
    personas: data.personas.map((persona) => ({
      id: persona.id,
      rank: '',
      name: both(persona.name),
      description: both(persona.description),
    })),
    columns,
    cards: cards.filter((card) => !lost.has(card.id)),
    emotions: data.emotions.map((point) => ({
      stepId: point.stepId,
      personaId: point.personaId,
      score: typeof point.score === 'number' ? clampScore(point.score) : null,
      word: both(point.word),
    })),
    unplaced: { cards: data.unplaced.cards.nodes.map(readCard), steps: data.unplaced.steps.map(readStep) },
  };
}

function both(text: LocalizedText): LocalizedText {
  return { en: text.en, id: text.id };
}

function readStep(step: StepNode): Step {
  return {
    id: step.id,
    stageId: step.stageId,
    rank: '',
    name: both(step.name),
    advanceAct: both(step.advanceAct),
    exitAct: both(step.exitAct),
    colour: parseColour(step.colour),
  };
}

function readCard(card: CardNode): Card {
  return {
    id: card.id,
    kind: card.kind,
    place: { columnId: card.columnId, laneId: card.laneId, rank: card.rank },
    text: both(card.text),
    team: card.team ?? null,
    tags: card.tags,
    channel: card.channel ?? null,
    cause: card.cause ?? null,
    resolved: card.resolved,
  };
}

/** A stage has a column of its own where it has no steps or holds cards; then come its steps. */
function columnsOf(stages: readonly Stage[], cards: readonly Card[]): readonly Column[] {
  const held = new Set(cards.map((card) => card.place.columnId));
  return stages.flatMap((stage) => {
    const own: Column[] =
      stage.steps.length === 0 || held.has(stage.id)
        ? [{ id: stage.id, stageId: stage.id, stepId: null }]
        : [];
    return [...own, ...stage.steps.map((step) => ({ id: step.id, stageId: stage.id, stepId: step.id }))];
  });
}

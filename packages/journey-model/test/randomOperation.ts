import type { OperationInput, OperationName } from '../src/operations/registry.ts';
import type { MapSnapshot } from '../src/snapshot.ts';
import {
  cardKinds,
  channelKeys,
  colours,
  laneKinds,
  locales,
  mapTypes,
  negativeCauses,
  painCauses,
  purchasePositions,
  teams,
} from '../src/vocabulary.ts';

/** An operation with arguments that fit it. */
export type RandomOperation = {
  [Name in OperationName]: { readonly name: Name; readonly input: OperationInput<Name> };
}[OperationName];

const words = ['harga', 'price', 'antre', 'queue', '🙂', '👩‍⚕️ apoteker', 'lama', 'slow', 'mudah', 'ß', '\n'];

interface Source {
  readonly random: () => number;
  readonly map: MapSnapshot;
}

function pick<T>(random: () => number, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)];
}

function oneOf<const T extends readonly [unknown, ...unknown[]]>(random: () => number, list: T): T[number] {
  return pick<T[number]>(random, list) ?? list[0];
}

function someText(random: () => number, before = ''): string {
  const at = Math.floor(random() * (before.length + 1));
  const insert = pick(random, words) ?? '';
  return random() < 0.2 ? before.slice(0, at) : `${before.slice(0, at)}${insert}${before.slice(at)}`;
}

/** A place in an order: first, last, or behind one of the list. */
function someAfter(
  random: () => number,
  list: readonly { readonly id: string }[],
): { afterId?: string | null } {
  if (random() < 0.3) return {};
  if (random() < 0.3) return { afterId: null };
  const after = pick(random, list);
  return after === undefined ? {} : { afterId: after.id };
}

function structureOperation({ random, map }: Source): RandomOperation | null {
  const stage = pick(random, map.stages);
  const step = pick(random, [...map.stages.flatMap((each) => each.steps), ...map.unplaced.steps]);
  const lane = pick(random, map.lanes);
  const persona = pick(random, map.personas);
  const locale = oneOf(random, locales);
  const colour = random() < 0.2 ? null : oneOf(random, colours);
  const name = { [locale]: someText(random, 'nama ') };
  const act = random() < 0.5 ? 'advanceAct' : 'exitAct';
  const makers: (() => RandomOperation | null)[] = [
    () => ({
      name: 'setMapTitle',
      input: { locale, text: someText(random, map.title[locale]).slice(0, 100) },
    }),
    () => ({ name: 'setMapType', input: { type: oneOf(random, mapTypes) } }),
    () =>
      map.type === 'FUTURE_STATE'
        ? {
            name: 'setCurrentStateMap',
            input: { currentStateMapId: random() < 0.3 ? null : oneOf(random, ['map_one', 'map_two']) },
          }
        : null,
    () => ({
      name: 'setCharter',
      input: { field: 'goals', locale, text: someText(random, map.charter.goals[locale]) },
    }),
    () => ({ name: 'addStage', input: { name, ...someAfter(random, map.stages) } }),
    () => ({ name: 'addLane', input: { kind: oneOf(random, laneKinds), ...someAfter(random, map.lanes) } }),
    () => ({ name: 'addPersona', input: { name, ...someAfter(random, map.personas) } }),
    () =>
      stage
        ? {
            name: 'setStageText',
            input: {
              stageId: stage.id,
              field: 'purpose',
              locale,
              text: someText(random, stage.purpose[locale]),
            },
          }
        : null,
    () =>
      stage ? { name: 'moveStage', input: { stageId: stage.id, ...someAfter(random, map.stages) } } : null,
    () => (stage ? { name: 'recolourStage', input: { stageId: stage.id, colour } } : null),
    () =>
      stage
        ? {
            name: 'setStagePosition',
            input: { stageId: stage.id, position: oneOf(random, purchasePositions) },
          }
        : null,
    () => (stage && random() < 0.3 ? { name: 'deleteStage', input: { stageId: stage.id } } : null),
    () =>
      stage
        ? { name: 'addStep', input: { stageId: stage.id, name, ...someAfter(random, stage.steps) } }
        : null,
    () =>
      step
        ? {
            name: 'setStepText',
            input: {
              stepId: step.id,
              field: 'name',
              locale,
              text: someText(random, step.name[locale]).slice(0, 100),
            },
          }
        : null,
    () =>
      step
        ? {
            name: 'setStepText',
            input: { stepId: step.id, field: act, locale, text: someText(random, step[act][locale]) },
          }
        : null,
    () =>
      step && stage
        ? {
            name: 'moveStep',
            input: { stepId: step.id, stageId: stage.id, ...someAfter(random, stage.steps) },
          }
        : null,
    () => (step ? { name: 'recolourStep', input: { stepId: step.id, colour } } : null),
    () => (step && random() < 0.3 ? { name: 'deleteStep', input: { stepId: step.id } } : null),
    () =>
      lane
        ? {
            name: 'setLaneName',
            input: { laneId: lane.id, locale, text: someText(random, lane.name[locale]).slice(0, 100) },
          }
        : null,
    () => (lane ? { name: 'moveLane', input: { laneId: lane.id, ...someAfter(random, map.lanes) } } : null),
    () => (lane ? { name: 'recolourLane', input: { laneId: lane.id, colour } } : null),
    () => (lane && random() < 0.3 ? { name: 'deleteLane', input: { laneId: lane.id } } : null),
    () =>
      persona
        ? {
            name: 'setPersonaText',
            input: {
              personaId: persona.id,
              field: 'description',
              locale,
              text: someText(random, persona.description[locale]),
            },
          }
        : null,
    () =>
      persona
        ? { name: 'movePersona', input: { personaId: persona.id, ...someAfter(random, map.personas) } }
        : null,
    () => (persona && random() < 0.3 ? { name: 'deletePersona', input: { personaId: persona.id } } : null),
  ];
  return pick(random, makers)?.() ?? null;
}

function contentOperation({ random, map }: Source): RandomOperation | null {
  const card = pick(random, [...map.cards, ...map.unplaced.cards]);
  const column = pick(random, [...map.columns.map((each) => each.id), ...map.stages.map((each) => each.id)]);
  const lane = pick(random, map.lanes);
  const step = pick(
    random,
    map.stages.flatMap((each) => each.steps),
  );
  const persona = pick(random, map.personas);
  const locale = oneOf(random, locales);
  const cell = column !== undefined && lane !== undefined ? { columnId: column, laneId: lane.id } : null;
  const inCell = map.cards.filter((each) => each.place.columnId === column && each.place.laneId === lane?.id);
  const tag = random() < 0.5 ? oneOf(random, negativeCauses) : 'prioritas';
  const makers: (() => RandomOperation | null)[] = [
    () =>
      cell
        ? {
            name: 'addCard',
            input: { ...cell, text: { [locale]: someText(random) }, ...someAfter(random, inCell) },
          }
        : null,
    () =>
      cell && card
        ? { name: 'moveCard', input: { cardId: card.id, ...cell, ...someAfter(random, inCell) } }
        : null,
    () =>
      card
        ? {
            name: 'setCardText',
            input: { cardId: card.id, locale, text: someText(random, card.text[locale]) },
          }
        : null,
    () =>
      card
        ? {
            name: 'editCard',
            input: {
              cardId: card.id,
              ...(random() < 0.5 ? { kind: oneOf(random, cardKinds) } : {}),
              ...(random() < 0.5 ? { team: random() < 0.3 ? null : oneOf(random, teams) } : {}),
              ...(random() < 0.5
                ? { channel: oneOf(random, channelKeys), cause: oneOf(random, painCauses) }
                : {}),
              resolved: random() < 0.5,
            },
          }
        : null,
    () =>
      card
        ? { name: 'tagCard', input: { cardId: card.id, [random() < 0.6 ? 'add' : 'remove']: [tag] } }
        : null,
    () => (card && random() < 0.4 ? { name: 'deleteCard', input: { cardId: card.id } } : null),
    () =>
      step && persona
        ? {
            name: 'setEmotion',
            input: { stepId: step.id, personaId: persona.id, score: oneOf(random, [-2, -1, 0, 1, 2, null]) },
          }
        : null,
    () =>
      step && persona
        ? {
            name: 'setEmotionWord',
            input: { stepId: step.id, personaId: persona.id, locale, text: someText(random, 'rasa') },
          }
        : null,
  ];
  return pick(random, makers)?.() ?? null;
}

/** An operation that makes sense on this map; null when the dice fell on something it has none of. */
export function randomOperation(map: MapSnapshot, random: () => number): RandomOperation | null {
  return random() < 0.35 ? structureOperation({ map, random }) : contentOperation({ map, random });
}

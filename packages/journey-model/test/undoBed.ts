import type { MapDocs } from '../src/operation.ts';
import { readMap } from '../src/projection/readMap.ts';
import { createUndo, type UndoState } from '../src/undo/createUndo.ts';
import { apply, buildMap, seededContext } from './buildMap.ts';
import { copyOf } from './exchange.ts';

/** Two columns and a lane to put cards into. */
function cellOf(docs: MapDocs) {
  const { columns, lanes } = readMap(docs);
  const [column, other] = columns;
  const [lane] = lanes;
  if (column === undefined || other === undefined || lane === undefined) throw new Error('template is empty');
  return { columnId: column.id, otherId: other.id, laneId: lane.id };
}

/** Somebody at work on a map, with an undo and a clock of their own. */
export function person(docs: MapDocs, seed: number) {
  const origin = { person: seed };
  const clock = { now: 1_000 };
  const states: UndoState[] = [];
  const undo = createUndo({ docs, origin, now: () => clock.now, onState: (state) => states.push(state) });
  return { docs, origin, clock, states, undo, context: seededContext(seed, origin) };
}

/** Two people with a copy each of a map that holds one card, "Pay". */
export function twoPeople() {
  const base = buildMap();
  const context = seededContext(50, 'server');
  const cell = cellOf(base);
  const cardId = apply(
    base,
    'addCard',
    { columnId: cell.columnId, laneId: cell.laneId, text: { en: 'Pay' } },
    context,
  );
  const ann = person(base, 60);
  const budi = person(copyOf(base), 61);
  return { ann, budi, cell, cardId };
}

/** A placed card, as it reads. */
export const cardIn = (docs: MapDocs, id: string) => readMap(docs).cards.find((card) => card.id === id);

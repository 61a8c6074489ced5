import type { Person } from '../document/LiveSession.ts';
import type { CellKey } from '../document/mapIndex.ts';
import { cellKey } from '../document/mapIndex.ts';
import { shareUnchanged } from '../document/shareUnchanged.ts';

/** The others on the map, with look-ups by where they are. Lists keep their identity while nothing in them changes. */
export interface People {
  readonly all: readonly Person[];
  readonly byCell: ReadonlyMap<CellKey, readonly Person[]>;
  /** By the record whose text they are in. */
  readonly byRecord: ReadonlyMap<string, readonly Person[]>;
  /** By the cell over which they hold a card. */
  readonly dragging: ReadonlyMap<CellKey, readonly Person[]>;
}

/** Nobody else. */
export const nobody: People = { all: [], byCell: new Map(), byRecord: new Map(), dragging: new Map() };

/** Indexes the others, reusing what did not change. */
export function indexPeople(people: readonly Person[], previous: People = nobody): People {
  const sorted = [...people].sort(
    (a, b) => a.user.name.localeCompare(b.user.name) || a.clientId - b.clientId,
  );
  const all = shareUnchanged(previous.all, sorted);
  if (all === previous.all) return previous;
  return {
    all,
    byCell: group(
      all,
      (person) => person.cell && cellKey(person.cell.laneId, person.cell.columnId),
      previous.byCell,
    ),
    byRecord: group(all, (person) => person.editing?.recordId ?? null, previous.byRecord),
    dragging: group(
      all,
      (person) => person.drag && cellKey(person.drag.laneId, person.drag.columnId),
      previous.dragging,
    ),
  };
}

/** Those of `before` who are not here yet, where they were; what they were doing is over. */
export function notBackYet(before: readonly Person[], here: readonly Person[]): readonly Person[] {
  return before
    .filter(({ user }) => !here.some((person) => person.user.id === user.id))
    .map((person) => ({ ...person, editing: null, typing: false, drag: null }));
}

/** One entry per human, however many tabs they have open. */
export function distinctPeople(people: readonly Person[]): readonly Person[] {
  const seen = new Set<string>();
  return people.filter((person) => !seen.has(person.user.id) && seen.add(person.user.id));
}

function group<K extends string>(
  people: readonly Person[],
  keyOf: (person: Person) => K | null,
  previous: ReadonlyMap<K, readonly Person[]>,
): ReadonlyMap<K, readonly Person[]> {
  const groups = new Map<K, Person[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key === null) continue;
    const list = groups.get(key);
    if (list) list.push(person);
    else groups.set(key, [person]);
  }
  const shared = new Map<K, readonly Person[]>();
  for (const [key, list] of groups) shared.set(key, shareUnchanged(previous.get(key), list));
  return shared;
}

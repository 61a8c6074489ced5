import { expect, it } from 'vitest';
import type { Person } from '../document/LiveSession.ts';
import { notBackYet } from './people.ts';

function person(clientId: number, id: string, change: Partial<Person> = {}): Person {
  const user = { id, name: id, team: 'PRODUCT' } as const;
  return { clientId, user, cell: null, editing: null, typing: false, drag: null, ...change };
}

it('[NEXT4] who is not back yet is shown where they were, and not as writing', () => {
  const cell = { laneId: 'lan_1', columnId: 'stp_1' };
  const editing = { recordId: 'crd_1', field: 'text.en', anchor: 0, head: 0 };
  const before = [
    person(1, 'ayu', { cell, editing, typing: true }),
    person(2, 'ayu'),
    person(3, 'budi', { cell }),
  ];
  expect(notBackYet(before, [person(9, 'budi')])).toEqual([person(1, 'ayu', { cell }), person(2, 'ayu')]);
  expect(notBackYet(before, [person(8, 'ayu'), person(9, 'budi')])).toEqual([]);
});

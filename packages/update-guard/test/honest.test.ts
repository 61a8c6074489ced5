import { createUndo, readMap } from '@jejak/journey-model';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { buildMap, runOperation, seededContext } from '../../journey-model/test/buildMap.ts';
import { copyOf } from '../../journey-model/test/exchange.ts';
import { randomOperation } from '../../journey-model/test/randomOperation.ts';
import { seededRandom } from '../../journey-model/test/seededRandom.ts';
import { snapshotHash } from '../../journey-model/test/snapshotHash.ts';
import { judge } from './mapGuard.ts';

const parts = ['structure', 'content'] as const;
const arrived = 'arrived';

/** A server that judges everything, and people with copies who now and then are away. */
class Workshop {
  readonly server = buildMap();
  readonly people;
  judged = 0;
  readonly #owners = new Map<number, number>();

  constructor(seed: number) {
    this.people = [0, 1, 2].map((person) => {
      const docs = copyOf(this.server);
      const origin = { person };
      const undo = createUndo({ docs, origin, now: () => this.judged * 200 });
      return { person, docs, undo, context: seededContext(seed * 10 + person, origin), away: false };
    });
    for (const one of this.people) {
      for (const part of parts) {
        one.docs[part].on('update', (update: Uint8Array, origin: unknown) => {
          if (origin !== arrived && !one.away) this.send(one.person, part, update, 'live');
        });
      }
    }
  }

  send(person: number, part: (typeof parts)[number], update: Uint8Array, size: 'live' | 'state'): void {
    const doc = this.server[part];
    const mayExtend = (client: number): boolean => (this.#owners.get(client) ?? person) === person;
    const verdict = judge(doc, update, mayExtend, size);
    expect(verdict).toMatchObject({ ok: true });
    if ('newClients' in verdict) for (const client of verdict.newClients) this.#owners.set(client, person);
    Y.applyUpdate(doc, update, arrived);
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
    this.judged += 1;
    for (const other of this.people)
      if (other.person !== person && !other.away) Y.applyUpdate(other.docs[part], update, arrived);
  }

  comeBack(one: Workshop['people'][number]): void {
    one.away = false;
    for (const part of parts) {
      const [mine, theirs] = [one.docs[part], this.server[part]];
      Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)), arrived);
      this.send(one.person, part, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(theirs)), 'state');
    }
  }
}

test.each([1, 2, 3, 4])('[GUARD1] what operations, undo and hours away bring is taken (seed %i)', (seed) => {
  const random = seededRandom(seed);
  const workshop = new Workshop(seed);
  for (let round = 0; round < 500; round++) {
    const one = workshop.people[Math.floor(random() * workshop.people.length)];
    if (one === undefined) continue;
    const luck = random();
    if (luck < 0.05 && one.away) workshop.comeBack(one);
    else if (luck < 0.05) one.away = true;
    else if (luck < 0.15) one.undo.undo();
    else if (luck < 0.2) one.undo.redo();
    else {
      const chosen = randomOperation(readMap(one.docs), random);
      if (chosen !== null) runOperation(one.docs, chosen.name, chosen.input, one.context);
    }
  }
  for (const one of workshop.people) if (one.away) workshop.comeBack(one);
  expect(workshop.judged).toBeGreaterThan(100);
  for (const { docs } of workshop.people) expect(snapshotHash(docs)).toBe(snapshotHash(workshop.server));
});

test('[GUARD1] a whole map, sent by somebody who owns nothing of it, is taken', () => {
  const docs = buildMap();
  const random = seededRandom(5);
  const context = seededContext(5);
  for (let count = 0; count < 400; count++) {
    const chosen = randomOperation(readMap(docs), random);
    if (chosen !== null) runOperation(docs, chosen.name, chosen.input, context);
  }
  for (const part of parts) {
    const whole = Y.encodeStateAsUpdate(docs[part]);
    expect(judge(docs[part], whole, () => false, 'state')).toMatchObject({ ok: true });
  }
});

test('[GUARD1] a text filled and emptied again and again while away is taken, although undo keeps every letter', () => {
  const server = new Y.Doc();
  const away = new Y.Doc();
  const field = new Y.Text();
  away.getMap('cards').set('crd_1', new Y.Map([['text.en', field]]));
  const undo = new Y.UndoManager(away.getMap('cards'));
  for (let round = 0; round < 3; round++) {
    field.insert(0, 'x'.repeat(20_000));
    field.delete(0, 20_000);
    undo.stopCapturing();
  }
  const longest = Math.max(
    ...(away.store.clients.get(away.clientID) ?? []).map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.length : 0,
    ),
  );
  expect(longest).toBe(60_000);
  const work = Y.encodeStateAsUpdate(away, Y.encodeStateVector(server));
  expect(judge(server, work, () => true, 'state')).toMatchObject({ ok: true });
  Y.applyUpdate(server, work);
  expect(Y.encodeStateAsUpdate(server).byteLength).toBeLessThan(200);
  undo.destroy();
});

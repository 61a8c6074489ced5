import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkMap, type Finding } from '../src/checks/checkMap.ts';
import type { MapDocs } from '../src/operation.ts';
import { deletedRecords } from '../src/projection/deletedRecords.ts';
import { readMap } from '../src/projection/readMap.ts';
import { sameValue } from '../src/projection/sameValue.ts';
import { watchMap } from '../src/projection/watchMap.ts';
import { applyTextDiff } from '../src/schema/localizedText.ts';
import { textOf } from '../src/schema/textOf.ts';
import { instantiateSampleMap } from '../src/templates/sampleMap.ts';
import { createUndo } from '../src/undo/createUndo.ts';
import { runOperation, seededContext } from './buildMap.ts';
import { randomOperation } from './randomOperation.ts';
import { seededRandom } from './seededRandom.ts';
import { hashOf, snapshotHash } from './snapshotHash.ts';
import { VirtualNetwork } from './VirtualNetwork.ts';

// One seed again: JEJAK_FUZZ_SEED=123. More of them: JEJAK_FUZZ_RUNS=500.
const given = process.env.JEJAK_FUZZ_SEED;
const runs = Number(process.env.JEJAK_FUZZ_RUNS ?? 8);
const first = given === undefined ? Math.floor(Math.random() * 1_000_000) : Number(given);
const seeds = given === undefined ? Array.from({ length: runs }, (_, index) => first + index) : [first];
const steps = 150;
const peerCount = 4;

/** Length of all that others wrote and that still stands. */
function standing(doc: Y.Doc): number {
  let length = 0;
  for (const [client, structs] of doc.store.clients) {
    if (client === doc.clientID) continue;
    for (const struct of structs) if (struct instanceof Y.Item && !struct.deleted) length += struct.length;
  }
  return length;
}

/** Whether a change has arrived half: the old value is gone, the new one waits for an earlier message. */
function isWaiting({ structure, content }: MapDocs): boolean {
  return [structure, content].some(
    (doc) => doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
  );
}

/**
 * What is broken, leaving out what merely waits: when messages overtake one another Yjs may already have
 * removed an old value while the new one waits for an earlier message.
 */
function soundness(docs: MapDocs): Finding[] {
  const findings = checkMap(docs);
  const waits = isWaiting(docs);
  return findings.filter(
    ({ rule }) => rule !== 'PENDING' && !(waits && (rule === 'RANK' || rule === 'TEXT')),
  );
}

/** Records and texts of records that were taken out or replaced: what people write into them would be lost. */
function lostRecords({ structure, content }: MapDocs): string[] {
  const roots = [
    ...['stages', 'steps', 'lanes', 'personas'].map((name) => structure.getMap(name)),
    content.getMap('cards'),
  ];
  return roots.flatMap((root) =>
    [...root._map].flatMap(([id, item]) => {
      const [record] = item.content.getContent();
      if (item.deleted || item.left !== null || !(record instanceof Y.Map)) return [id];
      const texts = [...record._map].filter(([key]) => /\.(en|id)$/.test(key));
      return texts.flatMap(([key, text]) => (text.deleted || text.left !== null ? [`${id} ${key}`] : []));
    }),
  );
}

const standingOf = (docs: MapDocs): number => standing(docs.structure) + standing(docs.content);

function join(docs: MapDocs, seed: number) {
  const origin = { seed };
  const clock = { now: 0 };
  const held: { text: Y.Text | null } = { text: null };
  return {
    docs,
    held,
    origin,
    clock,
    context: seededContext(seed, origin),
    undo: createUndo({ docs, origin, now: () => clock.now }),
    reader: watchMap(docs, () => undefined),
  };
}

function run(seed: number): void {
  const random = seededRandom(seed);
  const network = new VirtualNetwork(peerCount, random);
  const [maker] = network.peers;
  if (maker === undefined) throw new Error('nobody is there');
  instantiateSampleMap(maker, seededContext(seed, 'server'));
  network.settle();
  const people = network.peers.map((docs, index) => join(docs, seed * 10 + index));

  const act = (person: (typeof people)[number]): void => {
    person.clock.now += Math.floor(random() * 900);
    const dice = random();
    if (dice < 0.15) {
      const before = standingOf(person.docs);
      if (random() < 0.7) person.undo.undo();
      else person.undo.redo();
      expect(standingOf(person.docs), 'undo took away what another person wrote').toBeGreaterThanOrEqual(
        before,
      );
      return;
    }
    const map = person.reader.snapshot;
    if (dice < 0.3) {
      const card = map.cards[Math.floor(random() * map.cards.length)];
      const text =
        card &&
        textOf(person.docs, { recordId: card.id, field: 'text', locale: random() < 0.5 ? 'en' : 'id' });
      if (text) person.held.text = text;
      if (text)
        person.docs.content.transact(() => applyTextDiff(text, `${text.toString()}x🙂`), person.origin);
      return;
    }
    if (dice < 0.34 && person.held.text !== null) {
      const { text: held } = person.held;
      // An editor that was left open: its card may have been deleted meanwhile.
      person.docs.content.transact(() => applyTextDiff(held, `${held.toString()}y`), person.origin);
      return;
    }
    const deleted = dice < 0.4 ? deletedRecords(person.docs) : [];
    const lost = deleted[Math.floor(random() * deleted.length)];
    if (lost !== undefined) {
      if (lost.kind === 'card') runOperation(person.docs, 'restoreCard', { cardId: lost.id }, person.context);
      else runOperation(person.docs, 'restoreStructure', { recordId: lost.id }, person.context);
      return;
    }
    const operation = randomOperation(map, random);
    if (operation === null) return;
    runOperation(person.docs, operation.name, operation.input, person.context);
  };

  for (let step = 0; step < steps; step += 1) {
    const person = people[Math.floor(random() * peerCount)];
    if (person === undefined) continue;
    act(person);
    for (let i = Math.floor(random() * 6); i > 0; i -= 1) network.deliver(random);
    if (random() < 0.03)
      network.reconnect(Math.floor(random() * peerCount), Math.floor(random() * peerCount));
    for (const { docs, reader } of step % 10 === 0 ? people : [person]) {
      expect(soundness(docs)).toEqual([]);
      expect(sameValue(reader.snapshot, readMap(docs)), `reader differs at step ${step}`).toBe(true);
    }
  }
  network.settle();
  const hashes = new Set(people.map(({ docs }) => snapshotHash(docs)));
  expect(hashes.size, 'documents diverged').toBe(1);
  for (const { docs, reader } of people) {
    expect(checkMap(docs)).toEqual([]);
    expect(lostRecords(docs)).toEqual([]);
    expect(hashes.has(hashOf(reader.snapshot))).toBe(true);
  }
  for (const { undo, reader } of people) {
    undo.destroy();
    reader.destroy();
  }
  network.destroy();
}

describe('convergence', () => {
  it.each(seeds)(
    '[OP9] [READ7] [UNDO2] [DEL2] four people, lost and reordered messages, undo: one map in the end (JEJAK_FUZZ_SEED=%i)',
    (seed) => {
      run(seed);
    },
    60_000,
  );
});

import type { ActorRef } from '@jejak/access';
import {
  EventReader,
  eventTextMax,
  type JourneyEvent,
  joinTyping,
  type LoggedEntry,
  orderEntries,
  shorten,
} from '@jejak/journey-events';
import { createUndo, type MapDocs, readMap } from '@jejak/journey-model';
import {
  buildMap,
  randomOperation,
  runOperation,
  seededContext,
  seededRandom,
} from '@jejak/journey-model/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { carriedOut, recordsOf } from './recordsOf.ts';
import { Session } from './Session.ts';

const ani: ActorRef = { kind: 'USER', userId: 'ani', tokenId: null };
const budi: ActorRef = { kind: 'USER', userId: 'budi', tokenId: null };
const program: ActorRef = { kind: 'API', userId: 'ani', tokenId: 'tok' };

// One seed again: JEJAK_FUZZ_SEED=123.
const given = process.env.JEJAK_FUZZ_SEED;
const first = given === undefined ? Math.floor(Math.random() * 1_000_000) : Number(given);
const seeds = given === undefined ? Array.from({ length: 12 }, (_, index) => first + index) : [first];

const template = (docs: MapDocs) => {
  const made = buildMap();
  for (const part of ['structure', 'content'] as const)
    Y.applyUpdate(docs[part], Y.encodeStateAsUpdate(made[part]));
};

function reading(session: Session): { reader: EventReader; told: () => JourneyEvent[] } {
  const reader = new EventReader({ structure: [], content: [], version: { structure: 0, content: 0 } });
  let at = 0;
  return {
    reader,
    told() {
      const entries = session.entries.slice(at);
      at = session.entries.length;
      return entries.flatMap((entry) => reader.read(entry));
    },
  };
}

/** What is told of a map from its beginning on. */
function begun() {
  const session = new Session(7, template);
  const { reader, told } = reading(session);
  told();
  return { session, reader, told };
}

/** Three people and a program who write at once and hear of one another late. */
function randomSession(seed: number): Session {
  const random = seededRandom(seed);
  const session = new Session(seed, template);
  const people = [ani, budi].map((by, index) => ({ by, docs: session.copy(100 + index) }));
  const contexts = people.map((_, index) => seededContext(seed * 10 + index));
  for (let step = 0; step < 220; step++) {
    if (random() < 0.2) {
      const some = randomOperation(readMap(session.docs), random);
      if (some !== null) session.run(some.name, some.input, program);
    }
    for (const [index, { by, docs }] of people.entries()) {
      const context = contexts[index];
      if (context === undefined) continue;
      const some = randomOperation(readMap(docs), random);
      if (some !== null) runOperation(docs, some.name, some.input, context);
      if (random() < 0.6) session.take(docs, by);
      if (random() < 0.4) session.bring(docs);
    }
  }
  for (const { by, docs } of people) session.take(docs, by);
  return session;
}

/** The same log with runs of entries of one document made one entry each. */
function joined(entries: readonly LoggedEntry[], random: () => number): LoggedEntry[] {
  const joint: LoggedEntry[] = [];
  const seqs = { structure: 0, content: 0 };
  for (const entry of entries) {
    const last = joint.at(-1);
    if (last !== undefined && last.part === entry.part && last.seq > 1 && random() < 0.6) {
      joint[joint.length - 1] = {
        ...last,
        updates: [...last.updates, ...entry.updates],
        authors: [...last.authors, ...entry.authors],
      };
    } else {
      seqs[entry.part] += 1;
      joint.push({ ...entry, seq: seqs[entry.part] });
    }
  }
  return joint;
}

const plain = (events: readonly JourneyEvent[]) =>
  events.map(({ kind, recordId, before, after, by }) => ({ kind, recordId, before, after, by }));

describe('what happened on a map', () => {
  it.each(seeds)(
    '[HAPPEN1] [HAPPEN2] carried out, the events give what is there, however the log was cut: %i',
    (seed) => {
      const session = randomSession(seed);
      const start = { structure: [], content: [], version: { structure: 0, content: 0 } };
      const reader = new EventReader(start);
      const [one, two, ...rest] = session.entries;
      if (one === undefined || two === undefined) throw new Error('no first content');
      const creation = [one, two].flatMap((entry) => reader.read(entry));
      expect(creation.map(({ kind }) => kind)).toEqual(['MapCreated']);
      const docs = { structure: new Y.Doc(), content: new Y.Doc() };
      for (const { part, updates } of [one, two])
        for (const update of updates) Y.applyUpdate(docs[part], update);
      const events = rest.flatMap((entry) => reader.read(entry));
      const now = recordsOf(session.docs);
      const withoutId = new Map(
        [...carriedOut(recordsOf(docs), events)].map(([key, { id: _, stepId, personaId, ...facts }]) => [
          key,
          facts,
        ]),
      );
      expect(withoutId).toEqual(now);
      expect(events.length).toBeGreaterThan(100);

      // Interrupted at any place, and read on by somebody who has only the documents.
      const random = seededRandom(seed + 1);
      const log = joined(session.entries, random);
      let state = { structure: [] as Uint8Array[], content: [] as Uint8Array[], version: start.version };
      const again: JourneyEvent[] = [];
      for (let at = 0; at < log.length; ) {
        const next = new EventReader(state);
        const some = log.slice(at, at + 1 + Math.floor(random() * 40));
        again.push(...some.flatMap((entry) => next.read(entry)));
        at += some.length;
        const merged = { structure: new Y.Doc(), content: new Y.Doc() };
        for (const part of ['structure', 'content'] as const) {
          for (const update of state[part]) Y.applyUpdate(merged[part], update);
          for (const entry of some)
            if (entry.part === part) for (const update of entry.updates) Y.applyUpdate(merged[part], update);
        }
        state = {
          structure: [Y.encodeStateAsUpdate(merged.structure)],
          content: [Y.encodeStateAsUpdate(merged.content)],
          version: next.version,
        };
      }
      expect(plain(again)).toEqual(plain([...creation, ...events]));
    },
  );

  it('[HAPPEN3] each edit is an event with its actor, its time and the version that holds it', () => {
    const { session, told } = begun();
    const [stage, second] = readMap(session.docs).stages;
    const lane = readMap(session.docs).lanes.find(({ kind }) => kind === 'ACTION');
    const place = { columnId: stage?.id, laneId: lane?.id };
    const added = session.run('addCard', { ...place, text: { en: 'Asks a friend' } }, program);
    const cardId = added.ok ? added.value.id : '';
    session.run('moveCard', { cardId, columnId: second?.id, laneId: lane?.id }, ani);
    session.run('setCardText', { cardId, locale: 'id', text: 'Bertanya kepada teman' }, budi);
    session.run('tagCard', { cardId, add: ['slow'] }, ani);
    session.run('deleteCard', { cardId }, ani);
    session.run('restoreCard', { cardId }, program);
    const events = told();
    const { content } = session.version;
    expect(events.map(({ kind, recordId, by, version }) => [kind, recordId, by, version.content])).toEqual([
      ['CardAdded', cardId, program, content - 5],
      ['CardMoved', cardId, ani, content - 4],
      ['CardEdited', cardId, budi, content - 3],
      ['CardTagged', cardId, ani, content - 2],
      ['CardDeleted', cardId, ani, content - 1],
      ['CardRestored', cardId, program, content],
    ]);
    const [, moved, edited, tagged, deleted, restored] = events;
    expect([moved?.fields, edited?.fields, tagged?.after]).toEqual([['place'], ['text'], { tags: ['slow'] }]);
    expect(edited?.before).toEqual({ text: { en: 'Asks a friend', id: '' } });
    expect(deleted?.before).toMatchObject({ text: { en: 'Asks a friend', id: 'Bertanya kepada teman' } });
    expect(deleted?.after).toBeNull();
    expect(restored?.after).toEqual(deleted?.before);
    expect(events[0]?.at).toEqual(session.entries.at(-6)?.at);
  });

  it('[HAPPEN3] of two who move one card at once each move that had an effect is told once', () => {
    const { session, told } = begun();
    const { stages, lanes } = readMap(session.docs);
    const laneId = lanes.find(({ kind }) => kind === 'ACTION')?.id;
    const added = session.run('addCard', { columnId: stages[0]?.id, laneId, text: { en: 'A' } }, ani);
    const cardId = added.ok ? added.value.id : '';
    const [here, there] = [session.copy(100), session.copy(101)];
    runOperation(here, 'moveCard', { cardId, columnId: stages[1]?.id, laneId }, seededContext(1));
    runOperation(there, 'moveCard', { cardId, columnId: stages[2]?.id, laneId }, seededContext(2));
    told();
    session.take(here, ani);
    session.take(there, budi);
    expect(told().map(({ kind, by }) => [kind, by])).toEqual([
      ['CardMoved', ani],
      ['CardMoved', budi],
    ]);
    // In the other order the later one has no effect: of the two values Yjs keeps the same one.
    const other = begun();
    const again = other.session.run('addCard', { columnId: stages[0]?.id, laneId, text: { en: 'A' } }, ani);
    const id = again.ok ? again.value.id : '';
    const [low, high] = [other.session.copy(100), other.session.copy(101)];
    runOperation(low, 'moveCard', { cardId: id, columnId: stages[1]?.id, laneId }, seededContext(1));
    runOperation(high, 'moveCard', { cardId: id, columnId: stages[2]?.id, laneId }, seededContext(2));
    other.told();
    other.session.take(high, budi);
    other.session.take(low, ani);
    expect(other.told().map(({ by }) => by)).toEqual([budi]);
  });

  it('[HAPPEN3] undo and redo are told as what they do', () => {
    const { session, told } = begun();
    const origin = {};
    const undo = createUndo({ docs: session.docs, origin, now: () => 0 });
    const { stages, lanes } = readMap(session.docs);
    const laneId = lanes.find(({ kind }) => kind === 'ACTION')?.id;
    const context = { ...seededContext(3), origin };
    session.write(() => {
      runOperation(session.docs, 'addCard', { columnId: stages[0]?.id, laneId, text: { en: 'A' } }, context);
      undo.undo();
      undo.redo();
    }, ani);
    expect(told().map(({ kind }) => kind)).toEqual(['CardAdded', 'CardDeleted', 'CardRestored']);
    undo.destroy();
  });

  it('[HAPPEN4] keystrokes of one person in one text are one event, programs and larger edits are not joined', () => {
    const { session, told } = begun();
    const stage = session.run('addStage', { name: { en: 'Wait' } }, ani);
    const stageId = stage.ok ? stage.value.id : '';
    told();
    const name = (text: string, by: ActorRef) =>
      session.run('setStageText', { stageId, field: 'purpose', locale: 'en', text }, by);
    for (const text of ['H', 'He', 'Hel', 'Hello', 'Hell']) name(text, ani);
    session.wait(6_000);
    name('Hell!', ani);
    name('Hell! x', budi);
    for (const text of ['Hell! xy', 'Hell! xyz']) name(text, program);
    name('Something else', ani);
    const events = joinTyping(told());
    expect(events.map(({ by, before, after }) => [by, before, after])).toEqual(
      [
        [ani, '', 'Hell'],
        [ani, 'Hell', 'Hell!'],
        [budi, 'Hell!', 'Hell! x'],
        [program, 'Hell! x', 'Hell! xy'],
        [program, 'Hell! xy', 'Hell! xyz'],
        [ani, 'Hell! xyz', 'Something else'],
      ].map(([by, before, after]) => [
        by,
        { purpose: { en: before, id: '' } },
        { purpose: { en: after, id: '' } },
      ]),
    );
  });

  it('[HAPPEN5] a document that begins anew or gets another format gives no event, and is followed on', () => {
    const { session, reader } = begun();
    const { stages, lanes } = readMap(session.docs);
    const laneId = lanes.find(({ kind }) => kind === 'ACTION')?.id;
    const docs = { ...session.docs, content: new Y.Doc() };
    runOperation(docs, 'addCard', { columnId: stages[0]?.id, laneId, text: { en: 'A' } }, seededContext(4));
    const entry = {
      part: 'content',
      at: new Date(0),
      authors: [null],
      begins: false,
      migrates: false,
    } as const;
    const begins = { ...entry, seq: 2, updates: [Y.encodeStateAsUpdate(docs.content)], begins: true };
    expect(reader.read(begins)).toEqual([]);
    const before = Y.encodeStateVector(docs.content);
    docs.content.getMap('cards').set('later', new Y.Map([['kind', 'NOTE']]));
    const migrates = {
      ...entry,
      seq: 3,
      updates: [Y.encodeStateAsUpdate(docs.content, before)],
      migrates: true,
    };
    expect(reader.read(migrates)).toEqual([]);
    const known = Y.encodeStateVector(docs.content);
    const [card] = readMap(docs).cards;
    runOperation(docs, 'deleteCard', { cardId: card?.id }, seededContext(5));
    const deleted = reader.read({ ...entry, seq: 4, updates: [Y.encodeStateAsUpdate(docs.content, known)] });
    expect(deleted.map(({ kind, recordId }) => [kind, recordId])).toEqual([['CardDeleted', card?.id]]);
  });

  it('[HAPPEN6] a step that goes takes no card along, and neither is told when it comes back', () => {
    const { session, told } = begun();
    const [stage] = readMap(session.docs).stages;
    const laneId = readMap(session.docs).lanes.find(({ kind }) => kind === 'ACTION')?.id;
    const step = session.run('addStep', { stageId: stage?.id, name: { en: 'Wait' } }, ani);
    const stepId = step.ok ? step.value.id : '';
    session.run('addCard', { columnId: stepId, laneId, text: { en: 'A' } }, ani);
    session.run('deleteStep', { stepId }, ani);
    session.run('restoreStructure', { recordId: stepId }, ani);
    const events = told();
    expect(events.map(({ kind }) => kind)).toEqual(['StepAdded', 'CardAdded', 'StepDeleted', 'StepRestored']);
    expect(events[3]?.after).toMatchObject({ name: { en: 'Wait', id: '' } });
  });

  it('[HAPPEN7] long texts are cut and the event says so', () => {
    const { session, told } = begun();
    const stage = session.run('addStage', { name: { en: 'Wait' } }, ani);
    const stageId = stage.ok ? stage.value.id : '';
    told();
    const text = `${'x'.repeat(eventTextMax - 1)}🙂 and more`;
    session.run('setStageText', { stageId, field: 'purpose', locale: 'en', text }, ani);
    const [event] = told().map((one) => shorten(one));
    expect(event).toMatchObject({
      shortened: true,
      after: { purpose: { en: 'x'.repeat(eventTextMax - 1), id: '' } },
    });
    session.run('setStageText', { stageId, field: 'purpose', locale: 'en', text: '' }, ani);
    session.run('setStageText', { stageId, field: 'purpose', locale: 'en', text: 'short' }, ani);
    const [, short] = told().map((one) => shorten(one));
    expect(short).not.toHaveProperty('shortened');
  });

  it('[HAPPEN8] two logs are one by time, each in the order of its numbers', () => {
    const entry = (part: 'structure' | 'content', seq: number, ms: number): LoggedEntry => ({
      part,
      seq,
      at: new Date(ms),
      updates: [],
      authors: [],
      begins: false,
      migrates: false,
    });
    const structure = [entry('structure', 1, 5), entry('structure', 2, 9)];
    const content = [entry('content', 1, 5), entry('content', 2, 4), entry('content', 3, 20)];
    const ordered = orderEntries(structure, content).map(({ part, seq }) => `${part} ${seq}`);
    expect(ordered).toEqual(['structure 1', 'content 1', 'content 2', 'structure 2', 'content 3']);
    expect(orderEntries([], content)).toEqual(content);
  });

  it('[HAPPEN9] an entry that is not the next, or rests on what is not there, is refused', () => {
    const { session, reader } = begun();
    const { stages, lanes } = readMap(session.docs);
    const laneId = lanes.find(({ kind }) => kind === 'ACTION')?.id;
    const add = () => session.run('addCard', { columnId: stages[0]?.id, laneId, text: { en: 'A' } }, ani);
    add();
    add();
    const [missing, next] = session.entries.slice(-2);
    if (missing === undefined || next === undefined) throw new Error('nothing was written');
    expect(() => reader.read(next)).toThrow('missing');
    expect(() => reader.read({ ...next, seq: missing.seq })).toThrow('not there');
  });
});

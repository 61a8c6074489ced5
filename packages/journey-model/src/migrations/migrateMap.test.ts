import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { apply, buildMap, emptyDocs, seededContext } from '../../test/buildMap.ts';
import { copyOf, exchange } from '../../test/exchange.ts';
import { checkMap } from '../checks/checkMap.ts';
import type { MapDocs } from '../operation.ts';
import { deletedRecords } from '../projection/deletedRecords.ts';
import { missingTranslations } from '../projection/missingTranslations.ts';
import { readMap } from '../projection/readMap.ts';
import { schemaVersion } from '../schema/mapMeta.ts';
import { textOf } from '../schema/textOf.ts';
import { migrateMap, migrations } from './migrateMap.ts';

const fixtures = new URL('../../fixtures/', import.meta.url);

function openFixture(version: number): MapDocs {
  const docs = emptyDocs();
  for (const part of ['structure', 'content'] as const) {
    Y.applyUpdate(docs[part], readFileSync(new URL(`version${version}.${part}.bin`, fixtures)), 'load');
  }
  return docs;
}

const storedVersions = [
  ...new Set(
    readdirSync(fixtures).flatMap((name) => {
      const version = /^version(\d+)\.content\.bin$/.exec(name)?.[1];
      return version === undefined ? [] : [Number(version)];
    }),
  ),
];

describe('migrateMap', () => {
  it('[MIG1] migrations are numbered without a gap up to the current format', () => {
    expect(migrations.map((migration) => migration.to)).toEqual(
      Array.from({ length: schemaVersion - 1 }, (_, index) => index + 2),
    );
  });

  it('[MIG2] every migration runs on the bytes of a real older map', () => {
    const exercised = new Set<string>();
    for (const version of storedVersions) {
      const outcome = migrateMap(openFixture(version), 'migration');
      if (outcome.ok) for (const name of outcome.applied) exercised.add(name);
    }
    expect([...exercised]).toEqual(migrations.map((migration) => migration.name));
  });

  it('[MIG2] a map of format 1 keeps all it held and passes every check', () => {
    const docs = openFixture(1);
    expect(migrateMap(docs, 'migration')).toEqual({
      ok: true,
      from: 1,
      to: 3,
      applied: ['0002-texts-in-two-languages', '0003-acts-of-a-step'],
    });
    const map = readMap(docs);
    expect(checkMap(docs)).toEqual([]);
    expect(map.schemaVersion).toBe(3);
    expect(map.title).toEqual({ en: '', id: 'Mendaftar kursus' });
    expect(map.charter.why.id).toBe('Mengurangi pendaftar yang berhenti di tengah jalan');
    expect(
      map.stages.map((stage) => [stage.name.id, stage.purpose.id, stage.steps.map((step) => step.name.id)]),
    ).toEqual([
      ['Tahu', 'Mendengar tentang kursus', []],
      ['Daftar', '', ['Mengisi formulir']],
    ]);
    expect(map.lanes.map((lane) => lane.kind)).toEqual(['ACTION', 'QUESTION', 'PAIN_POINT', 'TOUCHPOINT']);
    expect(
      map.cards.map((card) => [card.kind, card.text.id, card.team, card.cause, card.tags, card.channel]),
    ).toEqual([
      ['ACTION', 'Melihat poster di kampus', null, null, [], null],
      ['QUESTION', 'Bisa dicicil? 🙂', 'SALES', null, [], null],
      ['PAIN_POINT', 'Formulirnya empat halaman', null, 'PROCESS', ['FRUSTRATION'], null],
      ['TOUCHPOINT', 'Halaman pendaftaran', null, null, [], 'WEB'],
    ]);
    expect(map.personas.map((persona) => persona.description.id)).toEqual(['Mahasiswa semester akhir']);
    expect(map.emotions.map((point) => point.score)).toEqual([-1]);
    expect(map.unplaced).toEqual({ steps: [], cards: [] });
    expect(missingTranslations(map).every((missing) => missing.locale === 'en')).toBe(true);
  });

  it('[MIG2] a map of format 2 keeps all it held, and every step gets its two acts, a deleted one too', () => {
    const docs = openFixture(2);
    const before = readMap(docs);
    expect(migrateMap(docs, 'migration')).toMatchObject({ ok: true, applied: ['0003-acts-of-a-step'] });
    expect(readMap(docs)).toEqual({ ...before, schemaVersion: 3 });
    const [card] = before.cards;
    expect(card?.text.id).toMatch(/ 🙂 lagi$/u);
    expect(before.stages[0]?.steps[0]?.name).toEqual({ en: '', id: 'Bertanya ke tetangga' });
    const lost = deletedRecords(docs);
    expect(lost.map(({ kind }) => kind)).toEqual(['step', 'card']);
    apply(docs, 'restoreStructure', { recordId: lost[0]?.id ?? '' }, seededContext(1));
    expect(checkMap(docs)).toEqual([]);
    const steps = readMap(docs).stages.flatMap((stage) => stage.steps);
    expect(steps).toHaveLength(12);
    for (const { id } of steps) {
      for (const field of ['advanceAct', 'exitAct'])
        expect(textOf(docs, { recordId: id, field, locale: 'id' })).not.toBeNull();
    }
  });

  it('[MIG3] what somebody already wrote into an act is left alone when the migration runs again', () => {
    const docs = openFixture(2);
    migrateMap(docs, 'migration');
    const stepId = readMap(docs).stages[0]?.steps[0]?.id ?? '';
    apply(
      docs,
      'setStepText',
      { stepId, field: 'exitAct', locale: 'id', text: 'Menyerah' },
      seededContext(1),
    );
    docs.structure.getMap('meta').set('schemaVersion', 2);
    const text = textOf(docs, { recordId: stepId, field: 'exitAct', locale: 'id' });
    migrateMap(docs, 'migration');
    expect(text?.toString()).toBe('Menyerah');
    expect(textOf(docs, { recordId: stepId, field: 'exitAct', locale: 'id' })).toBe(text);
  });

  it.each(storedVersions)(
    '[MIG3] from format %i, after a crash between the two documents it runs again to the same end',
    (version) => {
      const whole = openFixture(version);
      migrateMap(whole, 'migration');
      const crashed = openFixture(version);
      crashed.content.transact(() => migrations[version - 1]?.content(crashed));
      migrateMap(crashed, 'migration');
      expect(readMap(crashed)).toEqual(readMap(whole));
      const again = Y.encodeStateVector(crashed.content);
      migrateMap(crashed, 'migration');
      expect(Y.encodeStateVector(crashed.content)).toEqual(again);
    },
  );

  it('[MIG3] a current map is left alone', () => {
    const docs = buildMap();
    const copy = copyOf(docs);
    expect(migrateMap(docs, 'migration')).toMatchObject({ ok: true, applied: [] });
    exchange(docs, copy);
    expect(Y.encodeStateVector(copy.structure)).toEqual(Y.encodeStateVector(docs.structure));
  });

  it('[MIG4] a map of a later program is refused untouched', () => {
    const docs = buildMap();
    docs.structure.getMap('meta').set('schemaVersion', schemaVersion + 1);
    const before = Y.encodeStateVector(docs.structure);
    expect(migrateMap(docs, 'migration')).toEqual({
      ok: false,
      reason: 'TOO_NEW',
      version: schemaVersion + 1,
    });
    expect(Y.encodeStateVector(docs.structure)).toEqual(before);
  });

  it('[READ5] an old map that nobody migrated can still be read', () => {
    const map = readMap(openFixture(1));
    expect(map.schemaVersion).toBe(1);
    expect(map.cards).toHaveLength(4);
  });
});

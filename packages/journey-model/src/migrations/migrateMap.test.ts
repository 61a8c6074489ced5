import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { buildMap, emptyDocs } from '../../test/buildMap.ts';
import { copyOf, exchange } from '../../test/exchange.ts';
import { checkMap } from '../checks/checkMap.ts';
import type { MapDocs } from '../operation.ts';
import { missingTranslations } from '../projection/missingTranslations.ts';
import { readMap } from '../projection/readMap.ts';
import { schemaVersion } from '../schema/mapMeta.ts';
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
      to: 2,
      applied: ['0002-texts-in-two-languages'],
    });
    const map = readMap(docs);
    expect(checkMap(docs)).toEqual([]);
    expect(map.schemaVersion).toBe(2);
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

  it('[MIG3] after a crash between the two documents it runs again to the same end', () => {
    const whole = openFixture(1);
    migrateMap(whole, 'migration');
    const crashed = openFixture(1);
    crashed.content.transact(() => migrations[0]?.content(crashed));
    migrateMap(crashed, 'migration');
    expect(readMap(crashed)).toEqual(readMap(whole));
    const again = Y.encodeStateVector(crashed.content);
    migrateMap(crashed, 'migration');
    expect(Y.encodeStateVector(crashed.content)).toEqual(again);
  });

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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MapRecord } from '../../src/modules/maps/MapRecord.ts';
import type { MapRepository } from '../../src/modules/maps/MapRepository.ts';
import { mongoMapRepository } from '../../src/modules/maps/mongoMapRepository.ts';
import { searchWords } from '../../src/modules/maps/searchWords.ts';
import { openTestDatabase } from '../seed.ts';
import { memoryMapRepository } from './memoryMapRepository.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const adapters: [string, () => MapRepository][] = [
  ['memory', memoryMapRepository],
  ['MongoDB', () => mongoMapRepository(database.connection)],
];

const thumbnail = { stages: [], lanes: [], cells: [], emotionLine: [], cards: 0, openQuestions: 0 };

describe.each(adapters)('map records in %s', (name, open) => {
  const record = (id: string, day: number, changes: Partial<MapRecord> = {}): MapRecord => ({
    id: `map_${name}_${id}`,
    workspaceId: `wsp_${name}`,
    type: 'CURRENT_STATE',
    title: { en: id, id: '' },
    thumbnail,
    version: { structure: 3, content: 5 },
    createdAt: new Date(Date.UTC(2026, 0, day)),
    lastEditedAt: new Date(Date.UTC(2026, 1, 28 - day)),
    ...changes,
  });
  const maps = [
    record('a', 1),
    record('b', 2, { title: { en: 'Order Medicine', id: 'Pesan Obat' } }),
    record('c', 3),
    // Made and edited in one moment: only the id orders them.
    record('d', 3, { lastEditedAt: new Date(Date.UTC(2026, 1, 25)) }),
  ];
  const ids = (records: readonly (MapRecord | null)[]) => records.map((found) => found?.id.at(-1) ?? null);
  let repository: MapRepository;

  beforeAll(async () => {
    repository = open();
    for (const map of maps) await repository.insert(map);
    await repository.insert({ ...record('z', 9), workspaceId: 'wsp_other' });
  });

  it('[GQL47] finds many in the order asked, null for what is not there', async () => {
    const found = await repository.findMany([maps[2]?.id ?? '', 'map_none', maps[0]?.id ?? '']);
    expect(found).toEqual([maps[2], null, maps[0]]);
  });

  it('[GQL73] pages meet every map of the workspace once, in both orders', async () => {
    for (const [order, expected] of [
      ['CREATED', ['d', 'c', 'b', 'a']],
      ['LAST_EDITED', ['a', 'b', 'd', 'c']],
    ] as const) {
      const seen: MapRecord[] = [];
      for (let page = 0; page < 4; page += 1) {
        const last = seen.at(-1);
        const at = order === 'CREATED' ? last?.createdAt : last?.lastEditedAt;
        const after = last === undefined || at === undefined ? null : { at, id: last.id };
        const query = { workspaceId: `wsp_${name}`, only: null, words: [], order, after, limit: 1 };
        seen.push(...(await repository.page(query)));
      }
      expect(ids(seen), order).toEqual(expected);
    }
    expect(await repository.count({ workspaceId: `wsp_${name}`, only: null, words: [] })).toBe(4);
  });

  it('[TOKEN4] a token for some maps finds those, counted too', async () => {
    const [a, b] = maps;
    const only = [a?.id ?? '', b?.id ?? '', 'map_of_others'];
    const all = {
      workspaceId: `wsp_${name}`,
      only,
      words: [],
      order: 'CREATED',
      after: null,
      limit: 9,
    } as const;
    expect(ids(await repository.page(all)).toSorted()).toEqual(['a', 'b']);
    expect(await repository.count(all)).toBe(2);
    expect(await repository.page({ ...all, only: [] })).toEqual([]);
  });

  it('[GQL73] a search wants all words, in either language, whatever their case', async () => {
    for (const [search, expected] of [
      ['obat', ['b']],
      ['MEDICINE pesan', ['b']],
      ['obat missing', []],
      ['.*', []],
    ] as const) {
      const words = searchWords(search);
      const query = {
        workspaceId: `wsp_${name}`,
        only: null,
        words,
        order: 'CREATED',
        after: null,
        limit: 9,
      } as const;
      expect(ids(await repository.page(query)), search).toEqual(expected);
      expect(await repository.count(query), search).toBe(expected.length);
    }
  });

  it('[GQL48] a preview replaces older ones only', async () => {
    const id = maps[0]?.id ?? '';
    const projection = (structure: number, content: number, title: string) => ({
      type: 'FUTURE_STATE' as const,
      title: { en: title, id: '' },
      thumbnail: { ...thumbnail, cards: content },
      version: { structure, content },
      lastEditedAt: new Date(Date.UTC(2026, 5, 1)),
    });
    await repository.project(id, projection(3, 9, 'newer'));
    await repository.project(id, projection(3, 7, 'older'));
    await repository.project('map_none', projection(1, 1, 'nobody'));
    const [found] = await repository.findMany([id, 'map_none']);
    expect(found).toEqual({ ...maps[0], ...projection(3, 9, 'newer') });
  });

  it('[GQL46] deleting tells whether there was such a map', async () => {
    const id = maps[3]?.id ?? '';
    expect([await repository.delete(id), await repository.delete(id)]).toEqual([true, false]);
  });
});

describe('many who ask at once', () => {
  it('[SPEED2] share one read, which sees whatever was written before the last of them asked', async () => {
    const repository = mongoMapRepository(database.connection);
    const id = (n: number) => `map_shared_${n}`;
    for (const n of [1, 2]) {
      await repository.insert({
        id: id(n),
        workspaceId: 'wsp_shared',
        type: 'CURRENT_STATE',
        title: { en: `${n}`, id: '' },
        thumbnail,
        version: { structure: 1, content: 1 },
        createdAt: new Date(0),
        lastEditedAt: new Date(0),
      });
    }
    const reads: unknown[] = [];
    database.connection.set('debug', (_collection: string, method: string, filter: unknown) => {
      reads.push([method, filter]);
    });
    const asked = [[id(1), id(2)], [id(2)], ['map_none', id(1)], []].map((ids) => repository.findMany(ids));
    const found = await Promise.all(asked);
    database.connection.set('debug', false);
    expect(found.map((records) => records.map((record) => record?.title.en ?? null))).toEqual([
      ['1', '2'],
      ['2'],
      [null, '1'],
      [],
    ]);
    expect(reads).toEqual([['find', { _id: { $in: [id(1), id(2), 'map_none'] } }]]);
    const before = repository.findMany([id(1)]);
    await Promise.all([before, repository.delete(id(1))]);
    expect(await repository.findMany([id(1)])).toEqual([null]);
  });
});

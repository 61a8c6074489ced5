import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { emptyDocs } from '../../test/buildMap.ts';
import { checkMap } from '../checks/checkMap.ts';
import type { MapDocs } from '../operation.ts';
import { contentRoots, structureRoots } from '../schema/openMap.ts';
import { deletedRecords } from './deletedRecords.ts';
import { missingTranslations } from './missingTranslations.ts';
import { readMap } from './readMap.ts';
import { sameValue } from './sameValue.ts';
import { summarizeMap } from './summarizeMap.ts';
import { watchMap } from './watchMap.ts';

const parts = ['structure', 'content'] as const;
const roots = { structure: structureRoots, content: contentRoots };
const ids = [
  'stg_a',
  'stp_a',
  'lan_a',
  'per_a',
  'crd_a',
  'stp_a:per_a',
  'stp_a:per_a:en',
  '__proto__',
  'constructor',
  ':',
  '',
];
const keys = [
  'rank',
  'place',
  'kind',
  'name.en',
  'text.id',
  'tag:x',
  'tag:__proto__',
  'type',
  'schemaVersion',
  'title.en',
  'colour',
  'deleted',
  '__proto__',
];

const plain = fc.oneof(
  fc.constantFrom(null, true, false, 0, 1, -1, Number.NaN, 1e308, '', 'ACTION', 'EMOTION', 'a0V'),
  fc.string({ maxLength: 8 }),
  fc.constant({ columnId: 'stg_a', laneId: 'lan_a', rank: 'a0' }),
  fc.constant({ stageId: 'stg_a', rank: 'a0' }),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.uint8Array({ maxLength: 4 }),
  fc.dictionary(
    fc.constantFrom('columnId', 'laneId', 'rank', 'stageId', '__proto__'),
    fc.jsonValue({ maxDepth: 1 }),
    { maxKeys: 4, noNullPrototype: true },
  ),
);
type Value =
  | { readonly plain: unknown }
  | { readonly shared: 'map' | 'text' | 'array' | 'xml'; readonly fill: unknown };
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ plain }),
  fc.record({ shared: fc.constantFrom('map', 'map', 'text', 'array', 'xml'), fill: plain }),
);
const write = fc.record({
  part: fc.constantFrom(...parts),
  root: fc.nat(10),
  id: fc.constantFrom(...ids),
  key: fc.option(fc.constantFrom(...keys)),
  value,
  remove: fc.boolean(),
});

function toShared(input: Value): unknown {
  if ('plain' in input) return input.plain;
  if (input.shared === 'text') return new Y.Text(String(input.fill));
  if (input.shared === 'array') return Y.Array.from([1]);
  if (input.shared === 'xml') return new Y.XmlText();
  const map = new Y.Map<unknown>();
  map.set('text.en', new Y.Text('x'));
  map.set('kind', input.fill);
  map.set('place', input.fill);
  return map;
}

function scribble(
  docs: MapDocs,
  writes: readonly (typeof write extends fc.Arbitrary<infer T> ? T : never)[],
): void {
  for (const each of writes) {
    const names = roots[each.part];
    const name = names[each.root % names.length] ?? 'meta';
    const root: Y.Map<unknown> = docs[each.part].getMap(name);
    docs[each.part].transact(() => {
      if (each.remove && each.root > 7) root.delete(each.id);
      else if (each.key === null || name === 'meta') root.set(each.key ?? each.id, toShared(each.value));
      else {
        const record = root.get(each.id);
        const target: Y.Map<unknown> = record instanceof Y.Map ? record : new Y.Map();
        if (target !== record) root.set(each.id, target);
        target.set(each.key, toShared(each.value));
      }
    });
  }
}

describe('reading anything', () => {
  it('[READ2] no document makes reading, summing up, watching or checking fail', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 40 }), fc.array(write, { maxLength: 20 }), (first, then) => {
        const docs = emptyDocs();
        scribble(docs, first);
        const reader = watchMap(docs, () => undefined);
        scribble(docs, then);
        const map = readMap(docs);
        expect(sameValue(reader.snapshot, map)).toBe(true);
        summarizeMap(map);
        missingTranslations(map);
        deletedRecords(docs);
        expect(
          checkMap(docs).filter((finding) => finding.rule === 'LOST' || finding.rule === 'PURE'),
        ).toEqual([]);
        reader.destroy();
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('[READ2] roots of a wrong kind read as empty', () => {
    const docs = emptyDocs();
    docs.structure.getArray('stages').push([1]);
    docs.structure.getText('meta').insert(0, 'x');
    docs.content.getXmlFragment('cards');
    docs.content.getText('emotionWords').insert(0, 'x');
    expect(readMap(docs)).toMatchObject({ schemaVersion: 0, stages: [], cards: [], emotions: [] });
    expect(checkMap(docs).map((finding) => finding.id)).toEqual(['meta', 'stages', 'cards', 'emotionWords']);
  });

  it('[READ2] a card without anything is an unplaced note; a card in the emotion lane is unplaced', () => {
    const docs = emptyDocs();
    docs.content.getMap('cards').set('crd_a', new Y.Map());
    expect(readMap(docs).unplaced.cards).toEqual([
      {
        id: 'crd_a',
        kind: 'NOTE',
        place: { columnId: '', laneId: '', rank: '' },
        text: { en: '', id: '' },
        team: null,
        tags: [],
        channel: null,
        cause: null,
        resolved: false,
      },
    ]);
  });
});

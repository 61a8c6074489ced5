import { offlineWorkBytesMax, updateLimits } from '@jejak/protocol';
import * as Y from 'yjs';
import { text, underKey, updateOf } from '../../../../packages/update-guard/test/bytes.ts';

/** Work as large as may be, and larger: what takes a server the longest. */
export interface HeavyCase {
  readonly name: string;
  readonly way: 'update' | 'step2' | 'upload';
  readonly update: Uint8Array;
}

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Each value stands alone under a key of its own: nothing of it can be joined. */
function values(client: number, count: number): Uint8Array {
  return updateOf(
    client,
    0,
    times(count, (at) => underKey('emotionScores', `${client}.${at}`, 8, [1, 120])),
  );
}

/** Cards with a text each, as somebody writes them who was away for a day. */
function cards(client: number, count: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  for (let n = 0; n < count; n++)
    doc.getMap('cards').set(
      `crd_${client}_${n}`,
      new Y.Map<unknown>([
        ['text.en', new Y.Text('What they said')],
        ['place', { columnId: 'stg_1', laneId: 'lan_1', rank: `a${n}` }],
        ['kind', 'NOTE'],
      ]),
    );
  return Y.encodeStateAsUpdate(doc);
}

/** The cases; the ids are those of nobody else. */
export function heavyCases(): readonly HeavyCase[] {
  const { live, state, work } = updateLimits;
  return [
    { name: 'an update at its limit', way: 'update', update: values(900_001, live.walk.structs) },
    { name: 'a step 2 at its limit', way: 'step2', update: values(900_002, state.walk.structs) },
    { name: 'an upload at its limit', way: 'upload', update: values(900_003, work.walk.structs) },
    { name: 'cards, as many as fit', way: 'upload', update: cards(900_004, 3_900) },
    { name: 'a step 2 beyond it', way: 'step2', update: values(900_005, state.walk.structs + 1) },
    { name: 'an upload beyond it', way: 'upload', update: values(900_006, work.walk.structs + 1) },
    { name: 'noise of 8 MiB', way: 'upload', update: new Uint8Array(offlineWorkBytesMax).fill(7) },
    {
      name: 'one string of 8 MiB',
      way: 'upload',
      update: updateOf(900_007, 0, [
        underKey('cards', 'long', 4, text('x'.repeat(offlineWorkBytesMax - 1_000))),
      ]),
    },
    {
      name: 'the same, deleted at once',
      way: 'upload',
      update: updateOf(
        900_008,
        0,
        [underKey('cards', 'long', 4, text('x'.repeat(offlineWorkBytesMax - 1_000)))],
        [{ client: 900_008, ranges: [[0, offlineWorkBytesMax - 1_000]] }],
      ),
    },
    {
      name: 'a million deletions',
      way: 'upload',
      update: updateOf(
        900_009,
        0,
        [],
        [{ client: 900_009, ranges: times(1_000_000, (n): [number, number] => [n * 2, 1]) }],
      ),
    },
  ];
}

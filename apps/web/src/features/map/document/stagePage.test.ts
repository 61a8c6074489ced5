import { expect, it } from 'vitest';
import { mapOf } from '../test/mapOf.ts';
import { stageBeside, stagePageOf } from './stagePage.ts';

it('[PAGE1] a phone shows the stage swiped to, the first where that is gone, and stops at the ends', () => {
  const index = mapOf().index();
  const ids = index.snapshot.stages.map((stage) => stage.id);
  const [first = '', second = ''] = ids;
  expect(stagePageOf(index, { stageId: null })).toBe(first);
  expect(stagePageOf(index, { stageId: second })).toBe(second);
  expect(stagePageOf(index, { stageId: 'stg_gone' })).toBe(first);
  expect(stageBeside(index, first, 1)).toBe(second);
  expect(stageBeside(index, first, -1)).toBe(first);
  expect(stageBeside(index, ids.at(-1) ?? '', 1)).toBe(ids.at(-1));
});

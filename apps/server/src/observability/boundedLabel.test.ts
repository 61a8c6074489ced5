import { expect, test } from 'vitest';
import { boundedLabel } from './boundedLabel.ts';

test('[OPS1] a label takes so many plain words and calls the rest other', () => {
  const label = boundedLabel(2);
  expect(['bounds', 'ids', 'bounds', 'third', 'ids'].map(label)).toEqual([
    'bounds',
    'ids',
    'bounds',
    'other',
    'ids',
  ]);
  const words = boundedLabel(10);
  expect(['a b', '', 'map_1"} 1\n', 'x'.repeat(41)].map(words)).toEqual(['other', 'other', 'other', 'other']);
});

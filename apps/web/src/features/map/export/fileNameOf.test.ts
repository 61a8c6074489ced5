import { expect, it } from 'vitest';
import { fileNameOf } from './fileNameOf.ts';

it.each([
  ['Order medicine online', 'Order medicine online.mmd'],
  ['Beli obat: “daring” / luring?', 'Beli obat “daring” luring.mmd'],
  ['..\\..\\etc', 'etc.mmd'],
  [' \n ', 'map.mmd'],
  ['...', 'map.mmd'],
  ['peta '.repeat(40), `${'peta '.repeat(16).trim()}.mmd`],
])('[FILE1] a file is named after its map, without signs a file system refuses: %j', (title, name) => {
  expect(fileNameOf(title, 'map', 'mmd')).toBe(name);
});

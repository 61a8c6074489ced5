import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limitsTable } from './limitsTable.ts';

const path = new URL('../../../../docs/OPERATIONS.md', import.meta.url);

it('[OPS7] the limits in the document are those of the code (UPDATE_DOCS=1 writes them)', async () => {
  const between = /(?<=<!-- limits -->\n)[\s\S]*?(?=<!-- \/limits -->)/;
  const document = readFileSync(path, 'utf8');
  const wanted = await limitsTable();
  if (process.env.UPDATE_DOCS === '1')
    writeFileSync(
      path,
      document.replace(between, () => wanted),
    );
  expect(readFileSync(path, 'utf8').match(between)?.[0]).toBe(wanted);
  expect(wanted.split('\n').length).toBeGreaterThan(60);
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tries = `
  const fails = (act) => { try { act(); return null; } catch (error) { return error.constructor.name; } };
  const own = {};
  own.toString = () => 'mine';
  console.log(JSON.stringify({
    assigned: fails(() => { Object.prototype.polluted = 1; }),
    merged: fails(() => { JSON.parse('{"a":1}').__proto__.polluted = 1; }),
    defined: fails(() => Object.defineProperty(Object.prototype, 'polluted', { value: 1 })),
    deleted: fails(() => { delete Object.prototype.hasOwnProperty; }),
    inherited: {}.polluted ?? null,
    own: String(own),
  }));
`;

test.each(['main', 'heavy/heavyWorker'])('[OPS10] %s begins by sealing what all objects inherit', (name) => {
  const source = new URL(`../${name}.ts`, import.meta.url);
  expect(readFileSync(source, 'utf8').match(/^import .*$/m)?.[0]).toMatch(/sealObjects\.ts';$/);
});

test('[OPS10] nothing can be added there; what inherits may have its own', () => {
  const module = new URL('./sealObjects.ts', import.meta.url).href;
  const program = `await import(${JSON.stringify(module)});\n'use strict';\n${tries}`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 });
  expect(JSON.parse(printed)).toEqual({
    assigned: 'TypeError',
    merged: 'TypeError',
    defined: 'TypeError',
    deleted: 'TypeError',
    inherited: null,
    own: 'mine',
  });
});

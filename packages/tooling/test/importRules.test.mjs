import { expect, test } from 'vitest';
import { importProblems } from '../src/importRules.mjs';
import { importsOf } from '../src/importsOf.mjs';

const problemsOf = (path, text) => importProblems([{ path, text }]);

test('imports are found in every form, with their lines, and not in comments or strings', () => {
  const text = [
    "import a, { type B, c } from './a.ts';",
    "// import x from './comment.ts';",
    "import type { D } from './d.ts';",
    "export * from './e.ts';",
    "import './f.ts';",
    "const g = await import('./g.ts');",
    "/* import h from './h.ts'; */",
    "import { type I, type J } from './i.ts';",
    'import {',
    '  k,',
    '} from "./k.ts";',
    "export { type L } from './l.ts';",
    'const no = "import m from \'./m.ts\'";',
  ].join('\n');
  expect(importsOf(text)).toEqual([
    { specifier: './a.ts', typeOnly: false, line: 1 },
    { specifier: './d.ts', typeOnly: true, line: 3 },
    { specifier: './e.ts', typeOnly: false, line: 4 },
    { specifier: './f.ts', typeOnly: false, line: 5 },
    { specifier: './g.ts', typeOnly: false, line: 6 },
    { specifier: './i.ts', typeOnly: true, line: 8 },
    { specifier: './k.ts', typeOnly: false, line: 9 },
    { specifier: './l.ts', typeOnly: true, line: 12 },
  ]);
});

test.each([
  ['packages/journey-model/src/a.ts', "import { readFile } from 'node:fs/promises';", 'may take only'],
  ['packages/journey-model/src/a.ts', "import { decide } from '@jejak/access';", 'may take only'],
  ['packages/access/src/a.ts', "import * as Y from 'yjs';", 'may take only'],
  ['packages/access/src/a.ts', 'export const now = () => Date.now();', 'as arguments'],
  ['packages/protocol/src/a.ts', 'export const id = () => crypto.randomUUID();', 'as arguments'],
  ['packages/ui/src/a.tsx', "import { openMap } from '@jejak/journey-model';", 'may take only'],
  ['packages/sync-client/src/a.ts', "import { x } from '@jejak/server';", 'nothing imports an app'],
  ['apps/web/src/lib/a.ts', "import { x } from '../../../server/src/main.ts';", 'leaves its workspace'],
  [
    'apps/server/src/sync/a.ts',
    "import { castVote } from '../modules/voting/castVote.ts';",
    'sync/ may take only',
  ],
  ['apps/server/src/rooms/a.ts', "import { x } from '../sync/x.ts';", 'rooms/ may take only'],
  ['apps/server/src/rooms/a.ts', "import mongoose from 'mongoose';", 'know neither database'],
  ['apps/server/src/rooms/a.ts', "import { M } from '../persistence/mongo/M.ts';", 'adapters are named only'],
  [
    'apps/server/src/modules/maps/a.ts',
    "import { M } from '../../bus/redis/M.ts';",
    'adapters are named only',
  ],
  [
    'apps/server/src/graphql/a.ts',
    "import { createMap } from '../modules/maps/createMap.ts';",
    'graphql/ may take only',
  ],
  [
    'apps/server/src/modules/maps/createMap.ts',
    "import { Schema } from 'mongoose';",
    'does not import mongoose',
  ],
  [
    'apps/server/src/modules/maps/createMap.ts',
    "import { builder } from '@pothos/core';",
    'does not import GraphQL',
  ],
  ['apps/server/src/http/a.ts', "import { x } from '../rooms/Room.ts';", 'http/ may take only'],
  ['apps/web/src/features/map/a.ts', "import { b } from '../workspace/b.ts';", 'never import one another'],
  [
    'apps/web/src/features/map/a.ts',
    "import { b } from '@/features/workspace/b.ts';",
    'never import one another',
  ],
  ['apps/web/src/components/a.tsx', "import { b } from '../features/map/b.ts';", 'does not import features/'],
  ['apps/web/src/features/map/a.ts', "import { b } from '../../app/b.ts';", 'does not import a route'],
  ['apps/web/src/features/workspace/a.ts', "import * as Y from 'yjs';", 'touch the live documents'],
  ['apps/web/src/components/a.ts', "import { b } from './b';", 'name the file with its ending'],
])('%s: %s', (path, text, reason) => {
  const problems = problemsOf(path, text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${path}:1: `);
  expect(problems[0]).toContain(reason);
});

test.each([
  ['packages/journey-model/src/a.ts', "import type { Action } from '@jejak/access';"],
  ['packages/journey-model/src/a.test.ts', "import { readFile } from 'node:fs/promises'; Date.now();"],
  ['apps/server/src/compose.ts', "import { M } from './persistence/mongo/M.ts';"],
  ['apps/server/src/persistence/mongo/M.ts', "import { N } from './N.ts'; import 'mongoose';"],
  [
    'apps/server/src/modules/maps/createMap.field.ts',
    "import { builder } from '../../graphql/builder.ts'; import 'graphql';",
  ],
  ['apps/server/src/sync/a.ts', "import { Room } from '../rooms/Room.ts';"],
  ['apps/server/test/a.ts', "import { M } from '../src/persistence/memory/M.ts';"],
  ['apps/web/src/features/map/a.ts', "import * as Y from 'yjs'; import { b } from '../../components/b.tsx';"],
  ['apps/web/src/app/page.tsx', "import { MapPage } from '../features/map/MapPage.tsx';"],
])('%s may hold: %s', (path, text) => {
  expect(problemsOf(path, text)).toEqual([]);
});

test('a file of 401 lines is too long, one of 400 is not', () => {
  expect(problemsOf('bench/src/a.ts', 'x\n'.repeat(400))).toEqual([]);
  expect(problemsOf('bench/src/a.ts', 'x\n'.repeat(401))).toEqual([
    'bench/src/a.ts: 401 lines, at most 400: give it one reason to exist',
  ]);
});

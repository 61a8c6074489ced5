import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { domainErrors } from '../../src/errors/domainErrors.ts';
import { requestErrors } from '../../src/graphql/requestErrors.ts';
import { schema } from '../../src/schema.ts';
import { deprecationProblems, listProblems, namingProblems, repeatProblems } from './contractRules.ts';
import { schemaChanges } from './schemaChanges.ts';

const released = readFileSync(new URL('../../schema.released.graphql', import.meta.url), 'utf8');

describe('what the schema promises', () => {
  it('[SDL2] every list of objects is a page, or is known to stay short', () => {
    expect(listProblems(schema)).toEqual([]);
  });

  it('[SDL3] things of one kind are named alike', () => {
    expect(namingProblems(schema)).toEqual([]);
  });

  it('[WRITE10] every mutation can be repeated, but those that tell a secret once and those of tokens', () => {
    expect(repeatProblems(schema)).toEqual([]);
  });

  it('[SDL4] what is deprecated names its replacement and the day until which it stays', () => {
    expect(deprecationProblems(schema)).toEqual([]);
  });

  it('[SDL5] breaks nothing that the last release promised', () => {
    expect(schemaChanges(released, schema).breaking).toEqual([]);
  });

  it('[SDL5] lists what a program may not expect (run the test with -u to renew the list)', async () => {
    const { dangerous } = schemaChanges(released, schema);
    const lines = dangerous.map((line) => `- ${line}\n`).join('');
    await expect(
      `# What programs may not expect, since the last release\n\n${lines || 'Nothing.\n'}`,
    ).toMatchFileSnapshot('../../schema.changes.md');
  });
});

describe('the checks themselves', () => {
  const base = `
    type Query { map(id: ID!, deep: Boolean @deprecated(reason: "x")): Map, old: Int @deprecated(reason: "x") }
    type Map { id: ID!, title: String! }
    enum Colour { RED BLUE @deprecated(reason: "x") }
    input MapInput { title: String, gone: String @deprecated(reason: "x") }
  `;
  const changed = (...edits: [string, string][]) =>
    schemaChanges(base, buildSchema(edits.reduce((text, [from, to]) => text.replace(from, to), base)));

  it.each([
    ['a field is gone', ', title: String! }', '}', 'FIELD_REMOVED: Map.title was removed.'],
    [
      'a type changes',
      'title: String! }',
      'title: String }',
      'FIELD_CHANGED_KIND: Map.title changed type from String! to String.',
    ],
    [
      'an argument becomes required',
      'id: ID!, deep',
      'id: ID!, now: Int!, deep',
      'REQUIRED_ARG_ADDED: A required arg now on Query.map was added.',
    ],
    [
      'a value is gone',
      'RED BLUE',
      'BLUE',
      'VALUE_REMOVED_FROM_ENUM: RED was removed from enum type Colour.',
    ],
    [
      'an input asks for more',
      'title: String, gone',
      'title: String, more: Int!, gone',
      'REQUIRED_INPUT_FIELD_ADDED: A required field more on input type MapInput was added.',
    ],
  ])('[SDL5] fail when %s', (_what, from, to, told) => {
    expect(changed([from, to])).toEqual({ breaking: [told], dangerous: [] });
  });

  it('[SDL5] let go what the release had deprecated, and call additions to enums dangerous', () => {
    expect(
      changed(
        [', old: Int @deprecated(reason: "x")', ''],
        [', deep: Boolean @deprecated(reason: "x")', ''],
        [' BLUE @deprecated(reason: "x")', ' GREEN'],
        [', gone: String @deprecated(reason: "x")', ''],
      ),
    ).toEqual({ breaking: [], dangerous: ['VALUE_ADDED_TO_ENUM: GREEN was added to enum type Colour.'] });
  });

  it('[SDL3] find what is named otherwise', () => {
    const odd = buildSchema(`
      type Query { Maps: [Int!], list: [Int!], owner: ID!, mapId: String, when: DateTime, open: Boolean }
      type Mutation { addMap(map: MapArgs!, more: Int): Int }
      input MapArgs { title: String }
      enum Colour { red }
      scalar DateTime
    `);
    const fields = ['Maps', 'list', 'owner', 'mapId', 'when', 'open'].map((name) => `Query.${name}`);
    const places = new Set(namingProblems(odd).map((line) => line.slice(0, line.indexOf(':'))));
    expect([...places].sort()).toEqual(
      [...fields, 'Colour.red', 'DateTime', 'MapArgs', 'Mutation.addMap'].sort(),
    );
  });

  it('[SDL2] find long lists and pages that lack something', () => {
    const odd = buildSchema(`
      type Query { maps: [Map!]!, pages: MapConnection }
      type MapConnection { nodes: [Map!]!, pageInfo: Int, totalCount: Int }
      type Map { title: String }
    `);
    expect(listProblems(odd)).toEqual([
      'Query.maps can grow: make it a page',
      'Query.pages takes no first and after',
      'MapConnection lacks edges',
    ]);
  });

  it('[SDL4] find a deprecation without a replacement or a day', () => {
    const odd = buildSchema(`type Query {
      a: Int @deprecated(reason: "Use \`b\`. Stays until 2027-06-30.")
      b(c: Int @deprecated(reason: "Use \`d\`.")): Int @deprecated
    }`);
    expect(deprecationProblems(odd)).toEqual(['Query.b: "No longer supported"', 'Query.b(c): "Use `d`."']);
  });
});

it('[SDL8] docs/API.md names every code, and no other', () => {
  const page = readFileSync(new URL('../../../../docs/API.md', import.meta.url), 'utf8');
  const failures = page.slice(page.indexOf('## Failures'), page.indexOf('## Limits'));
  const rows = [...failures.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  const elsewhere = [...failures.slice(failures.indexOf('answered by set-up')).matchAll(/`([A-Z_]+)`/g)];
  const told = [...rows, ...elsewhere.map(([, code]) => code)];
  expect(told.sort()).toEqual([...Object.keys(domainErrors), ...Object.keys(requestErrors)].sort());
});

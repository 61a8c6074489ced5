import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { graphqlFailure, readFailure } from '../src/Failure.ts';
import { serverCodes } from '../src/FailureCode.ts';

describe('readFailure', () => {
  it('[CLIENT1] reads code, words, field and what the words speak of', () => {
    expect(
      readFailure({
        __typename: 'LimitError',
        code: 'LIMIT',
        messageKey: 'errors.limit',
        message: 'Too many',
        field: 'title',
        scope: null,
        min: 1,
        params: { most: 3, odd: {} },
      }),
    ).toEqual({
      code: 'LIMIT',
      messageKey: 'errors.limit',
      message: 'Too many',
      field: 'title',
      params: { min: 1, most: 3 },
      requestId: null,
    });
  });

  it('[CLIENT1] reads what a JSON endpoint answers, and an entry of `errors`', () => {
    const told = { code: 'NOT_FOUND', messageKey: 'errors.notFound', message: 'Gone' };
    const wanted = { ...told, field: null, params: {}, requestId: null };
    expect(readFailure({ error: told })).toEqual(wanted);
    const { message, ...extensions } = told;
    expect(graphqlFailure({ message, path: ['journeyMap'], extensions })).toEqual(wanted);
  });

  it.each([null, undefined, 'text', 7, [], { error: null }, { code: 5 }])(
    '[CLIENT1] makes something that can be shown of %j',
    (body) => {
      expect(readFailure(body, 'req_1')).toMatchObject({
        code: 'INTERNAL',
        messageKey: 'errors.internal',
        message: '',
        field: null,
        requestId: 'req_1',
      });
      expect(graphqlFailure(body)).toMatchObject({ code: 'INTERNAL' });
    },
  );

  it('[CLIENT7] knows the codes of docs/API.md', () => {
    const page = readFileSync(new URL('../../../docs/API.md', import.meta.url), 'utf8');
    const failures = page.slice(page.indexOf('## Failures'), page.indexOf('## Limits'));
    const rows = [...failures.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
    expect([...serverCodes].sort()).toEqual(rows.sort());
  });
});

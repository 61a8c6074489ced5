import { describe, expect, it } from 'vitest';
import { readFailure } from './Failure.ts';

describe('readFailure', () => {
  it('reads code, words, field and parameters', () => {
    expect(
      readFailure({
        code: 'LIMIT',
        messageKey: 'errors.limit',
        field: 'title',
        params: { most: 3, odd: {} },
      }),
    ).toEqual({
      code: 'LIMIT',
      messageKey: 'errors.limit',
      field: 'title',
      params: { most: 3 },
      requestId: null,
    });
  });

  it.each([null, undefined, 'text', 7, [], { error: null }, { code: 5 }])(
    'makes something that can be shown of %j',
    (body) => {
      expect(readFailure(body, 'req_1')).toEqual({
        code: 'INTERNAL',
        messageKey: 'errors.internal',
        field: null,
        params: {},
        requestId: 'req_1',
      });
    },
  );
});

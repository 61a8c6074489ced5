import { describe, expect, it } from 'vitest';
import { DomainError, deniedError } from './DomainError.ts';
import { domainErrors } from './domainErrors.ts';

describe('domain errors', () => {
  const entries = Object.entries(domainErrors);

  it('[ERROR1] each code has a GraphQL type and message key of its own', () => {
    expect(new Set(entries.map(([, entry]) => entry.graphqlType)).size).toBe(entries.length);
    expect(new Set(entries.map(([, entry]) => entry.messageKey)).size).toBe(entries.length);
    for (const [, entry] of entries) {
      expect(entry.httpStatus).toBeGreaterThanOrEqual(400);
      expect(entry.messageKey).toMatch(/^errors\.[a-zA-Z]+$/);
      expect(entry.graphqlType).toMatch(/^[A-Z][A-Za-z]+Error$/);
    }
  });

  it('[ERROR2] an error carries what the table says and the field at fault', () => {
    const error = new DomainError('INVALID', { field: 'email' });
    expect([error.code, error.httpStatus, error.closeCode, error.messageKey, error.field]).toEqual([
      'INVALID',
      400,
      4400,
      'errors.invalid',
      'email',
    ]);
    expect(deniedError('NOT_FOUND').code).toBe('NOT_FOUND');
  });

  it('[TOKEN7] what a token lacks is told, by the name of the scope where it is one', () => {
    const told = (lacks?: 'maps:write' | 'session' | 'allMaps') => {
      const denial = { allowed: false, reason: 'FORBIDDEN', ...(lacks ? { lacks } : {}) } as const;
      const { code, messageKey, scope } = deniedError(denial);
      return [code, messageKey, scope];
    };
    expect(told()).toEqual(['FORBIDDEN', 'errors.forbidden', null]);
    expect(told('maps:write')).toEqual(['FORBIDDEN', 'errors.tokenLacksScope', 'maps:write']);
    expect(told('session')).toEqual(['FORBIDDEN', 'errors.notByToken', null]);
    expect(told('allMaps')).toEqual(['FORBIDDEN', 'errors.tokenForSomeMaps', null]);
  });
});

import { describe, expect, it } from 'vitest';
import { providerErrorKey } from './providerErrorKey.ts';

describe('providerErrorKey', () => {
  it('[OIDC8] knows the codes that people can do something about', () => {
    expect(providerErrorKey('account_not_linked')).toBe('notLinked');
    expect(providerErrorKey('not_invited')).toBe('notInvited');
    expect(providerErrorKey('access_denied')).toBe('cancelled');
  });

  it.each(['', 'constructor', '__proto__', '<b>hello</b>', 'invalid_code'])(
    '[OIDC8] tells %j as a plain failure',
    (code) => expect(providerErrorKey(code)).toBe('failed'),
  );
});

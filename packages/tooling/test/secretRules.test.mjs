import { expect, test } from 'vitest';
import { secretProblems } from '../src/secretRules.mjs';

const problemsOf = (text, path = 'apps/server/src/auth/example.ts') => secretProblems([{ path, text }]);

test.each([
  'if (given === secret) open();',
  'if (record.tokenHash !== hash) return null;',
  'return ticket == record.ticket;',
  'const isFine = headers.get("x") === config.metricsSecret;',
  'if (session.token === token) return session;',
  'if (hashSecret(given) === stored) open();',
  'if (given === hashSecret(stored)) open();',
  'if (nonce !== expectedNonce) throw new Error();',
  'if (password.startsWith(given)) open();',
  'if (signature.equals(wanted)) open();',
  'if (signature?.equals(wanted)) open();',
  'if (secrets.find((each) => each.secret === given)) open();',
])('a secret compared openly is a problem: %s', (text) => {
  expect(problemsOf(text)).toEqual([expect.stringMatching(/^apps\/server\/src\/auth\/example\.ts:1: /)]);
});

test.each([
  'if (secret === null || token !== undefined) return;',
  "if (password === '' || typeof token === 'string') return;",
  'if (token.length === secret.length) return;',
  'if (token.id === made.token.id) return;',
  'if (secretsMatch(record.hash, hash)) return;',
  "if (secret.startsWith('jjk_p_')) return;",
  '// whether given === secret\nconst tokens = 1;',
  "if (tokenKind === kind) return 'token === secret';",
  'if (ticketLifeMs === other) return;',
])('what tells nothing about a secret is none: %s', (text) => {
  expect(problemsOf(text)).toEqual([]);
});

test('tests may compare what they made', () => {
  for (const path of ['apps/server/src/a.test.ts', 'apps/server/test/a.ts'])
    expect(problemsOf('if (given === secret) open();', path)).toEqual([]);
});

import { expect, test } from 'vitest';
import { messageProblems } from '../src/messageRules.mjs';

const source = (text) => [{ path: 'a.tsx', text }];

test('languages with the same keys, all of them used, are fine', () => {
  const en = {
    home: { title: 'Maps', count: '{count, plural, one {# map} other {# maps}}' },
    kinds: { A: 'x', B: 'y' },
  };
  const id = { home: { title: 'Peta', count: '{count, plural, other {# peta}}' }, kinds: { A: 'x', B: 'y' } };
  const dynamic = `k(\`kinds.$\{kind}\`);`;
  const code = `const t = useTranslations('home'); t('title'); t('count', { count });\nconst k = useTranslations(); ${dynamic}`;
  expect(messageProblems({ en, id }, source(code))).toEqual([]);
});

test('a key missing in either language is named', () => {
  const problems = messageProblems(
    { en: { a: 'x', b: 'y' }, id: { a: 'x', c: 'z' } },
    source("f('a', 'b', 'c')"),
  );
  expect(problems).toEqual(['id: b is missing', 'en: c is missing']);
});

test('different arguments and empty texts are named', () => {
  const problems = messageProblems(
    { en: { a: 'Hi {name}', b: 'x' }, id: { a: 'Hai {nama}', b: '' } },
    source("f('a','b')"),
  );
  expect(problems).toEqual(['id: a has the arguments {nama}, en has {name}', 'id: b is empty']);
});

test('a used key that no message file has is named with its place', () => {
  const code =
    "const t = await getTranslations({ locale, namespace: 'home' });\nt('titel');\nt.rich('title');";
  expect(
    messageProblems({ en: { home: { title: 'x' } }, id: { home: { title: 'x' } } }, source(code)),
  ).toEqual(['a.tsx:2: home.titel is in no message file']);
});

test('a key nobody uses is named, and a comment is no use', () => {
  const messages = { home: { title: 'x', old: 'y' } };
  const code = "const t = useTranslations('home'); t('title'); // t('old')";
  expect(messageProblems({ en: messages, id: messages }, source(code))).toEqual([
    'en: home.old is used nowhere',
  ]);
});

test('a failure without words is named with its place, wherever it arises', () => {
  const messages = { errors: { limit: 'x', operation: { full: 'y' } } };
  const code = "f('errors.limit', 'operation.full');\nrefuse('errors.graphql.late', 'operation.gone');";
  expect(messageProblems({ en: messages, id: messages }, source(code))).toEqual([
    'a.tsx:2: errors.graphql.late is in no message file',
    'a.tsx:2: errors.operation.gone is in no message file',
  ]);
  expect(
    messageProblems({ en: messages, id: messages }, [
      ...source(code),
      { path: 'b.test.ts', text: "'errors.x'" },
    ]),
  ).toHaveLength(2);
});

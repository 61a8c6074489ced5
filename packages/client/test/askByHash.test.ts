import { createClient, fetchExchange, type TypedDocumentNode } from '@urql/core';
import { expect, test } from 'vitest';
import { ask } from '../src/ask.ts';

interface Data {
  readonly journeyMap: { readonly id: string } | null;
}
type Variables = { readonly id: string };

/** As pages hold documents: the types, and nothing of the text but its hash. */
const held = (hash: string) =>
  ({ __meta__: { hash: `sha256:${hash}` } }) as unknown as TypedDocumentNode<Data, Variables>;
const document = held('abc');
const textOf = async () => 'query LinkedMap($id: ID!) { journeyMap(id: $id) { id } }';

const notKnown = {
  errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
};
const known = { data: { journeyMap: null } };
const extensions = { persistedQuery: { version: 1, sha256Hash: 'abc' } };

/** A client whose server gives these answers, and what it was sent. */
function clientOf(answers: readonly unknown[]) {
  const sent: unknown[] = [];
  const client = createClient({
    url: 'http://server.test/graphql',
    preferGetMethod: false,
    requestPolicy: 'network-only',
    exchanges: [fetchExchange],
    fetch: async (_url, init) => {
      sent.push(JSON.parse(String(init?.body)));
      return new Response(JSON.stringify(answers[sent.length - 1]), {
        headers: { 'content-type': 'application/json' },
      });
    },
  });
  return { client, sent };
}

test('[CLIENT5] a document is asked for by its hash', async () => {
  const { client, sent } = clientOf([known, known]);
  const wanted = { ok: true, value: known.data };
  const other = held('def');
  expect(await ask(client, 'query', document, { id: 'map_1' }, { textOf })).toEqual(wanted);
  expect(await ask(client, 'mutation', other, { id: 'map_1' }, { textOf })).toEqual(wanted);
  const changed = { persistedQuery: { version: 1, sha256Hash: 'def' } };
  expect(sent).toEqual([
    { variables: { id: 'map_1' }, extensions },
    { variables: { id: 'map_1' }, extensions: changed },
  ]);
});

test('[CLIENT5] a server that does not know the hash is sent the text, once', async () => {
  const { client, sent } = clientOf([notKnown, known]);
  expect(await ask(client, 'query', document, { id: 'map_1' }, { textOf })).toEqual({
    ok: true,
    value: known.data,
  });
  expect(sent).toMatchObject([
    { extensions },
    { query: expect.stringContaining('query LinkedMap($id: ID!)'), variables: { id: 'map_1' } },
  ]);
  const stubborn = clientOf([notKnown, notKnown, known]);
  expect(await ask(stubborn.client, 'query', document, { id: 'map_1' }, { textOf })).toMatchObject({
    ok: false,
    failure: { code: 'PERSISTED_QUERY_NOT_FOUND' },
  });
  expect(stubborn.sent).toHaveLength(2);
});

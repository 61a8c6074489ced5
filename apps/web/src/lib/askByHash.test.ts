import { createClient, fetchExchange } from '@urql/core';
import { expect, test } from 'vitest';
import { LinkedMapDocument } from '../generated/graphql.ts';
import { hashOf } from './AskedDocument.ts';
import { runQuery } from './runQuery.ts';

const notKnown = {
  errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
};
const known = { data: { journeyMap: null } };
const extensions = {
  persistedQuery: { version: 1, sha256Hash: hashOf(LinkedMapDocument).replace('sha256:', '') },
};

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

test('[HASH1] a document is asked for by its hash', async () => {
  const { client, sent } = clientOf([known]);
  expect(await runQuery(client, LinkedMapDocument, { id: 'map_1' })).toEqual({ ok: true, value: known.data });
  expect(sent).toEqual([{ variables: { id: 'map_1' }, extensions }]);
});

test('[HASH1] a server that does not know the hash is sent the text, once', async () => {
  const { client, sent } = clientOf([notKnown, known]);
  expect(await runQuery(client, LinkedMapDocument, { id: 'map_1' })).toEqual({ ok: true, value: known.data });
  expect(sent).toMatchObject([
    { extensions },
    { query: expect.stringContaining('query LinkedMap($id: ID!)'), variables: { id: 'map_1' } },
  ]);
  const stubborn = clientOf([notKnown, notKnown, known]);
  expect(await runQuery(stubborn.client, LinkedMapDocument, { id: 'map_1' })).toMatchObject({ ok: false });
  expect(stubborn.sent).toHaveLength(2);
});

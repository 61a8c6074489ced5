import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraphqlBed } from './graphqlBed.ts';

const root = new URL('../../../../', import.meta.url);
const listed = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const ours = listed('apps/server/src/graphql/pageDocuments.json');

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let editor: string;
let mapId: string;

beforeAll(async () => {
  bed = await startGraphqlBed();
  editor = bed.person('editor');
  mapId = await bed.newMap(editor);
});
afterAll(() => bed.close());

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

async function post(body: unknown, as: string | null = editor) {
  const response = await fetch(bed.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(as === null ? {} : { authorization: as }) },
    body: JSON.stringify(body),
  });
  const answer: {
    readonly data?: { readonly journeyMap?: { readonly id: string } };
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  } = JSON.parse(await response.text());
  return { status: response.status, body: answer };
}

describe('documents known by their hash', () => {
  const [documentId = '', query = ''] =
    Object.entries(ours).find(([, text]) => text.includes('query LinkedMap')) ?? [];
  const persistedQuery = { version: 1, sha256Hash: documentId.replace('sha256:', '') };

  it('[SPEED4] are those of the pages, each under the hash of its text', () => {
    expect(ours).toEqual(listed('apps/web/src/generated/persisted-documents.json'));
    expect(Object.keys(ours).length).toBeGreaterThan(8);
    for (const [id, text] of Object.entries(ours)) expect(id).toBe(`sha256:${hashOf(text)}`);
  });

  it('[SPEED4] are answered like their text, by either way of naming them', async () => {
    const variables = { id: mapId };
    const byText = await post({ query, variables });
    expect(byText.body.data?.journeyMap?.id).toBe(mapId);
    expect(await post({ documentId, variables })).toEqual(byText);
    expect(await post({ extensions: { persistedQuery }, variables })).toEqual(byText);
    expect(await post({ query, extensions: { persistedQuery }, variables })).toEqual(byText);
    const stranger = await post({ documentId, variables }, null);
    expect(stranger.body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('[SPEED4] can be added to by nobody', async () => {
    const text = '{ __typename }';
    const own = { persistedQuery: { version: 1, sha256Hash: hashOf(text) } };
    const unknown = {
      status: 200,
      body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    };
    expect(await post({ extensions: own })).toMatchObject(unknown);
    expect((await post({ query: text, extensions: own })).body).toEqual({ data: { __typename: 'Query' } });
    expect(await post({ extensions: own })).toMatchObject(unknown);
    expect(await post({ documentId: `sha256:${hashOf(text)}` })).toMatchObject(unknown);
    expect(await post({ documentId: '__proto__' })).toMatchObject(unknown);
  });

  it('[SPEED4] are refused where hash and text differ or the form is another', async () => {
    const refused = { status: 400, body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } };
    for (const body of [
      { query: '{ __typename }', extensions: { persistedQuery } },
      { extensions: { persistedQuery: { ...persistedQuery, version: 2 } } },
      { extensions: { persistedQuery: { sha256Hash: { $ne: '' } } } },
      { extensions: { persistedQuery: true } },
      { documentId: 1 },
    ]) {
      expect([body, await post(body)]).toMatchObject([body, refused]);
    }
  });
});

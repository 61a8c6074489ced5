import { errorText } from '@jejak/error-texts';
import { operationMessageKeys } from '@jejak/journey-model';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { domainErrors } from '../../src/errors/domainErrors.ts';
import { failureText } from '../../src/graphql/failureText.ts';
import { languageAsked } from '../../src/graphql/languageAsked.ts';
import { requestErrors } from '../../src/graphql/requestErrors.ts';
import { startGraphqlBed } from './graphqlBed.ts';

interface Told {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly messageKey: string };
}

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let me: string;
let mapId: string;

beforeAll(async () => {
  bed = await startGraphqlBed();
  me = bed.person('editor');
  mapId = await bed.newMap(me, { title: 'Pesan obat', locale: 'ID' });
});
afterAll(() => bed.close());

async function ask(query: string, headers: Record<string, string>, as = me) {
  const response = await fetch(bed.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: as, ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: Record<string, never>; errors?: Told[] };
}

const indonesian = { 'accept-language': 'id' };

describe('the language of failures', () => {
  it('[SDL7] every code has words in both languages', () => {
    const lacking = Object.entries(domainErrors)
      .filter(([, { messageKey }]) => !errorText(messageKey, 'en') || !errorText(messageKey, 'id'))
      .map(([code]) => code);
    expect(lacking).toEqual([]);
    for (const [code, { message, messageKey }] of Object.entries(requestErrors)) {
      expect(message.en, code).toMatch(/\.$/);
      expect(message.id, code).toMatch(/\.$/);
      expect(message.id, code).not.toBe(message.en);
      expect(errorText(messageKey, 'id'), code).not.toBe(null);
    }
  });

  it('[SDL7] [ST3.17] an error is told in the language asked for, with the same code', async () => {
    const query = '{ journeyMap(id: "map_absent") { id } }';
    const english = (await ask(query, { 'accept-language': 'en-GB,en;q=0.9,id;q=0.5' })).errors?.[0];
    const told = (await ask(query, indonesian)).errors?.[0];
    expect(english).toMatchObject({
      message: errorText('errors.notFound', 'en'),
      extensions: { code: 'NOT_FOUND' },
    });
    expect(told).toMatchObject({
      message: errorText('errors.notFound', 'id'),
      extensions: english?.extensions,
    });
  });

  it('[SDL7] so is a failure of a mutation', async () => {
    const mutation = `mutation { deleteMap(input: { mapId: "map_absent" }) { ... on UserError { code message messageKey } } }`;
    expect((await ask(mutation, indonesian)).data).toEqual({
      deleteMap: {
        code: 'NOT_FOUND',
        messageKey: 'errors.notFound',
        message: errorText('errors.notFound', 'id'),
      },
    });
    expect((await ask(mutation, {})).data).toMatchObject({
      deleteMap: { message: errorText('errors.notFound', 'en') },
    });
  });

  it('[SDL7] so is each operation of a batch that was not done', async () => {
    const operations = '[{ deleteCard: { cardId: "crd_absent" } }]';
    const mutation = `mutation { applyOperations(input: { mapId: "${mapId}", partial: true, operations: ${operations} }) {
      ... on ApplyOperationsPayload { errors { code message messageKey } } } }`;
    for (const locale of ['en', 'id'] as const) {
      const message = errorText('errors.operation.cardNotFound', locale);
      expect((await ask(mutation, { 'accept-language': locale })).data?.applyOperations).toEqual({
        errors: [{ code: 'NOT_FOUND', messageKey: 'operation.cardNotFound', message }],
      });
    }
  });

  it('[SDL7] so is the refusal of an operation, and every one has words', async () => {
    const input = `{ mapId: "${mapId}", cardId: "crd_absent" }`;
    const mutation = `mutation { deleteCard(input: ${input}) { ... on UserError { code message messageKey } } }`;
    for (const locale of ['en', 'id'] as const) {
      expect((await ask(mutation, { 'accept-language': locale })).data?.deleteCard).toEqual({
        code: 'NOT_FOUND',
        messageKey: 'operation.cardNotFound',
        message: errorText('errors.operation.cardNotFound', locale),
      });
      const wordless = operationMessageKeys.filter(
        (messageKey) => failureText({ code: 'CODE', messageKey, scope: null }, locale) === 'CODE',
      );
      expect(wordless).toEqual([]);
    }
  });

  it.each([
    ['{ unknownField }', 'VALIDATION'],
    ['{ viewer', 'SYNTAX'],
    [`{ journeyMap(id: "map_x") { cards(first: 0) { totalCount } } }`, 'NOT_FOUND'],
    ['query ($id: ID!) { journeyMap(id: $id) { id } }', 'BAD_VARIABLES'],
    [`{ ${Array.from({ length: 16 }, (_, at) => `a${at}: __typename`).join(' ')} }`, 'ALIAS_LIMIT'],
  ])('[SDL7] a request that is refused is told so too, however early: %s', async (query, code) => {
    const [english] = (await ask(query, {})).errors ?? [];
    const [told] = (await ask(query, indonesian)).errors ?? [];
    expect([english?.extensions.code, told?.extensions.code]).toEqual([code, code]);
    const known = Object.entries(requestErrors).find(([name]) => name === code)?.[1].message.id;
    expect(told?.message.startsWith(known ?? errorText('errors.notFound', 'id') ?? '?')).toBe(true);
    expect(told?.message).not.toBe(english?.message);
  });

  it('[SDL7] what is no GraphQL at all is told in the language too', async () => {
    const post = (body: string, type: string) =>
      fetch(bed.url, { method: 'POST', body, headers: { 'content-type': type, ...indonesian } });
    for (const response of [
      await post('{', 'application/json'),
      await post('{}', 'application/json'),
      await post('a', 'text/plain'),
      await fetch(bed.url, { headers: indonesian }),
    ]) {
      const { errors } = (await response.json()) as { errors: Told[] };
      expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
      expect(errors[0]?.message.startsWith(requestErrors.BAD_REQUEST.message.id)).toBe(true);
    }
  });

  it('[SDL7] without a wish it is the language of the account', async () => {
    const actor = bed.people.get(me);
    if (actor?.kind !== 'member') throw new Error('Nobody is signed in');
    const budi = bed.person('editor');
    bed.people.set(budi, { ...actor, locale: 'id' });
    const query = '{ journeyMap(id: "map_absent") { id } }';
    expect((await ask(query, {}, budi)).errors?.[0]?.message).toBe(errorText('errors.notFound', 'id'));
    const asked = await ask(query, { 'accept-language': 'en' }, budi);
    expect(asked.errors?.[0]?.message).toBe(errorText('errors.notFound', 'en'));
  });

  it('[SDL7] sockets tell it in the language of their handshake', async () => {
    class Indonesian extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { authorization: me, ...indonesian } });
      }
    }
    const client = createClient({ url: bed.wsUrl, webSocketImpl: Indonesian, retryAttempts: 0 });
    const told = (query: string) =>
      new Promise<readonly Partial<Told>[]>((resolve, reject) => {
        client.subscribe(
          { query },
          {
            next: ({ errors }) => errors && resolve(errors.map((error) => JSON.parse(JSON.stringify(error)))),
            error: (error) => (Array.isArray(error) ? resolve(error) : reject(error)),
            complete: () => {},
          },
        );
      });
    const notFound = errorText('errors.notFound', 'id');
    expect((await told('{ journeyMap(id: "map_absent") { id } }'))[0]?.message).toBe(notFound);
    expect((await told('subscription { mapChanged(mapId: "map_absent") { mapId } }'))[0]?.message).toBe(
      notFound,
    );
    expect((await told('{ nothing }'))[0]?.message?.startsWith(requestErrors.VALIDATION.message.id)).toBe(
      true,
    );
    await client.dispose();
  });

  it('[GQL40] [ST3.17] a text in a language tells whether it is the other one', async () => {
    const { data } = await ask(
      `{ journeyMap(id: "${mapId}") { title { text(locale: EN) isFallback(locale: EN) own: isFallback(locale: ID) } } }`,
      indonesian,
    );
    expect(data).toEqual({ journeyMap: { title: { text: 'Pesan obat', isFallback: true, own: false } } });
  });

  it.each([
    ['id', 'id'],
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['en;q=0.3, id;q=0.7', 'id'],
    ['EN', 'en'],
    ['fr, de;q=0.9', null],
    ['fr, en;q=0.1', 'en'],
    ['id;q=0, en;q=0', null],
    ['id;q=2, en;q=0.1', 'en'],
    ['*', null],
    ['indonesian', null],
    ['', null],
    [`${'x,'.repeat(300)}id`, null],
    [undefined, null],
  ])('[SDL7] of "%s" it is %s', (header, locale) => {
    expect(languageAsked(header)).toBe(locale);
  });
});

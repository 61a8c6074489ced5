import { readFileSync } from 'node:fs';
import { errorText } from '@jejak/error-texts';
import {
  buildClientSchema,
  buildSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoryServer } from './StoryServer.ts';

interface Described {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

/** Everything public of a schema, by its path. */
function publicParts(schema: GraphQLSchema): [string, Described][] {
  const parts: [string, Described][] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    parts.push([type.name, type]);
    if (isEnumType(type))
      for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value]);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) parts.push([`${type.name}.${field.name}`, field]);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field]);
      for (const arg of field.args) parts.push([`${type.name}.${field.name}(${arg.name})`, arg]);
    }
  }
  return parts;
}

/** Story 3.2: what a developer finds, reads and is refused. */
describe('a developer reads maps', () => {
  let story: StoryServer;
  beforeAll(async () => {
    story = await StoryServer.start();
  });
  afterAll(() => story.close());

  /** Adds cards to the first stage, in one batch. */
  async function fill(mapId: string, count: number): Promise<void> {
    const { columnId, laneId } = await story.placesOf(mapId);
    const operations = Array.from({ length: count }, (_, n) => ({
      addCard: { columnId, laneId, text: { en: `Card ${n}` } },
    }));
    const done = await story.change(
      'applyOperations',
      { mapId, operations },
      '...on ApplyOperationsPayload{mapVersion}',
    );
    expect(done.__typename).toBe('ApplyOperationsPayload');
  }

  it('[ST3.1] a token is told once, listed without its secret with when it was used, and revoked', async () => {
    const mapId = await story.newMap('For the importer');
    const other = await story.newMap('Not for it');
    const given = { name: 'Nightly import', scopes: ['maps:read'], mapIds: [mapId], expiresInDays: 30 };
    const { id, secret } = await story.newToken(given);
    expect(secret).toMatch(/^jjk_p_[0-9A-Za-z]{38}$/);
    const list = async () => {
      const { tokens } = await story.read<{ tokens: { nodes: Record<string, unknown>[] } }>(
        'viewer',
        '{viewer{tokens{nodes{id name prefix scopes mapIds createdAt expiresAt lastUsedAt}}}}',
      );
      return tokens.nodes;
    };
    const [listed] = await list();
    expect(listed).toMatchObject({
      id,
      name: given.name,
      scopes: given.scopes,
      mapIds: [mapId],
      lastUsedAt: null,
    });
    expect(secret.startsWith(String(listed?.prefix))).toBe(true);
    expect(JSON.stringify(listed)).not.toContain(secret);
    const lifeMs = Date.parse(String(listed?.expiresAt)) - Date.parse(String(listed?.createdAt));
    expect(lifeMs).toBe(30 * 86_400_000);

    const look = (of: string) =>
      story.ask('query($id:ID!){journeyMap(id:$id){id}}', { id: of }, { token: secret });
    expect((await look(mapId)).data).toEqual({ journeyMap: { id: mapId } });
    expect((await look(other)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    await expect.poll(async () => (await list())[0]?.lastUsedAt).toEqual(expect.any(String));

    const revoked = await story.change('revokeToken', { tokenId: id }, '...on RevokeTokenPayload{tokenId}');
    expect(revoked.tokenId).toBe(id);
    expect(await list()).toEqual([]);
    expect(await look(mapId)).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('[ST3.2] the schema is downloaded as the file of the repository, and describes everything', async () => {
    const sdl = await (await fetch(`${story.server.url}/graphql/schema.graphql`)).text();
    expect(sdl).toBe(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
    const schema = buildSchema(sdl);
    const parts = publicParts(schema);
    expect(parts.length).toBeGreaterThan(500);
    expect(parts.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
    const unexplained = parts.filter(
      ([, { deprecationReason }]) =>
        deprecationReason != null && !/^Use .*Stays until /.test(deprecationReason),
    );
    expect(unexplained.map(([path]) => path)).toEqual([]);
    const { data } = await story.ask(
      getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, oneOf: true }),
    );
    const asked = buildClientSchema(data as unknown as IntrospectionQuery);
    const printed = (of: GraphQLSchema) => printSchema(lexicographicSortSchema(of));
    expect(printed(asked)).toBe(printed(schema));
  });

  it('[ST3.3] 45 cards are read as 20, 20 and 5, whatever comes and goes between the pages', async () => {
    const mapId = await story.newMap('Pages');
    await fill(mapId, 45);
    const before = (await story.cardsOf(mapId)).map(({ id }) => id);
    const { columnId, laneId } = await story.placesOf(mapId);
    interface Page {
      readonly stages: { steps: { id: string }[] }[];
      readonly cards: {
        readonly nodes: { id: string }[];
        readonly pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const page = (after: string | null) =>
      story.read<Page>(
        'journeyMap',
        `query($id:ID!,$after:String){journeyMap(id:$id){stages{steps{id}}
          cards(first:20,after:$after){nodes{id} pageInfo{hasNextPage endCursor}}}}`,
        { id: mapId, after },
      );
    const add = async (afterId: string | null) => {
      const input = { mapId, columnId, laneId, afterId, text: { en: 'Between' } };
      await story.change('addCard', input, '...on AddCardPayload{card{id}}');
    };
    /** Reads everything; `between` happens after the first page. */
    const walk = async (between: (ids: readonly string[]) => Promise<unknown>) => {
      const pages: string[][] = [];
      const more: boolean[] = [];
      for (let after: string | null = null; more.at(-1) !== false; ) {
        const { cards }: Page = await page(after);
        pages.push(cards.nodes.map(({ id }) => id));
        more.push(cards.pageInfo.hasNextPage);
        after = cards.pageInfo.endCursor;
        if (pages.length === 1) await between(pages[0] ?? []);
      }
      return { pages, more };
    };
    const still = await walk(async () => {});
    expect([still.pages.map(({ length }) => length), still.more]).toEqual([
      [20, 20, 5],
      [true, true, false],
    ]);
    expect(still.pages.flat()).toEqual(before);

    // One in front, one behind what was read, and the very card at which the page ended goes.
    const busy = await walk(async (read) => {
      await add(null);
      await add(read.at(-1) ?? null);
      await story.change('deleteCard', { mapId, cardId: read.at(-1) }, '...on DeleteCardPayload{mapVersion}');
    });
    const seen = busy.pages.flat();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
    expect(seen.length - before.length).toBe(1);

    for (const first of [0, 10001]) {
      const { errors } = await story.ask(
        'query($id:ID!,$first:Int){journeyMap(id:$id){cards(first:$first){nodes{id}}}}',
        { id: mapId, first },
      );
      expect(errors[0]?.extensions, `first: ${first}`).toMatchObject({
        code: 'FIRST_OUT_OF_RANGE',
        min: 1,
        max: 1000,
      });
    }
  });

  it('[ST3.4] the map of somebody else answers as one that never was', async () => {
    const theirs = await story.newMap('Secret', story.stranger.workspaceId, { as: story.stranger.owner });
    const mine = await story.newToken();
    const look = (id: string) =>
      story.ask('query($id:ID!){journeyMap(id:$id){title{en}}}', { id }, { token: mine.secret });
    const found = await look(theirs);
    expect(found.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(found).toEqual(await look('map_000000000000'));
    const write = (mapId: string) =>
      story.change(
        'setMapTitle',
        { mapId, locale: 'EN', text: 'Mine' },
        '...on SetMapTitlePayload{mapVersion}',
        {
          token: mine.secret,
        },
      );
    expect(await write(theirs)).toEqual(await write('map_000000000000'));
    expect((await write(theirs)).code).toBe('NOT_FOUND');
  });

  it('[ST3.17] texts are told in Indonesian, or said to be another, and so are errors with the same code', async () => {
    const mapId = await story.newMap('Buy medicine');
    const { columnId, laneId } = await story.placesOf(mapId);
    for (const text of [{ en: 'Asks', id: 'Bertanya' }, { en: 'Pays' }])
      await story.change('addCard', { mapId, columnId, laneId, text }, '...on AddCardPayload{mapVersion}');
    const { cards } = await story.read<{ cards: { nodes: { text: object }[] } }>(
      'journeyMap',
      'query($id:ID!){journeyMap(id:$id){cards{nodes{text{text(locale:ID) isFallback(locale:ID)}}}}}',
      { id: mapId },
    );
    expect(cards.nodes.map(({ text }) => text)).toEqual([
      { text: 'Bertanya', isFallback: false },
      { text: 'Pays', isFallback: true },
    ]);
    for (const language of ['en', 'id'] as const) {
      const { errors } = await story.ask('{journeyMap(id:"map_000000000000"){id}}', {}, { language });
      expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
      expect(errors[0]?.message).toBe(errorText('errors.notFound', language));
      const input = { mapId, columnId: 'stp_absent', laneId, text: { en: 'Lost' } };
      const added = await story.change('addCard', input, '...on AddCardPayload{mapVersion}', { language });
      expect(added).toMatchObject({
        code: 'NOT_FOUND',
        message: errorText('errors.operation.columnNotFound', language),
      });
    }
  });
});

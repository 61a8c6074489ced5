import { once } from 'node:events';
import { createServer } from 'node:http';
import { freePort, type HttpPerson, TestWorkspace } from '@jejak/testbed';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../startTestServer.ts';
import { RecipeBook, type Running } from './RecipeBook.ts';

let server: TestServer;
let workspace: TestWorkspace;
let owner: HttpPerson;
let book: RecipeBook;
let token: string;
const scopes = ['maps:write', 'events:read', 'webhooks:write'];
/** A map of each recipe's own. */
let mapId: string;
let environment: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer({ env: { WEBHOOKS_ALLOWED_HOSTS: '127.0.0.1' } });
  book = new RecipeBook();
  workspace = await TestWorkspace.setUp(server.url, { name: 'Ani', locale: 'en', team: 'PRODUCT' });
  owner = workspace.owner;
  const { createPersonalToken } = await owner.graphql<{ createPersonalToken: { secret: string } }>(
    'mutation ($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { ... on CreatePersonalTokenPayload { secret } } }',
    { input: { name: 'Recipes', scopes } },
  );
  token = createPersonalToken.secret;
});
beforeEach(async () => {
  mapId = await workspace.createMap('Buy medicine');
  environment = { JEJAK_URL: server.url, JEJAK_TOKEN: token, JEJAK_MAP: mapId };
});
afterEach(() => book.endAll());
afterAll(async () => {
  await book.close();
  await server.close();
});

const textsOf = async (): Promise<string[]> => {
  const { journeyMap } = await owner.graphql<{
    journeyMap: { cards: { nodes: { text: { en: string } }[] } };
  }>('query ($id: ID!) { journeyMap(id: $id) { cards(first: 300) { nodes { text { en } } } } }', {
    id: mapId,
  });
  return journeyMap.cards.nodes.map(({ text }) => text.en);
};
const addCard = async (text: string): Promise<string> => {
  const { columnIds, laneIds } = await workspace.placesOf(mapId);
  return workspace.addCard(mapId, {
    columnId: columnIds[0] ?? '',
    laneId: laneIds[0] ?? '',
    text: { en: text },
  });
};
/** Resolves once a line of a program holds a text. */
async function printedText(running: Running, text: string): Promise<void> {
  while (!running.lines.some((line) => line.includes(text))) await running.printed(running.lines.length + 1);
}
const setTitle = (text: string) =>
  owner.graphql(
    'mutation ($input: SetMapTitleInput!) { setMapTitle(input: $input) { ... on UserError { code } } }',
    {
      input: { mapId, locale: 'EN', text },
    },
  );

describe('docs/RECIPES.md', () => {
  it('[RECIPE1] 1: a token signs in with curl, and one that is worth nothing is told so', async () => {
    const [answer = ''] = await book.run('signIn.sh', environment);
    expect(JSON.parse(answer).data).toMatchObject({
      viewerToken: { name: 'Recipes', scopes },
      workspaces: [{ id: workspace.id, maps: { nodes: expect.any(Array) } }],
    });
    const refused = book.start('signIn.sh', { ...environment, JEJAK_TOKEN: 'jjk_p_x' });
    expect((await refused.ended).code).toBe(22);
    expect(refused.lines.join()).toContain('UNAUTHENTICATED');
  });

  it('[RECIPE1] 2: 45 cards are read in three pages', async () => {
    await workspace.fill(mapId, 45);
    const lines = await book.run('pages.mjs', environment);
    expect(lines.slice(0, 3)).toEqual(['20 cards', '20 cards', '5 cards']);
    const read = lines.slice(3).map((line) => line.slice(line.indexOf(' ') + 1));
    expect(read.sort()).toEqual((await textsOf()).sort());
    expect(new Set(read).size).toBe(45);
  });

  it('[RECIPE1] 3: a card is added and read back by its version', async () => {
    const lines = await book.run('addCard.sh', environment);
    expect(JSON.parse(lines.join(''))).toEqual({
      data: { journeyMap: { card: { text: { en: 'Asks in the shop', id: 'Bertanya di toko' } } } },
    });
    expect(await textsOf()).toEqual(['Asks in the shop']);
    const refused = book.start('addCard.sh', { ...environment, JEJAK_MAP: 'map_absent' });
    expect((await refused.ended).code).not.toBe(0);
  });

  it('[RECIPE1] 4: changes are followed until one has had enough', async () => {
    const running = book.start('follow.mjs', environment);
    // Until the subscription stands, nobody hears anything.
    for (let n = 0; running.lines.length === 0; n += 1) await setTitle(`Title ${n}`);
    const cardId = await addCard('Heard');
    await printedText(running, cardId);
    expect(running.lines.at(-1)).toMatch(/^Title \d+ \d+\.\d+ crd_/);
    expect(await running.end()).toBe(0);
  });

  it('[RECIPE1] 5: nothing is missed or told twice while the program and the server end and come back', async () => {
    const first = book.start('resume.mjs', environment);
    await first.printed(1);
    await addCard('one');
    await addCard('two');
    await first.printed(3);
    await first.kill();
    await addCard('three');
    const second = book.start('resume.mjs', environment);
    await printedText(second, 'three');
    await server.restart();
    await addCard('four');
    await printedText(second, 'four');
    const told = [...first.lines.slice(1), ...second.lines.slice(1)].map((line) => JSON.parse(line));
    // Killed before it kept the cursor, it hears the last event again.
    const heard = told.filter(({ id }, at) => at !== 2 || id !== told[1].id);
    expect(heard.map(({ kind, after }) => `${kind} ${after.text.en}`)).toEqual(
      ['one', 'two', 'three', 'four'].map((text) => `CARD_ADDED ${text}`),
    );
    expect(heard[0].actor).toMatchObject({ kind: 'USER', name: null });
    // The stream ends with the map, and so does the program.
    await owner.graphql(
      'mutation ($input: DeleteMapInput!) { deleteMap(input: $input) { ... on UserError { code } } }',
      {
        input: { mapId },
      },
    );
    expect(await second.ended).toMatchObject({ code: 0 });
  });

  it('[RECIPE1] 6: a list is imported, and importing it again adds nothing', async () => {
    await book.run('makeList.sh', environment);
    expect(await book.run('import.mjs', environment, 'cards.csv')).toEqual(['4 cards']);
    const once = await textsOf();
    expect([...once].sort()).toEqual([
      'Compares prices',
      'Has to sign up before paying',
      'Is it near me?',
      'Sees a poster at the bus stop',
    ]);
    expect(await book.run('import.mjs', environment, 'cards.csv')).toEqual(['4 cards']);
    expect(await textsOf()).toEqual(once);
  });

  it('[RECIPE1] 7: a map is exported as Mermaid and as JSON', async () => {
    await addCard('Asks what it costs');
    const lines = await book.run('export.sh', environment);
    expect(book.read('map.mmd')).toMatch(/^journey\n {2,4}title Buy medicine/);
    expect(lines.join('\n')).toContain('left out: ');
    expect(JSON.parse(book.read('map.json')).data.journeyMap).toMatchObject({
      title: { en: 'Buy medicine' },
      cards: { nodes: [{ text: { en: 'Asks what it costs' } }], pageInfo: { hasNextPage: false } },
    });
  });

  it('[RECIPE1] 8: a live document is held, followed and typed into', async () => {
    await addCard('Asks a friend');
    const running = book.start('live.mjs', environment);
    await running.printed(1);
    expect(running.lines[0]).toBe('1 cards');
    while ((await textsOf())[0] !== 'Seen: Asks a friend');
    await addCard('Asks in the shop');
    await printedText(running, '2 cards');
    expect(await running.end()).toBe(0);
    const refused = book.start('live.mjs', { ...environment, JEJAK_MAP: 'map_absent' });
    expect(await refused.ended).toMatchObject({
      code: 1,
      told: expect.stringContaining('NOT_FOUND'),
    });
  });

  it('[RECIPE1] 9: failures have one code in both languages', async () => {
    const english = await book.run('failures.mjs', environment);
    const indonesian = await book.run('failures.mjs', { ...environment, JEJAK_LANGUAGE: 'id' });
    const codes = (lines: readonly string[]) => lines.map((line) => line.slice(0, line.indexOf(':')));
    expect(codes(english)).toEqual(['NOT_FOUND', 'FIRST_OUT_OF_RANGE', 'NOT_FOUND', 'FORBIDDEN']);
    expect(english[2]).toContain('[columnId]');
    expect(english[3]).toContain('[members:read]');
    expect(codes(indonesian)).toEqual(codes(english));
    for (const [at, line] of indonesian.entries()) expect(line).not.toBe(english[at]);
  });

  it('[RECIPE2] 9: what passes is asked again after the time that was told, with the same id', async () => {
    const asked: string[] = [];
    const refusal = { code: 'UNAVAILABLE', retryAfterSeconds: 0 };
    const standIn = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      asked.push(body);
      if (asked.length % 2 === 1) {
        response
          .writeHead(503, { 'content-type': 'application/json' })
          .end(JSON.stringify({ errors: [{ message: 'Not now', extensions: refusal }] }));
        return;
      }
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
      });
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(Buffer.from(await answer.arrayBuffer()));
    });
    standIn.listen(0, '127.0.0.1');
    await once(standIn, 'listening');
    try {
      const address = standIn.address();
      if (typeof address !== 'object' || address === null) throw new Error('No port.');
      await book.run('makeList.sh', environment);
      const elsewhere = { ...environment, JEJAK_URL: `http://127.0.0.1:${address.port}` };
      expect(await book.run('import.mjs', elsewhere, 'cards.csv')).toEqual(['4 cards']);
      expect(asked).toHaveLength(4);
      expect(asked[3]).toBe(asked[2]);
      expect(asked[3]).toContain('clientMutationId');
    } finally {
      standIn.closeAllConnections();
      standIn.close();
    }
  });

  it('[RECIPE1] 10: a receiver is told what happens, and believes nobody but the server', async () => {
    const port = String(await freePort());
    const address = `http://127.0.0.1:${port}/`;
    const [secret = ''] = await book.run('hook.mjs', { ...environment, JEJAK_HOOK: address });
    expect(secret).toMatch(/^whsec_/);
    const running = book.start('receive.mjs', { PORT: port, JEJAK_SECRET: secret });
    await running.printed(1);
    const forged = await fetch(address, { method: 'POST', body: '{"id":"whd_1","type":"ping","events":[]}' });
    expect(forged.status).toBe(401);
    const cardId = await addCard('Told by POST');
    await printedText(running, cardId);
    expect(running.lines).toEqual(['Listening', `CARD_ADDED ${cardId} Told by POST`]);
    const large = await fetch(address, { method: 'POST', body: new Uint8Array(5 * 1024 * 1024) }).then(
      ({ status }) => status,
      () => 'hung up',
    );
    expect([413, 'hung up']).toContain(large);
    expect(await running.end()).toBe(0);
    expect((await running.ended).told).toContain('Refused: NO_SIGNATURE');
  });

  it('[RECIPE1] none is left out', () => {
    expect(book.names.length).toBeGreaterThan(10);
    expect([...book.started].sort()).toEqual([...book.names].sort());
  });
});

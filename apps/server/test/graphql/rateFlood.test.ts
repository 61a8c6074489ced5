import { TestWorkspace } from '@jejak/testbed';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMap } from '../operations/openMap.ts';
import { startTestServer, type TestServer } from '../startTestServer.ts';
import { until } from '../sync/until.ts';

let server: TestServer;
let workspace: TestWorkspace;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startTestServer({ env: { GRAPHQL_ALLOWANCE: '1' } });
  workspace = await TestWorkspace.setUp(server.url, { name: 'Ayu', locale: 'id', team: 'SALES' });
});
afterAll(async () => {
  for (const end of ends) await end();
  await server.close();
});

async function ask(query: string, headers: Record<string, string>): Promise<[number, unknown]> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data?: unknown };
  return [response.status, data];
}

const newToken = `mutation { createPersonalToken(input: { name: "Flood", scopes: ["maps:read"] }) {
  ... on CreatePersonalTokenPayload { secret } } }`;

it('[RATE10] while a token of theirs floods, a person types on, and their own requests are all answered', async () => {
  const { owner } = workspace;
  const mapId = await workspace.createMap('Undisturbed');
  const mine = { cookie: owner.cookie };
  const [, made] = await ask(newToken, mine);
  const { secret } = (made as { createPersonalToken: { secret: string } }).createPersonalToken;
  const writing = openMap(server.wsUrl, owner, mapId);
  const reading = openMap(server.wsUrl, owner, mapId);
  ends.push(
    () => writing.destroy(),
    () => reading.destroy(),
  );
  const words = writing.docs.content.getMap('emotionWords');
  const left = '{ rateLimit { requestsRemaining } }';
  const [, before] = await ask(left, mine);

  const statuses: number[] = [];
  const own: unknown[] = [];
  for (let round = 0; round < 10; round++) {
    const flood = Array.from({ length: 40 }, async () => {
      const [status] = await ask(`{ journeyMap(id: "${mapId}") { mapVersion } }`, {
        authorization: `Bearer ${secret}`,
      });
      statuses.push(status);
    });
    words.set(`stp_a:per_${round}`, `word ${round}`);
    // Resolves once the edit is acknowledged.
    await writing.flush();
    own.push((await ask(left, mine))[1]);
    await Promise.all(flood);
  }

  expect(statuses.filter((status) => status === 200)).toHaveLength(300);
  expect(statuses.filter((status) => status === 429)).toHaveLength(100);
  const first = (before as { rateLimit: { requestsRemaining: number } }).rateLimit.requestsRemaining;
  expect(own).toEqual(own.map((_, n) => ({ rateLimit: { requestsRemaining: first - 1 - n } })));
  await until('the other window has every word', () => {
    return reading.docs.content.getMap('emotionWords').size === own.length;
  });
}, 120_000);

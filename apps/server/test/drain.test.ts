import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { Seed } from './seed.ts';
import { startTestServer, type TestServer } from './startTestServer.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function ask(
  url: string,
  cookie: string,
  query: string,
  variables: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Record<string, unknown>;
}

const createMap = `mutation($input: CreateMapInput!) {
  createMap(input: $input) { __typename ... on CreateMapPayload { map { id } } }
}`;

test('[DOOR10] a server that ends sends its sockets away with 1012, and its maps are there after a restart', async () => {
  const server = await startTestServer({ env: { LOG_LEVEL: 'error' } });
  servers.push(server);
  const [node] = server.nodes;
  if (node === undefined) throw new Error('no node');
  const seed = new Seed(server.database.connection, node.config);
  const { editor, workspaceId } = await seed.team();
  const input = { workspaceId, title: 'Drained', type: 'CURRENT_STATE', locale: 'EN', template: 'BLANK' };
  const made = await ask(server.url, editor.cookie, createMap, { input });
  const { id } = (made as { data: { createMap: { map: { id: string } } } }).data.createMap.map;

  const headers = { cookie: editor.cookie, origin: server.url };
  const socket = new WebSocket(`${server.wsUrl}/sync/${id}/content`, { headers });
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await server.restart();
  const [code] = await closed;
  expect(code).toBe(1012);

  const query = 'query($id: ID!) { journeyMap(id: $id) { id title { en } } }';
  expect(await ask(server.url, editor.cookie, query, { id })).toEqual({
    data: { journeyMap: { id, title: { en: 'Drained' } } },
  });
}, 60_000);

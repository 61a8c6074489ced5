import { readFileSync } from 'node:fs';
import type { CommandStartedEvent } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Seed } from '../seed.ts';
import { startTestServer, type TestServer } from '../startTestServer.ts';

const root = new URL('../../../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');
/** What the pages and the recipes for programs ask; mutations and subscriptions are another matter. */
const pages: Record<string, string> = JSON.parse(textOf('apps/server/src/graphql/pageDocuments.json'));
const api = textOf('docs/API.md');
const documents = [
  ...Object.values(pages).filter((text) => /(^|\} )query /.test(text)),
  ...[...api.matchAll(/```graphql\n(query[\s\S]*?)```/g)].map(([, text = '']) => text),
  ...[...api.matchAll(/"query": "(.*)"\}'/g)].map(([, text = '']) => text),
];
const queriesMax = 4;
/** What is read by questions; the log and its snapshots are read when a map is opened, and looked at all the time. */
const collections = ['maps', 'organization', 'member', 'user', 'session', 'invitationLinks'];

let server: TestServer;
let team: Awaited<ReturnType<Seed['team']>>;
let seed: Seed;
let mapId: string;
let webhookId: string;

beforeAll(async () => {
  server = await startTestServer();
  const [node] = server.nodes;
  if (node === undefined) throw new Error('A server without a node');
  seed = new Seed(server.database.connection, node.config);
  team = await seed.team();
  const { createMap } = await ask(
    'mutation($input:CreateMapInput!){createMap(input:$input){...on CreateMapPayload{map{id}}}}',
    { input: { workspaceId: team.workspaceId, title: 'Order medicine', template: 'DIGITAL' } },
  );
  mapId = (createMap as { map: { id: string } }).map.id;
  const { createWebhook } = await ask(
    'mutation($input:CreateWebhookInput!){createWebhook(input:$input){...on CreateWebhookPayload{webhook{id}}}}',
    { input: { workspaceId: team.workspaceId, url: 'https://hooks.example.org/jejak' } },
  );
  webhookId = (createWebhook as { webhook: { id: string } }).webhook.id;
});
afterAll(() => server.close());

async function ask(query: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: team.owner.cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
  if (data === undefined || errors !== undefined) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  return data;
}

/** The reads that a question takes: of a few tries the fewest, as the server also reads by itself and asks who asks. */
async function readsOf(query: string): Promise<string[]> {
  const tries = [await triedReads(query), await triedReads(query), await triedReads(query)];
  return tries.reduce((fewest, reads) => (reads.length < fewest.length ? reads : fewest));
}

async function triedReads(query: string): Promise<string[]> {
  const { workspaceId } = team;
  const chosen = { search: '', first: 50, withInvitations: true };
  // Looking for a delivery takes a read whether or not it is there.
  const variables = { id: mapId, ids: [mapId], workspaceId, webhookId, deliveryId: 'whd_absent', ...chosen };
  const reads: string[] = [];
  const note = ({ commandName, command }: CommandStartedEvent) => {
    const collection: unknown = command[commandName];
    if (!['find', 'aggregate', 'count', 'distinct'].includes(commandName)) return;
    if (typeof collection === 'string' && collections.includes(collection))
      reads.push(`${commandName} ${collection}`);
  };
  const client = server.database.connection.getClient();
  client.on('commandStarted', note);
  await ask(query, variables);
  client.off('commandStarted', note);
  return reads.sort();
}

describe('queries of the database', () => {
  it('[SPEED6] no question of the pages or the recipes takes more than four, or more for more maps and members', async () => {
    expect(documents.length).toBeGreaterThan(7);
    const before = new Map<string, readonly string[]>();
    for (const document of documents) before.set(document, await readsOf(document));
    const maps = server.database.connection.collection('maps');
    const sample = await maps.findOne({ _id: mapId as never });
    if (sample === null) throw new Error('No map to copy');
    await maps.insertMany(
      Array.from({ length: 30 }, (_, n) => ({ ...sample, _id: `map_copy${n}` as never })),
    );
    for (let n = 0; n < 10; n++) await seed.person({ workspaceId: team.workspaceId });
    for (const document of documents) {
      const reads = await readsOf(document);
      expect([document, reads]).toEqual([document, before.get(document)]);
      expect(reads.length, `${document}: ${reads}`).toBeLessThanOrEqual(queriesMax);
    }
  });
});

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { MapConnection } from '@jejak/sync-client';
import { TestWorkspace } from '@jejak/testbed';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from '../startTestServer.ts';
import { until } from '../sync/until.ts';
import { metricsOf } from './metricsOf.ts';
import { openMap, ticketOf } from './openMap.ts';

const document = readFileSync(new URL('../../../../docs/OPERATIONS.md', import.meta.url), 'utf8');
const listed = [...document.matchAll(/^\| `((?:jejak|nodejs|process)_[a-z0-9_]+)` \|/gm)].map(
  ([, name = '']) => name,
);

/** What a healthy server that waits for nothing shows as 0. */
const quiet = [
  'jejak_sync_unsent_bytes',
  'jejak_log_waiting_updates',
  'jejak_heavy_waiting',
  'jejak_log_waiting_bytes',
  'jejak_log_slowest_append_seconds',
  'jejak_documents_rebuilt_total',
  'jejak_documents_renewed_total',
  'jejak_snapshots_damaged_total',
  'jejak_bus_resumed_total',
  'jejak_graphql_answers_recalled_total',
  'jejak_graphql_rate_limited_total',
  'jejak_webhooks_gave_up_total',
  'jejak_webhooks_paused_total',
];

/** What may be 0 or not where all is well: clocks may agree to the millisecond, and the log be read before it is told. */
const either = ['jejak_clock_skew_seconds', 'jejak_bus_hints_missed_total'];

let server: TestServer;
let workspace: TestWorkspace;
let mapId = '';
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startTestServer({ nodes: 2 });
  workspace = await TestWorkspace.setUp(server.url, { name: 'Ayu', locale: 'id', team: 'SALES' });
  mapId = await workspace.createMap('Counted');
});
afterAll(async () => {
  for (const end of ends) await end();
  await server.close();
});

const node = (index: number) => server.nodes[index] ?? server;

function open(index: number): MapConnection {
  const map = openMap(node(index).wsUrl, workspace.owner, mapId);
  ends.push(() => map.destroy());
  return map;
}

/** Enough edits for a compaction, by several people, as one alone may not send so many at once. */
async function edit(people: readonly MapConnection[]): Promise<void> {
  const words = (map: MapConnection) => map.docs.content.getMap('emotionWords');
  for (const [which, map] of people.entries()) {
    await map.flush();
    for (let n = 0; n < 140; n++) words(map).set(`stp_a:per_${which}`, `word ${n}`);
  }
  await Promise.all(people.map((map) => map.flush()));
  for (const map of people) {
    words(map).set('stp_a:per_last', 'one more');
    await map.flush();
  }
}

/** Somebody wants to be told, at a host that nobody has, and something happens. */
async function makeWebhook(): Promise<void> {
  const input = { workspaceId: workspace.id, url: 'https://webhooks.invalid/' };
  await workspace.owner.send('/graphql', {
    query: 'mutation($input:CreateWebhookInput!){createWebhook(input:$input){__typename}}',
    variables: { input },
  });
  await workspace.owner.send('/graphql', {
    query: 'mutation($input:SetMapTitleInput!){setMapTitle(input:$input){__typename}}',
    variables: { input: { mapId, locale: 'EN', text: 'Told' } },
  });
}

async function breakProtocol(): Promise<void> {
  const ticket = await ticketOf(workspace.owner, mapId);
  const socket = new WebSocket(`${server.wsUrl}/sync/${mapId}/content?ticket=${ticket}`);
  await once(socket, 'open');
  // An update that makes a root no map has, and a message of no kind.
  const doc = new Y.Doc();
  doc.getMap('nothing').set('a', 1);
  const update = Y.encodeStateAsUpdate(doc);
  socket.send(Buffer.concat([Buffer.from([0, 2, update.length]), update]));
  socket.send(Buffer.from([9, 9, 9]));
  await once(socket, 'close');
}

/** A socket on which somebody follows what happens. */
async function openGraphqlSocket(): Promise<void> {
  const headers = { cookie: workspace.owner.cookie, origin: server.url };
  const socket = new WebSocket(`${server.wsUrl}/graphql`, 'graphql-transport-ws', { headers });
  ends.push(() => socket.terminate());
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  const query = `subscription { journeyEvents(mapId: "${mapId}") { kind } }`;
  socket.send(JSON.stringify({ id: 'events', type: 'subscribe', payload: { query } }));
  await expect.poll(async () => (await metricsOf(node(0).url)).get('jejak_events_streams')).toBe(1);
}

it('[OPS1] a server that works shows every figure of the document, and none of ours besides', async () => {
  const there = open(1);
  await there.flush();
  await edit([open(0), open(0), open(0), open(0)]);
  await until('the other node has it', () => there.docs.content.getMap('emotionWords').size === 5);
  await breakProtocol();
  await openGraphqlSocket();
  await workspace.owner.send('/graphql', { query: '{ nobody { knows } }' });
  await expect(server.database.connection.db?.command({ noSuchCommand: 1 })).rejects.toThrow();
  await expect
    .poll(async () => (await metricsOf(node(0).url)).get('jejak_compaction_duration_seconds_count') ?? 0)
    .toBeGreaterThan(0);

  await makeWebhook();
  const sent = server.database.connection.collection('webhookDeliveries');
  await expect
    .poll(() => sent.countDocuments({ 'attempts.0': { $exists: true } }), { timeout: 30_000 })
    .toBeGreaterThan(0);

  const figures = await metricsOf(node(0).url);
  const besides = await metricsOf(node(1).url);
  const of = (all: typeof figures, name: string) => all.get(name) ?? all.get(`${name}_count`);
  const shown = (name: string) => of(figures, name);
  expect(listed.filter((name) => shown(name) === undefined)).toEqual([]);
  const moved = (name: string) => Number(shown(name)) + (of(besides, name) ?? 0) > 0;
  expect(listed.filter((name) => ![...quiet, ...either].includes(name) && !moved(name))).toEqual([]);
  expect(quiet.filter((name) => shown(name) !== 0)).toEqual([]);
  const ours = [...figures.keys()].filter((name) => name.startsWith('jejak_'));
  const plain = new Set(ours.map((name) => name.replace(/_(count|sum)$/, '')));
  expect([...plain].filter((name) => !listed.includes(name))).toEqual([]);
}, 60_000);

it('[OPS1] names and labels follow the conventions and name neither map nor person', async () => {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  for (const [, name = '', kind] of text.matchAll(/^# TYPE (jejak_\S+) (\S+)$/gm)) {
    expect(name).toMatch(/^jejak_[a-z]+(_[a-z]+)*$/);
    expect(name.endsWith('_total'), name).toBe(kind === 'counter');
    if (kind === 'histogram') expect(name).toMatch(/_(seconds|bytes)$/);
  }
  const labels = [...text.matchAll(/^jejak_[a-z_]+\{([^}]*)\}/gm)].map(([, pairs = '']) => pairs);
  const values = labels.flatMap((pairs) => [...pairs.matchAll(/="([^"]*)"/g)].map(([, value = '']) => value));
  expect(values.length).toBeGreaterThan(0);
  expect(
    values.filter((value) => !/^[A-Za-z0-9_+.-]{1,40}$/.test(value) || /_[A-Za-z0-9]{16}/.test(value)),
  ).toEqual([]);
  expect(text).not.toContain(mapId);
}, 30_000);

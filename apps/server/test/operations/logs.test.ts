import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { HttpPerson } from '@jejak/testbed';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { until } from '../sync/until.ts';
import { openMap, ticketOf } from './openMap.ts';
import { SourceServer } from './SourceServer.ts';

/** Words that stand for what must not be logged; each can be told from the others. */
const canary = {
  name: 'canaryname',
  email: 'canary.email@secret.example',
  password: 'canary password of many words',
  wrongPassword: 'canary wrong password',
  workspace: 'canaryworkspace',
  title: 'canarytitle',
  card: 'canarycard',
  typed: 'canarytyped',
  literal: 'canaryliteral',
  header: 'canaryheader',
  path: 'canarypath',
  presence: 'canarypresence',
} as const;

const publicUrl = 'http://jejak.example';
let server: SourceServer;
/** Secrets the server made: they must not be logged either. */
const secrets = new Map<string, string>();

beforeAll(async () => {
  // Published beyond this machine, so that the set-up code is wanted.
  server = new SourceServer({ LOG_LEVEL: 'debug', PUBLIC_URL: publicUrl });
  await server.start();
}, 90_000);
afterAll(() => server.dispose());

async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  const all = { 'content-type': 'application/json', ...headers };
  return fetch(`${server.url}${path}`, { method: 'POST', headers: all, body, redirect: 'manual' });
}

async function setUp(): Promise<HttpPerson> {
  const owner = new HttpPerson(server.url);
  const account = { name: canary.name, email: canary.email, password: canary.password };
  const input = { ...account, locale: 'en', team: 'SALES', workspaceName: canary.workspace };
  await owner.send('/api/setup', { ...input, code: 'canarycode' });
  const code = /Set-up code[^:]*: (\S+)/.exec(server.output)?.[1] ?? '';
  secrets.set('set-up code', code);
  await owner.post('/api/setup', { ...input, code });
  secrets.set('session cookie', owner.cookie.split('=').at(-1) ?? '');
  return owner;
}

async function signIn(): Promise<void> {
  const credentials = (password: string) => JSON.stringify({ email: canary.email, password });
  await post('/api/auth/sign-in/email', credentials(canary.wrongPassword));
  const answer = await post('/api/auth/sign-in/email', credentials(canary.password));
  secrets.set(
    'second session',
    /session_token=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '',
  );
  await post('/api/auth/sign-in/email', `{"email":"${canary.email}","password":"${canary.password}`);
  await post('/api/auth/no-such-endpoint', credentials(canary.password));
}

async function invite(owner: HttpPerson, workspaceId: string): Promise<void> {
  const { createInvitation } = await owner.graphql<{ createInvitation: { url: string } }>(
    'mutation ($input: CreateInvitationInput!) { createInvitation(input: $input) { ... on CreateInvitationPayload { url } } }',
    { input: { workspaceId, role: 'EDITOR' } },
  );
  const token = new URL(createInvitation.url).pathname.split('/').at(-1) ?? '';
  secrets.set('invitation token', token);
  await fetch(`${server.url}/invite/${token}`);
  await fetch(`${server.url}/api/invitations/${token}`);
  const account = { name: canary.name, password: canary.password, locale: 'en', team: 'SALES' };
  // Once with an address that is taken, once with one that is none.
  for (const email of [canary.email, `${canary.email} <`])
    await post(`/api/invitations/${token}/sign-up`, JSON.stringify({ ...account, email }));
}

async function useGraphql(owner: HttpPerson, mapId: string): Promise<void> {
  const input = { mapId, text: { en: canary.card }, columnId: canary.literal, laneId: canary.literal };
  await owner.send('/graphql', {
    query: 'mutation ($input: AddCardInput!) { addCard(input: $input) { __typename } }',
    variables: { input },
  });
  await owner.send('/graphql', {
    query: `{ journeyMap(id: "${canary.literal}", ${canary.literal}: 1) { id } }`,
  });
  await owner.send('/graphql', {
    query: 'query ($id: ID!) { node(id: $id) { id } }',
    variables: { id: [canary.literal] },
  });
  await post('/graphql', `{"query": "${canary.literal}`, { cookie: owner.cookie, origin: publicUrl });
}

/** Frames of every kind, good and bad, each on a socket of its own. */
async function useSync(owner: HttpPerson, mapId: string): Promise<void> {
  const map = openMap(server.url.replace('http', 'ws'), owner, mapId);
  await map.flush();
  map.docs.structure.getMap('meta').set('title', canary.typed);
  await map.flush().catch(() => {});
  await map.destroy();
  const doc = new Y.Doc();
  doc.getMap(canary.typed).set(canary.typed, canary.typed);
  const update = Y.encodeStateAsUpdate(doc);
  const presence = Buffer.from(`\u0001\u0020\u0001\u0005\u0005{"typing":"${canary.presence}"}`);
  const framed = (bytes: Uint8Array) => Buffer.concat([Buffer.from([0, 2, bytes.length]), bytes]);
  for (const frame of [canary.typed, framed(update), framed(update.subarray(0, -3)), presence]) {
    const ticket = await ticketOf(owner, mapId);
    secrets.set(`ticket ${secrets.size}`, ticket);
    const socket = new WebSocket(
      `${server.url.replace('http', 'ws')}/sync/${mapId}/content?ticket=${ticket}`,
    );
    await once(socket, 'open');
    socket.send(frame);
    socket.send(canary.typed);
    await once(socket, 'close');
  }
}

/** A program signs in with a token: rightly, mistyped, in addresses, with a socket, and after it was revoked. */
async function useToken(owner: HttpPerson, mapId: string): Promise<void> {
  const { createPersonalToken } = await owner.graphql<{
    createPersonalToken: { secret: string; token: { id: string } };
  }>(
    'mutation ($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { ... on CreatePersonalTokenPayload { secret token { id } } } }',
    { input: { name: canary.name, scopes: ['maps:read'] } },
  );
  const { secret, token } = createPersonalToken;
  // Also what lists show of it is nothing for the log.
  secrets.set('token', secret.slice(0, -1)).set('prefix of the token', secret.slice(0, 10));
  const headers = { authorization: `Bearer ${secret}` };
  const query = JSON.stringify({ query: '{ viewer { email } journeyMap(id: 1) { id } }' });
  const ask = () => post('/graphql', query, headers);
  await ask();
  for (const wrong of [secret.slice(0, -1), `${secret}x`]) {
    await post('/graphql', query, { authorization: `Bearer ${wrong}` });
    await post(`/graphql?token=${wrong}`, query);
    await fetch(`${server.url}/sync/${mapId}/content?ticket=${wrong}`);
    await post('/api/tickets', JSON.stringify({ mapId }), { authorization: `Bearer ${wrong}` });
  }
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${mapId}/content`, { headers });
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await owner.graphql('mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { __typename } }', {
    input: { tokenId: token.id },
  });
  await closed;
  expect((await ask()).status).toBe(401);
}

async function lookAround(): Promise<void> {
  const headers = {
    authorization: `Bearer ${canary.header}`,
    cookie: `x=${canary.header}`,
    'x-request-id': canary.header,
    'user-agent': canary.header,
    referer: `http://${canary.header}/`,
    'x-forwarded-for': canary.header,
  };
  for (const path of [
    `/${canary.path}?token=${canary.path}`,
    `/sync/${canary.path}`,
    `/api/${canary.path}`,
    '/metrics',
  ])
    await fetch(`${server.url}${path}`, { headers });
  const answer = await fetch(`${server.url}/graphql`, { headers });
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
}

/** The database dies while people write: what it was asked for hangs on the errors. */
async function failInTheMiddle(owner: HttpPerson, workspaceId: string): Promise<void> {
  const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim().split(' ');
  const input = { workspaceId, title: canary.title, template: 'BLANK', locale: 'EN' };
  const query = 'mutation ($input: CreateMapInput!) { createMap(input: $input) { __typename } }';
  const from = server.log.length;
  const ask = () => owner.send('/graphql', { query, variables: { input } }).catch(() => null);
  const asked = Array.from({ length: 5 }, ask);
  for (const child of children) process.kill(Number(child), 'SIGKILL');
  asked.push(ask());
  await until('a failure is logged', () => server.log.slice(from).includes('"err":'));
}

it('[OPS2] [AUTH10] [T11] no surface brings content, an address or a secret into the log, whatever fails', async () => {
  const owner = await setUp();
  await signIn();
  const { workspaces } = await owner.graphql<{ workspaces: { id: string }[] }>('{ workspaces { id } }');
  const workspaceId = workspaces[0]?.id ?? '';
  const { createMap } = await owner.graphql<{ createMap: { map: { id: string } } }>(
    'mutation ($input: CreateMapInput!) { createMap(input: $input) { ... on CreateMapPayload { map { id } } } }',
    { input: { workspaceId, title: canary.title, template: 'DIGITAL', locale: 'EN' } },
  );
  await useToken(owner, createMap.map.id);
  await invite(owner, workspaceId);
  await useGraphql(owner, createMap.map.id);
  await useSync(owner, createMap.map.id);
  await lookAround();
  await failInTheMiddle(owner, workspaceId);
  expect(await server.stop()).toBe(0);

  const { log } = server;
  const lines = log.trimEnd().split('\n');
  // Every request and failure left its line, so there was something to leak into.
  const entries = lines.map((line): { requestId?: string; level: number } => JSON.parse(line));
  expect(entries.filter(({ requestId }) => requestId !== undefined).length).toBeGreaterThan(20);
  expect(entries.some(({ level }) => level >= 40)).toBe(true);
  for (const [what, secret] of secrets)
    expect({ what, long: secret.length >= 6 }).toEqual({ what, long: true });
  const wanted = [...Object.entries(canary), ...secrets, ['secret.example', 'secret.example']];
  const found = wanted.filter(([, secret]) => log.includes(String(secret)));
  expect(found.map(([what]) => what)).toEqual([]);
  expect(log.match(/canary\w*/g) ?? []).toEqual([]);
}, 120_000);

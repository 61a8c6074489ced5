import { once } from 'node:events';
import { type Role, roles } from '@jejak/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Seed, type SeededPerson } from './seed.ts';
import { cookieOf } from './startTestApi.ts';
import { startTestServer, type TestServer } from './startTestServer.ts';

const first = {
  name: 'Ayu',
  email: 'ayu@example.test',
  password: 'correct horse battery',
  locale: 'en',
  team: 'PRODUCT',
  workspaceName: 'Apotek Kita',
};

interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly extensions: Record<string, unknown> }[];
}

let server: TestServer;
let owner: string;
let workspaceId: string;
let mapId: string;

function post(path: string, body: unknown, cookie = '', node = 0): Promise<Response> {
  return fetch(`${server.nodes[node]?.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
}

async function ask(query: string, variables: object = {}, cookie = owner, node = 0): Promise<Answer> {
  const response = await post('/graphql', { query, variables }, cookie, node);
  const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
  return { data, errors };
}

/** What a mutation answered: its type, and the code of a failure. */
async function act(
  name: string,
  input: object,
  fields: string,
  cookie = owner,
): Promise<Record<string, unknown>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on ${type}Payload { ${fields} } ... on UserError { code field messageKey } } }`;
  const { data, errors } = await ask(query, { input }, cookie);
  const answer = data?.[name];
  return typeof answer === 'object' && answer !== null ? { ...answer } : { ...errors[0]?.extensions };
}

function seed(): Seed {
  const [node] = server.nodes;
  if (node === undefined) throw new Error('There is no node.');
  return new Seed(node.database.connection, node.config);
}

async function member(role: Role): Promise<SeededPerson> {
  return seed().person({ workspaceId, role });
}

interface Socket {
  readonly opened: Promise<void>;
  readonly closed: Promise<number>;
}

function socket(path: string, cookie: string, node = 0): Socket {
  const at = server.nodes[node];
  const ws = new WebSocket(`${at?.wsUrl}${path}`, {
    headers: cookie ? { cookie, origin: at?.url ?? '' } : {},
  });
  ws.on('error', () => {});
  return {
    // The first frame comes once the socket is registered: from then on it can be cut off.
    opened: once(ws, 'message').then(() => {}),
    closed: once(ws, 'close').then(([code]) => Number(code)),
  };
}

beforeAll(async () => {
  server = await startTestServer({ nodes: 2 });
  const response = await post('/api/setup', first);
  expect(response.status).toBe(201);
  owner = cookieOf(response);
  ({ workspaceId, mapId } = (await response.json()) as { workspaceId: string; mapId: string });
});
afterAll(() => server.close());

test('[SETUP1] after set-up the first person has a workspace with the sample map in it', async () => {
  const { data } = await ask(
    `query ($id: ID!) {
      viewer { name email locale workspaces { id name role team viewerCan members { nodes { email role } } } }
      journeyMap(id: $id) { title { en id } stages { steps { id } } }
    }`,
    { id: mapId },
  );
  expect(data?.viewer).toMatchObject({
    name: 'Ayu',
    locale: 'EN',
    workspaces: [
      {
        id: workspaceId,
        name: 'Apotek Kita',
        role: 'OWNER',
        team: 'PRODUCT',
        members: { nodes: [{ email: 'ayu@example.test', role: 'OWNER' }] },
      },
    ],
  });
  expect(data?.journeyMap).toMatchObject({ title: { en: 'Order medicine online' } });
});

test('[ACCESS2] nobody is told nothing, and may ask who they are', async () => {
  expect((await ask('{ viewer { id } }', {}, '')).data).toEqual({ viewer: null });
  const { errors } = await ask('{ workspaces { id } }', {}, '');
  expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('[INVITE6] a link made through GraphQL brings somebody in', async () => {
  const created = await act(
    'createInvitation',
    { workspaceId, role: 'EDITOR', usesMax: 1 },
    'url invitation { id role uses usesMax }',
  );
  expect(created).toMatchObject({ invitation: { role: 'EDITOR', uses: 0, usesMax: 1 } });
  const token = String(created.url).split('/').at(-1) ?? '';
  const response = await post(
    `/api/invitations/${token}/sign-up`,
    { ...first, email: 'budi@example.test' },
    '',
    1,
  );
  expect(response.status).toBe(201);
  const budi = cookieOf(response);
  const { data } = await ask('{ workspaces { id role viewerCan } }', {}, budi, 1);
  expect(data?.workspaces).toMatchObject([{ id: workspaceId, role: 'EDITOR' }]);
  expect((await post('/api/invitations/absent/sign-up', first)).status).toBe(404);
});

test('[ACCESS4] [T12] every mutation about members and links answers each role as the table says', async () => {
  const other = await seed().team();
  const target = await member('viewer');
  const people: Record<string, string> = { stranger: other.owner.cookie, nobody: '' };
  for (const role of roles) people[role] = (await member(role)).cookie;
  const table: Record<string, string> = {};
  for (const [who, cookie] of Object.entries(people)) {
    const answers = await Promise.all([
      act('createInvitation', { workspaceId, role: 'VIEWER' }, 'url', cookie),
      act('revokeInvitation', { workspaceId, invitationId: 'inv_absent' }, 'invitationId', cookie),
      act('setMemberRole', { workspaceId, userId: target.userId, role: 'VIEWER' }, 'role', cookie),
      act('removeMember', { workspaceId, userId: 'usr_absent' }, 'userId', cookie),
    ]);
    table[who] = answers.map((answer) => String(answer.code ?? 'done')).join(' ');
  }
  expect(table).toEqual({
    owner: 'done NOT_FOUND done NOT_FOUND',
    admin: 'done NOT_FOUND done NOT_FOUND',
    editor: 'FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN',
    commenter: 'FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN',
    viewer: 'FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN',
    stranger: 'NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND',
    nobody: 'UNAUTHENTICATED UNAUTHENTICATED UNAUTHENTICATED UNAUTHENTICATED',
  });
  const { data } = await ask(
    'query ($id: ID!) { workspace(id: $id) { id } }',
    { id: workspaceId },
    people.stranger,
  );
  expect(data).toEqual({ workspace: null });
});

test('[WORK3] the last owner is told so, with the field at fault', async () => {
  const person = await seed().person();
  const made = await act(
    'createWorkspace',
    { name: 'Klinik', team: 'SERVICE' },
    'workspace { id role }',
    person.cookie,
  );
  expect(made).toMatchObject({ workspace: { role: 'OWNER' } });
  const { id } = made.workspace as { id: string };
  const input = { workspaceId: id, userId: person.userId, role: 'VIEWER' };
  expect(await act('setMemberRole', input, 'role', person.cookie)).toMatchObject({
    __typename: 'LastOwnerError',
    code: 'LAST_OWNER',
    field: 'role',
    messageKey: 'errors.lastOwner',
  });
});

test('[WORK6] language and team are one’s own to choose', async () => {
  const person = await member('viewer');
  expect(await act('setViewerLocale', { locale: 'ID' }, 'locale', person.cookie)).toMatchObject({
    locale: 'ID',
  });
  const team = await act('setViewerTeam', { workspaceId, team: 'SALES' }, 'team', person.cookie);
  expect(team).toMatchObject({ team: 'SALES' });
  const { data } = await ask('{ viewer { locale workspaces { team } } }', {}, person.cookie);
  expect(data?.viewer).toEqual({ locale: 'ID', workspaces: [{ team: 'SALES' }] });
});

test('[AUTH9] a program opens a socket with a ticket, once', async () => {
  const response = await post('/api/tickets', { mapId }, owner);
  expect(response.status).toBe(201);
  const { ticket } = (await response.json()) as { ticket: string };
  const path = `/sync/${mapId}/content?ticket=${ticket}`;
  const used = socket(path, '', 1);
  await used.opened;
  expect(await socket(path, '').closed).toBe(4401);
});

test('[AUTH4] [T13] signing out on one node closes sockets on the other', async () => {
  const person = await member('editor');
  const open = socket(`/sync/${mapId}/content`, person.cookie, 1);
  await open.opened;
  expect((await post('/api/auth/sign-out', {}, person.cookie, 0)).status).toBe(200);
  expect(await open.closed).toBe(4401);
  expect(await socket(`/sync/${mapId}/content`, person.cookie, 1).closed).toBe(4401);
});

test('[WORK5] [T13] a changed role and a removal on one node are felt on the other', async () => {
  const person = await member('editor');
  const open = socket(`/sync/${mapId}/content`, person.cookie, 1);
  await open.opened;
  await act('setMemberRole', { workspaceId, userId: person.userId, role: 'VIEWER' }, 'role');
  expect(await open.closed).toBe(4500);
  const reading = socket(`/sync/${mapId}/content`, person.cookie, 1);
  await reading.opened;
  await act('removeMember', { workspaceId, userId: person.userId }, 'userId');
  expect(await reading.closed).toBe(4403);
  expect(await socket(`/sync/${mapId}/content`, person.cookie, 1).closed).toBe(4404);
});

test('[AUTH13] a change that no message told of is found all the same', async () => {
  const person = await member('editor');
  const open = socket(`/sync/${mapId}/content`, person.cookie);
  await open.opened;
  await server.database.connection
    .collection('member')
    .updateOne({ userId: person.userId }, { $set: { role: 'viewer' } });
  expect(await open.closed).toBe(4500);
});

test('[AUTH1] public sign-up is closed at the front door too', async () => {
  expect((await post('/api/auth/sign-up/email', { ...first, email: 'x@example.test' })).status).toBe(404);
  const again = await post('/api/setup', { ...first, email: 'x@example.test' });
  expect([again.status, await again.json()]).toMatchObject([409, { code: 'SETUP_DONE' }]);
});

test('[AUTH6] [T14] a header that a client writes itself does not get it more tries', async () => {
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${attempt}` },
      body: JSON.stringify({ email: `nobody-${attempt}@example.test`, password: 'wrong password' }),
    });
    statuses.push(response.status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
});

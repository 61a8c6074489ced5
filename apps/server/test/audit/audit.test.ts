import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditEntry, firstPreviousHash } from '../../src/modules/audit/AuditEntry.ts';
import { MongoAuditLog } from '../../src/modules/audit/MongoAuditLog.ts';
import { verifyAudit } from '../../src/modules/audit/verifyAudit.ts';
import { Seed, type SeededPerson } from '../seed.ts';
import { cookieOf } from '../startTestApi.ts';
import { startTestServer, type TestServer } from '../startTestServer.ts';

let server: TestServer;
let seed: Seed;
let team: Awaited<ReturnType<Seed['team']>>;
let audit: MongoAuditLog;

beforeAll(async () => {
  server = await startTestServer();
  const [node] = server.nodes;
  if (node === undefined) throw new Error('A server without a node');
  const { connection } = server.database;
  seed = new Seed(connection, node.config);
  team = await seed.team();
  audit = new MongoAuditLog(connection, () => new Date());
});
afterAll(() => server.close());

interface Told {
  readonly sequence: number;
  readonly act: string;
  readonly refusedAs: string | null;
  readonly targetId: string | null;
  readonly actor: { readonly kind: string; readonly userId: string; readonly name: string | null } | null;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

const logQuery = `query($id:ID!,$first:Int,$after:String,$filter:AuditFilterInput){workspace(id:$id){
  auditLog(first:$first,after:$after,filter:$filter){
    nodes{sequence act refusedAs targetId actor{kind userId name} facts{name value}}
    pageInfo{hasNextPage endCursor}}}}`;

async function ask(query: string, variables: Record<string, unknown>, as: SeededPerson) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: as.cookie },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    data?: Record<string, unknown> | null;
    errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
}

async function logOf(as: SeededPerson, variables: Record<string, unknown> = {}) {
  const { data, errors } = await ask(logQuery, { id: team.workspaceId, ...variables }, as);
  const workspace = data?.workspace as {
    auditLog: { nodes: Told[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  } | null;
  if (workspace == null) throw new Error(JSON.stringify(errors));
  return workspace.auditLog;
}

const setRole = (userId: string, role: string, as: SeededPerson) =>
  ask(
    'mutation($input:SetMemberRoleInput!){setMemberRole(input:$input){__typename}}',
    { input: { workspaceId: team.workspaceId, userId, role } },
    as,
  );

describe('the audit log', () => {
  it('[AUDIT1] [AUDIT2] what is done and what is refused is written down before it is answered', async () => {
    await setRole(team.viewer.userId, 'COMMENTER', team.owner);
    await setRole(team.owner.userId, 'VIEWER', team.editor);
    const { nodes } = await logOf(team.owner, { first: 2 });
    expect(nodes).toMatchObject([
      { act: 'setMemberRole', refusedAs: 'FORBIDDEN', actor: { userId: team.editor.userId } },
      {
        act: 'setMemberRole',
        refusedAs: null,
        targetId: team.viewer.userId,
        actor: { kind: 'USER', userId: team.owner.userId, name: team.owner.name },
      },
    ]);
    expect(nodes[1]?.facts).toContainEqual({ name: 'role', value: 'commenter' });
  });

  it('[AUDIT3] nothing that somebody wrote is in it', async () => {
    const title = 'A title nobody else may read';
    await ask(
      'mutation($input:CreateMapInput!){createMap(input:$input){__typename}}',
      { input: { workspaceId: team.workspaceId, title, template: 'DIGITAL' } },
      team.editor,
    );
    const { nodes } = await logOf(team.owner, { first: 1 });
    expect(nodes).toMatchObject([{ act: 'createMap', targetId: expect.any(String) }]);
    const raw = await server.database.connection.collection('auditLog').find().toArray();
    expect(JSON.stringify(raw)).not.toContain(title);
  });

  it('[AUDIT4] who has no part in a workspace writes nothing into its log', async () => {
    const stranger = await seed.person();
    const before = await logOf(team.owner, { first: 1 });
    await setRole(team.viewer.userId, 'OWNER', stranger);
    expect(await logOf(team.owner, { first: 1 })).toEqual(before);
    const [last] = await audit.newest(null, { userId: stranger.userId }, null, 1);
    expect(last).toMatchObject({ act: 'setMemberRole', refusedAs: 'NOT_FOUND', workspaceId: null });
  });

  it('[AUDIT5] sign-ins that fail are in the log of the installation, without what was typed', async () => {
    const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody-here@example.org', password: 'typed-by-mistake' }),
    });
    expect(response.status).toBe(401);
    const [last] = await audit.newest(null, { acts: ['signIn'] }, null, 1);
    expect(last).toMatchObject({ actor: null, refusedAs: 'UNAUTHENTICATED' });
    expect(JSON.stringify(last)).not.toMatch(/nobody-here|typed-by/);
  });

  it('[AUDIT5] who comes in by invitation is in the log of the workspace; signing in and out is not', async () => {
    const { data } = await ask(
      'mutation($input:CreateInvitationInput!){createInvitation(input:$input){...on CreateInvitationPayload{url}}}',
      { input: { workspaceId: team.workspaceId, role: 'EDITOR' } },
      team.owner,
    );
    const { url: link = '' } = (data?.createInvitation ?? {}) as { url?: string };
    const [email, password] = ['dewi@example.org', 'a long enough password'];
    const post = (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const account = { name: 'Dewi', email, password, locale: 'en', team: 'SALES' };
    const joined = await post(`/api/invitations/${link.split('/').at(-1)}/sign-up`, account);
    expect(joined.status).toBe(201);
    const [arrival, made] = (await logOf(team.owner, { first: 2 })).nodes;
    expect(arrival).toMatchObject({ act: 'signUp', refusedAs: null, actor: { name: 'Dewi' } });
    expect(made).toMatchObject({ act: 'createInvitation', actor: { name: team.owner.name } });

    const userId = arrival?.actor?.userId ?? '';
    const ofDewi = async () =>
      (await audit.newest(null, { userId }, null, 9)).map(({ act, refusedAs }) => [act, refusedAs]);
    const signedIn = await post('/api/auth/sign-in/email', { email, password });
    expect(await ofDewi()).toEqual([['signIn', null]]);
    const signedOut = await post('/api/auth/sign-out', {}, { cookie: cookieOf(signedIn) });
    expect(signedOut.status).toBe(200);
    expect(await ofDewi()).toEqual([
      ['signOut', null],
      ['signIn', null],
    ]);
    const stored = await server.database.connection.collection('auditLog').find().toArray();
    expect(JSON.stringify(stored)).not.toContain(email);
    expect((await logOf(team.owner, { first: 1 })).nodes[0]?.act).toBe('signUp');
  });

  it('[AUDIT6] only those who manage the workspace read it, in pages, by filter, and as a file', async () => {
    for (const [as, code] of [
      [team.editor, 'FORBIDDEN'],
      [team.viewer, 'FORBIDDEN'],
    ] as const) {
      const { errors } = await ask(logQuery, { id: team.workspaceId }, as);
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
    const whole = await logOf(team.owner, { first: 100 });
    const first = await logOf(team.owner, { first: 2 });
    const rest = await logOf(team.owner, { first: 98, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes]).toEqual(whole.nodes);
    const refused = await logOf(team.owner, { filter: { isRefused: true, acts: ['setMemberRole'] } });
    expect(refused.nodes.map(({ refusedAs }) => refusedAs)).toEqual(['FORBIDDEN']);

    const file = (as: SeededPerson, format: string) =>
      fetch(`${server.url}/api/workspaces/${team.workspaceId}/audit?format=${format}`, {
        headers: { cookie: as.cookie },
      });
    expect((await file(team.editor, 'csv')).status).toBe(403);
    whole.nodes.unshift(...(await logOf(team.owner, { first: 1 })).nodes);
    expect((await file(await seed.person(), 'csv')).status).toBe(404);
    const csv = await (await file(team.owner, 'csv')).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(whole.nodes.length + 2);
    const lines = (await (await file(team.owner, 'jsonl')).text()).trimEnd().split('\n');
    const entries = lines.map((line): AuditEntry => {
      const entry = JSON.parse(line) as AuditEntry;
      return { ...entry, at: new Date(entry.at) };
    });
    expect(await verifyAudit(inOrder(entries))).toMatchObject({ intact: entries.length, brokenAt: null });
    expect((await file(team.owner, 'xml')).status).toBe(400);

    const at = entries[2]?.at.toISOString();
    const between = await logOf(team.owner, { filter: { earliestAt: at, latestAt: at } });
    expect(between.nodes.map(({ sequence }) => sequence)).toContain(3);
    expect(between.nodes.length).toBeLessThan(entries.length);
    const part = await fetch(
      `${server.url}/api/workspaces/${team.workspaceId}/audit?format=jsonl&from=${at}&until=${at}`,
      { headers: { cookie: team.owner.cookie } },
    );
    expect((await part.text()).trimEnd().split('\n')).toHaveLength(between.nodes.length);
  });

  it('[AUDIT12] who takes the log along is in it, and who tried to', async () => {
    const file = (as: SeededPerson, query: string) =>
      fetch(`${server.url}/api/workspaces/${team.workspaceId}/audit?${query}`, {
        headers: { cookie: as.cookie },
      });
    const text = await (await file(team.owner, 'format=jsonl&from=2020-01-01T00:00:00Z')).text();
    const [last] = (await logOf(team.owner, { first: 1 })).nodes;
    expect(last).toMatchObject({ act: 'exportAudit', refusedAs: null, actor: { userId: team.owner.userId } });
    expect(last?.facts).toContainEqual({ name: 'format', value: 'jsonl' });
    expect(text.trimEnd().split('\n').at(-1)).toContain('exportAudit');
    await (await file(team.viewer, 'format=csv')).text();
    expect((await logOf(team.owner, { first: 1 })).nodes).toMatchObject([
      { act: 'exportAudit', refusedAs: 'FORBIDDEN', actor: { userId: team.viewer.userId } },
    ]);
    const stranger = await seed.person();
    await (await file(stranger, 'format=csv')).text();
    const [turnedAway] = await audit.newest(null, { userId: stranger.userId }, null, 1);
    expect(turnedAway).toMatchObject({ act: 'exportAudit', refusedAs: 'NOT_FOUND' });
  });

  it('[AUDIT11] who is turned away at set-up or with a link is in the log of the installation', async () => {
    const post = (path: string, body: object, cookie = '') =>
      fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      });
    const account = { name: 'Ani', email: 'ani@example.org', password: 'correct horse battery' };
    await post('/api/setup', { ...account, locale: 'en', team: 'SALES', workspaceName: 'Mine' });
    await post('/api/invitations/made-up/sign-up', { ...account, locale: 'en', team: 'SALES' });
    await post('/api/invitations/made-up/accept', {}, team.viewer.cookie);
    const told = await audit.newest(null, { refused: true }, null, 3);
    expect(told).toMatchObject([
      {
        act: 'joinWorkspace',
        refusedAs: 'INVITATION_NOT_FOUND',
        actor: { userId: team.viewer.userId },
        facts: { address: '127.0.0.1' },
      },
      { act: 'signUp', refusedAs: 'INVITATION_NOT_FOUND', actor: null },
      { act: 'setUp', refusedAs: 'SETUP_DONE', actor: null },
    ]);
  });

  it('[AUDIT7] writers at once keep one chain without a hole', async () => {
    const { connection } = server.database;
    const nodes = [new MongoAuditLog(connection, () => new Date()), audit];
    const workspaceId = 'wsp_chain';
    const act = { workspaceId, actor: null, act: 'test', refusedAs: null, targetId: null, facts: {} };
    await Promise.all(
      Array.from({ length: 60 }, (_, at) => nodes[at % 2]?.append({ ...act, facts: { at } })),
    );
    expect(await verifyAudit(audit.oldestFirst(workspaceId))).toMatchObject({ intact: 60, brokenAt: null });
    const facts: unknown[] = [];
    for await (const entry of audit.oldestFirst(workspaceId)) facts.push(entry.facts.at);
    expect(new Set(facts).size).toBe(60);
  });

  it('[AUDIT9] a call that is repeated is one entry, whoever asked first died before it was written or not', async () => {
    const input = { workspaceId: team.workspaceId, userId: team.viewer.userId, role: 'VIEWER' };
    const call = (clientMutationId: string) =>
      ask(
        'mutation($input:SetMemberRoleInput!){setMemberRole(input:$input){__typename}}',
        { input: { ...input, clientMutationId } },
        team.owner,
      );
    const countOf = async () => audit.count(team.workspaceId, { acts: ['setMemberRole'], refused: false });
    const before = await countOf();
    await Promise.all(['once', 'once', 'once'].map(call));
    await call('once');
    expect(await countOf()).toBe(before + 1);
    await call('another');
    expect(await countOf()).toBe(before + 2);
    // The node that did it died before it wrote it down: whoever repeats the call has it written.
    const { connection } = server.database;
    const chain = { chain: team.workspaceId };
    const [last] = await connection.collection('auditLog').find(chain).sort({ n: -1 }).limit(1).toArray();
    if (last === undefined) throw new Error('nothing was written down');
    await connection.collection('auditLog').deleteOne({ _id: last._id });
    await call('another');
    await call('another');
    expect(await countOf()).toBe(before + 2);
    expect(await verifyAudit(audit.oldestFirst(team.workspaceId))).toMatchObject({ brokenAt: null });
  });

  it('[AUDIT10] code of the server that would change or remove an entry fails', async () => {
    const model = server.database.connection.model('AuditEntry');
    const before = await audit.newest(team.workspaceId, {}, null, 100);
    const all = { chain: team.workspaceId };
    const tries = [
      () => model.updateOne(all, { $set: { act: 'forged' } }),
      () => model.updateMany(all, { $set: { act: 'forged' } }),
      () => model.replaceOne(all, { act: 'forged' }),
      () => model.findOneAndUpdate(all, { $set: { act: 'forged' } }),
      () => model.findOneAndReplace(all, { act: 'forged' }),
      () => model.findOneAndDelete(all),
      () => model.deleteOne(all),
      () => model.deleteMany(all),
    ];
    for (const attempt of tries) await expect(attempt().exec()).rejects.toThrow('only ever inserted');
    expect(await audit.newest(team.workspaceId, {}, null, 100)).toEqual(before);
  });

  it('[AUDIT8] a change, a hole and a swap are found where they are', async () => {
    const workspaceId = 'wsp_forged';
    const act = { workspaceId, actor: null, act: 'test', refusedAs: null, targetId: null };
    for (const at of [1, 2, 3, 4]) await audit.append({ ...act, facts: { at } });
    const entries: AuditEntry[] = [];
    for await (const entry of audit.oldestFirst(workspaceId)) entries.push(entry);
    const [one, two, three, four] = entries;
    if (!one || !two || !three || !four) throw new Error('Four entries were written');
    expect(one.previousHash).toBe(firstPreviousHash);
    const brokenAt = async (list: readonly AuditEntry[]) => (await verifyAudit(inOrder(list))).brokenAt;
    expect(await brokenAt(entries)).toBe(null);
    expect(await brokenAt([one, { ...two, facts: { at: 9 } }, three, four])).toBe(2);
    expect(await brokenAt([one, two, { ...three, at: new Date(0) }, four])).toBe(3);
    expect(await brokenAt([one, three, four])).toBe(2);
    expect(await brokenAt([one, three, two, four])).toBe(2);
    expect(await brokenAt([two, three])).toBe(1);
    const verdict = async (knownHash?: string) => {
      const { data } = await ask(
        `query($id:ID!,$knownHash:String){workspace(id:$id){
          auditVerdict(knownHash:$knownHash){intactCount headHash brokenSequence knownSequence}}}`,
        { id: team.workspaceId, knownHash },
        team.owner,
      );
      const { workspace } = data as {
        workspace: { auditVerdict: { headHash: string; intactCount: number } };
      };
      return workspace.auditVerdict;
    };
    const now = await verdict();
    expect(now).toMatchObject({ brokenSequence: null, knownSequence: null });
    expect(await verdict(now.headHash)).toMatchObject({ knownSequence: now.intactCount });
    expect(await verdict('0'.repeat(64))).toMatchObject({ brokenSequence: null, knownSequence: null });
  });
});

async function* inOrder(entries: readonly AuditEntry[]): AsyncIterable<AuditEntry> {
  yield* entries;
}

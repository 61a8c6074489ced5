import { tokenLimits } from '@jejak/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorRef } from '../../src/auth/actorRefOf.ts';
import { tokenModel } from '../../src/auth/TokenRecord.ts';
import type { SeededPerson } from '../seed.ts';
import { TokenBed } from './TokenBed.ts';

const dayMs = 86_400_000;

describe('tokens', () => {
  let bed: TokenBed;

  beforeAll(async () => {
    bed = await TokenBed.start();
  }, 60_000);
  afterAll(() => bed.server.close());

  const readMap = async (secret: string, id: string) => {
    const query = 'query ($id: ID!) { journeyMap(id: $id) { id title { en } } }';
    const { data, errors } = await bed.ask(query, { id }, secret);
    return data?.journeyMap ?? errors[0]?.extensions.code;
  };
  const rename = (secret: string, mapId: string, text = 'By a program') =>
    bed.act('setMapTitle', { mapId, locale: 'EN', text }, 'mapVersion', secret);
  const listed = async (as: SeededPerson) => {
    const fields = 'id name prefix scopes role workspaceId mapIds createdById createdAt expiresAt lastUsedAt';
    const { data } = await bed.ask(`{ viewer { tokens { nodes { ${fields} } } } }`, {}, as);
    return (data as { viewer: { tokens: { nodes: Record<string, unknown>[] } } }).viewer.tokens.nodes;
  };

  it('[TOKEN3] a program reads and writes a map by its token; the token is listed without its secret', async () => {
    const made = await bed.personal({ name: ' Importer ', scopes: ['maps:write'] });
    expect(await readMap(made.secret, bed.map())).toMatchObject({ id: bed.map() });
    expect(await rename(made.secret, bed.map())).toEqual({ mapVersion: expect.any(String) });
    const token = (await listed(bed.team.owner)).find(({ id }) => id === made.id);
    expect(token).toEqual({
      id: made.id,
      name: 'Importer',
      prefix: made.secret.slice(0, 10),
      scopes: ['maps:write'],
      role: null,
      workspaceId: null,
      mapIds: null,
      createdById: bed.team.owner.userId,
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
      lastUsedAt: expect.any(String),
    });
    expect(JSON.stringify(token)).not.toContain(made.secret.slice(10));
    const lifeMs = Date.parse(String(token?.expiresAt)) - Date.parse(String(token?.createdAt));
    expect(lifeMs).toBe(tokenLimits.daysDefault * dayMs);
  });

  it('[TOKEN12] what a program does is kept as its own, with the token', async () => {
    const mapId = await bed.newMap('Whose');
    const [made, robot] = [await bed.personal(), await bed.ofWorkspace()];
    for (const { id, secret } of [made, robot]) await rename(secret, mapId, id);
    const log = bed.server.database.connection.collection('mapLog');
    const entries = await log
      .find({ docId: `${mapId}/structure` })
      .sort({ seq: 1 })
      .toArray();
    expect(entries.slice(-2).map(({ by }) => by)).toEqual([
      [`1 API ${bed.team.owner.userId} ${made.id}`],
      [`1 API ${robot.id} ${robot.id}`],
    ]);
    expect(actorRef('usr_a', null)).toEqual({ kind: 'USER', userId: 'usr_a', tokenId: null });
  });

  it('[TOKEN7] [ST3.13] what a missing scope is called is told by mutations, queries and subscriptions', async () => {
    const { secret } = await bed.personal({ scopes: ['events:read'] });
    expect(await rename(secret, bed.map())).toEqual({
      code: 'FORBIDDEN',
      messageKey: 'errors.tokenLacksScope',
      field: null,
      scope: 'maps:write',
    });
    const read = await bed.ask('query ($id: ID!) { journeyMap(id: $id) { id } }', { id: bed.map() }, secret);
    expect(read.errors[0]).toMatchObject({
      message: 'This token lacks a scope for that. Make one that has it. (maps:read)',
      extensions: { code: 'FORBIDDEN', scope: 'maps:read', messageKey: 'errors.tokenLacksScope' },
    });
    const reader = await bed.personal({ scopes: ['maps:read'] });
    const { heard, close } = await bed.follow(bed.map(), reader.secret);
    await close();
    expect(JSON.stringify(heard)).toContain('"scope":"events:read"');
  });

  it('[TOKEN4] a role that does not allow it is no matter of scopes', async () => {
    const { secret } = await bed.personal({ scopes: ['maps:write'] }, bed.team.viewer);
    expect(await rename(secret, bed.map())).toMatchObject({ code: 'FORBIDDEN', scope: null });
    expect(await readMap(secret, bed.map())).toMatchObject({ id: bed.map() });
  });

  it('[TOKEN4] a token may at each moment what its person may then', async () => {
    const person = await bed.seed.person({ workspaceId: bed.team.workspaceId, role: 'editor' });
    const { secret } = await bed.personal({}, person);
    expect(await rename(secret, bed.map())).toHaveProperty('mapVersion');
    const input = { workspaceId: bed.team.workspaceId, userId: person.userId };
    await bed.act('setMemberRole', { ...input, role: 'VIEWER' }, 'userId', bed.team.owner);
    expect(await rename(secret, bed.map())).toMatchObject({ code: 'FORBIDDEN', scope: null });
    await bed.act('removeMember', input, 'userId', bed.team.owner);
    expect(await rename(secret, bed.map())).toMatchObject({ code: 'NOT_FOUND' });
    expect((await bed.ask('{ workspaces { id } }', {}, secret)).data).toEqual({ workspaces: [] });
  });

  it('[TOKEN4] [ST3.4] beyond its maps there is nothing: other maps answer like absent ones, everywhere', async () => {
    const { secret } = await bed.personal({ mapIds: [bed.map(0)] });
    const [own, other, absent] = [bed.map(0), bed.map(1), 'map_absent'];
    expect(await readMap(secret, own)).toMatchObject({ id: own });
    for (const mapId of [other, absent]) {
      expect(await readMap(secret, mapId)).toBe('NOT_FOUND');
      expect(await rename(secret, mapId)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await bed.act('deleteMap', { mapId }, 'deletedId', secret)).toMatchObject({ code: 'NOT_FOUND' });
      expect(
        (await bed.ask('query ($id: ID!) { node(id: $id) { id } }', { id: mapId }, secret)).data,
      ).toEqual({
        node: null,
      });
    }
    const { data } = await bed.ask(
      `{ workspaces { id name viewerCan maps { totalCount nodes { id viewerCan { editContent delete } } } } }`,
      {},
      secret,
    );
    expect(data?.workspaces).toEqual([
      {
        id: bed.team.workspaceId,
        name: 'Apotek Kita',
        viewerCan: ['workspace:read', 'map:list'],
        maps: { totalCount: 1, nodes: [{ id: own, viewerCan: { editContent: true, delete: true } }] },
      },
    ]);
    const input = { workspaceId: bed.team.workspaceId, title: 'x', template: 'BLANK' };
    expect(await bed.act('createMap', input, 'map { id }', secret)).toMatchObject({
      code: 'FORBIDDEN',
      messageKey: 'errors.tokenForSomeMaps',
    });
  });

  it('[TOKEN4] beyond its workspace there is nothing either', async () => {
    const { owner } = bed.team;
    const theirs = await bed.seed.workspace('Klinik');
    await bed.seed.member(theirs, owner.userId, 'owner');
    await bed.ask('{ viewer { id } }', {}, owner);
    // What the node remembers of the owner may be 5 s old.
    const fresh = { ...owner, ...(await bed.seed.session(owner.userId)) };
    const foreign = await bed.newMap('Theirs', theirs, fresh);
    const { secret } = await bed.personal({ workspaceId: bed.team.workspaceId }, fresh);
    expect(await readMap(secret, foreign)).toBe('NOT_FOUND');
    expect(await readMap(secret, bed.map())).toMatchObject({ id: bed.map() });
    const { data } = await bed.ask(
      'query ($id: ID!) { workspaces { id } workspace(id: $id) { id } }',
      { id: theirs },
      secret,
    );
    expect(data).toEqual({ workspaces: [{ id: bed.team.workspaceId }], workspace: null });
    const linked = { mapId: bed.map(), currentStateMapId: foreign };
    expect(await bed.act('setCurrentStateMap', linked, 'mapVersion', secret)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('[TOKEN3] what belongs to the account is read with its scope alone', async () => {
    const [without, withIt] = [
      await bed.personal({ scopes: ['maps:read'] }),
      await bed.personal({ scopes: ['account:read'] }),
    ];
    const { userId: id, email } = bed.team.owner;
    expect((await bed.ask('{ viewer { id } }', {}, without.secret)).data).toEqual({ viewer: { id } });
    const refused = await bed.ask('{ viewer { email } }', {}, without.secret);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', scope: 'account:read' });
    expect((await bed.ask('{ viewer { email } }', {}, withIt.secret)).data).toEqual({ viewer: { email } });
    const { data } = await bed.ask('{ viewerToken { id scopes } }', {}, withIt.secret);
    expect(data).toEqual({ viewerToken: { id: withIt.id, scopes: ['account:read'] } });
    expect((await bed.ask('{ viewerToken { id } }', {}, bed.team.owner)).data).toEqual({ viewerToken: null });
  });

  it('[TOKEN3] a token of a workspace is a role in it, and goes on when its maker leaves', async () => {
    const maker = await bed.seed.person({ workspaceId: bed.team.workspaceId, role: 'admin' });
    const { id, secret } = await bed.ofWorkspace({ role: 'EDITOR' }, maker);
    await bed.act(
      'removeMember',
      { workspaceId: bed.team.workspaceId, userId: maker.userId },
      'userId',
      bed.team.owner,
    );
    expect(await rename(secret, bed.map())).toHaveProperty('mapVersion');
    expect((await bed.ask('{ viewer { id } }', {}, secret)).data).toEqual({ viewer: null });
    const mine = '{ workspaces { id role tokens { nodes { id } } } }';
    const seen = await bed.ask(mine, {}, bed.team.admin);
    expect(seen.data?.workspaces).toEqual([
      expect.objectContaining({ tokens: { nodes: expect.arrayContaining([{ id }]) } }),
    ]);
    const refused = await bed.ask(mine, {}, bed.team.editor);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const reader = await bed.ofWorkspace({ role: 'VIEWER' });
    expect(await rename(reader.secret, bed.map())).toMatchObject({ code: 'FORBIDDEN', scope: null });
  });

  it('[TOKEN3] members are managed by a token with the scope, owners never', async () => {
    const { workspaceId, owner, viewer } = bed.team;
    const person = await bed.seed.person({ workspaceId, role: 'viewer' });
    const tokens = [
      await bed.ofWorkspace({ role: 'ADMIN', scopes: ['members:write'] }),
      await bed.personal({ scopes: ['members:write'] }, owner),
    ];
    for (const { secret } of tokens) {
      const set = (userId: string, role: string) =>
        bed.act('setMemberRole', { workspaceId, userId, role }, 'role', secret);
      expect(await set(person.userId, 'COMMENTER')).toEqual({ role: 'COMMENTER' });
      expect(await set(person.userId, 'OWNER')).toMatchObject({ code: 'FORBIDDEN', field: 'role' });
      expect(await set(owner.userId, 'VIEWER')).toMatchObject({ code: 'FORBIDDEN', field: 'role' });
      const removed = await bed.act('removeMember', { workspaceId, userId: owner.userId }, 'userId', secret);
      expect(removed).toMatchObject({ code: 'FORBIDDEN' });
    }
    const editor = await bed.ofWorkspace({ role: 'EDITOR', scopes: ['members:write'] });
    const by = { workspaceId, userId: viewer.userId, role: 'EDITOR' };
    expect(await bed.act('setMemberRole', by, 'role', editor.secret)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('[TOKEN11] what people alone do is done by no token, whatever its scopes', async () => {
    const { workspaceId, owner } = bed.team;
    const scopes = ['maps:write', 'events:read', 'members:write', 'account:read'];
    const { id, secret } = await bed.personal({ scopes });
    const acts: [string, object, string][] = [
      ['createPersonalToken', { name: 'x', scopes: ['maps:read'] }, 'secret'],
      ['createWorkspaceToken', { workspaceId, name: 'x', role: 'VIEWER', scopes: ['maps:read'] }, 'secret'],
      ['revokeToken', { tokenId: id }, 'tokenId'],
      ['renameToken', { tokenId: id, name: 'x' }, 'token { id }'],
      ['createInvitation', { workspaceId, role: 'VIEWER' }, 'url'],
      ['revokeInvitation', { workspaceId, invitationId: 'inv_x' }, 'invitationId'],
      ['createWorkspace', { name: 'x', team: 'SALES' }, 'workspace { id }'],
      ['removeMember', { workspaceId, userId: owner.userId }, 'userId'],
      ['setViewerTeam', { workspaceId, team: 'SALES' }, 'team'],
      ['setViewerLocale', { locale: 'ID' }, 'locale'],
    ];
    for (const [name, input, fields] of acts) {
      const told = await bed.act(name, input, fields, secret);
      expect([name, told.code, told.messageKey]).toEqual([name, 'FORBIDDEN', 'errors.notByToken']);
    }
    for (const query of [
      '{ viewer { tokens { totalCount } } }',
      '{ workspaces { tokens { totalCount } } }',
      '{ workspaces { invitations { totalCount } } }',
    ]) {
      const { errors } = await bed.ask(query, {}, secret);
      expect([query, errors[0]?.extensions.messageKey]).toEqual([query, 'errors.notByToken']);
    }
    const invited = await bed.act('createInvitation', { workspaceId, role: 'VIEWER' }, 'url', owner);
    const link = new URL(String(invited.url)).pathname.split('/').at(-1);
    const accept = await fetch(`${bed.server.url}/api/invitations/${link}/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: '{}',
    });
    expect([accept.status, await accept.json()]).toMatchObject([403, { messageKey: 'errors.notByToken' }]);
  });

  it('[TOKEN5] [ST3.13] expired, revoked, mistyped and made-up tokens are UNAUTHENTICATED, with 401', async () => {
    const [expired, revoked] = [await bed.personal(), await bed.personal()];
    const past = new Date(Date.now() - 1_000);
    await tokenModel(bed.server.database.connection).updateOne(
      { _id: expired.id },
      { $set: { expiresAt: past } },
    );
    expect(await bed.revoke(revoked)).toEqual({ tokenId: revoked.id });
    for (const secret of [expired.secret, revoked.secret, `${revoked.secret}x`, 'jjk_p_x']) {
      for (const query of ['{ viewer { id } }', '{ workspaces { id } }', 'mutation { x: __typename }']) {
        const { status, data, errors, headers } = await bed.ask(query, {}, secret);
        expect([status, data, errors[0]?.extensions.code]).toEqual([401, null, 'UNAUTHENTICATED']);
        expect(headers.get('www-authenticate')).toMatch(/^Bearer .*invalid_token/);
        expect(errors[0]?.extensions.http).toBeUndefined();
      }
    }
  });

  it('[TOKEN5] with a token the rules for cookies do not count, and the cookie does not either', async () => {
    const { secret } = await bed.personal({}, bed.team.editor);
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const both = { ...evil, cookie: bed.team.owner.cookie };
    const { data } = await bed.ask('{ viewer { id } }', {}, secret, 0, both);
    expect(data).toEqual({ viewer: { id: bed.team.editor.userId } });
    expect((await bed.ask('{ viewer { id } }', {}, 'jjk_p_x', 0, both)).status).toBe(401);
    expect((await bed.ask('{ viewer { id } }', {}, null, 0, both)).errors[0]?.extensions.code).toBe(
      'BAD_ORIGIN',
    );
  });

  it('[TOKEN10] input is checked field by field', async () => {
    const { workspaceId, owner, admin } = bed.team;
    const foreign = await bed
      .newMap('Elsewhere', await bed.seed.workspace(), owner)
      .catch(() => 'map_foreign');
    const good = { name: 'x', scopes: ['maps:read'] };
    const cases: [object, string, string][] = [
      [{ ...good, name: ' ' }, 'INVALID', 'name'],
      [{ ...good, name: 'x'.repeat(81) }, 'INVALID', 'name'],
      [{ ...good, scopes: [] }, 'INVALID', 'scopes'],
      [{ ...good, scopes: ['tokens:write'] }, 'INVALID', 'scopes.0'],
      [{ ...good, expiresInDays: 0 }, 'INVALID', 'expiresInDays'],
      [{ ...good, expiresInDays: 366 }, 'INVALID', 'expiresInDays'],
      [{ ...good, workspaceId: 'wsp_absent' }, 'NOT_FOUND', 'workspaceId'],
      [{ ...good, mapIds: [] }, 'INVALID', 'mapIds'],
      [{ ...good, mapIds: [foreign] }, 'NOT_FOUND', 'mapIds'],
      [{ ...good, mapIds: [bed.map(), 'map_absent'] }, 'NOT_FOUND', 'mapIds'],
    ];
    for (const [input, code, field] of cases) {
      expect(await bed.act('createPersonalToken', input, 'secret', owner)).toMatchObject({ code, field });
    }
    const ofWorkspace = { ...good, workspaceId, role: 'EDITOR' };
    for (const [input, as, code, field] of [
      [{ ...ofWorkspace, role: 'OWNER' }, owner, 'FORBIDDEN', 'role'],
      [ofWorkspace, bed.team.editor, 'FORBIDDEN', null],
      [{ ...ofWorkspace, scopes: ['account:read'] }, admin, 'INVALID', 'scopes.0'],
      [{ ...ofWorkspace, workspaceId: 'wsp_absent' }, admin, 'NOT_FOUND', null],
    ] as const) {
      expect(await bed.act('createWorkspaceToken', input, 'secret', as)).toMatchObject({ code, field });
    }
    expect(await bed.act('createPersonalToken', good, 'secret', null)).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('[TOKEN10] twenty at one moment make no more than fifty, and one that is revoked makes room', async () => {
    const person = await bed.seed.person({ workspaceId: bed.team.workspaceId });
    const first = await bed.personal({}, person);
    for (let made = 1; made < tokenLimits.perPersonMax - 5; made += 1) await bed.personal({}, person);
    const input = { name: 'x', scopes: ['maps:read'] };
    const make = () => bed.act('createPersonalToken', input, 'secret', person);
    const outcomes = await Promise.all(Array.from({ length: 20 }, make));
    const refused = outcomes.filter(({ code }) => code === 'LIMIT');
    expect(refused.length).toBeGreaterThanOrEqual(15);
    expect(refused[0]).toMatchObject({ messageKey: 'errors.tooManyTokens' });
    while ((await listed(person)).length < tokenLimits.perPersonMax) await bed.personal({}, person);
    expect(await make()).toMatchObject({ code: 'LIMIT' });
    await bed.revoke(first, person);
    expect(await make()).toHaveProperty('secret');
    expect((await listed(person)).length).toBe(tokenLimits.perPersonMax);
  }, 60_000);

  it('[TOKEN6] tokens of others and revoked ones are not found; renaming is seen', async () => {
    const mine = await bed.personal({}, bed.team.editor);
    for (const name of ['revokeToken', 'renameToken']) {
      const input = { tokenId: mine.id, ...(name === 'renameToken' ? { name: 'x' } : {}) };
      const told = await bed.act(name, input, '__typename', bed.team.owner);
      expect([name, told.code, told.field]).toEqual([name, 'NOT_FOUND', 'tokenId']);
    }
    const renamed = await bed.act(
      'renameToken',
      { tokenId: mine.id, name: 'Nightly' },
      'token { name }',
      bed.team.editor,
    );
    expect(renamed).toEqual({ token: { name: 'Nightly' } });
    expect(await bed.revoke(mine, bed.team.editor)).toEqual({ tokenId: mine.id });
    expect(await bed.revoke(mine, bed.team.editor)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await listed(bed.team.editor)).map(({ id }) => id)).not.toContain(mine.id);
    const robot = await bed.ofWorkspace();
    expect(await bed.revoke(robot, bed.team.editor)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await bed.revoke(robot, bed.team.admin)).toEqual({ tokenId: robot.id });
  });

  it('[TOKEN6] a token of a workspace one is not in is answered like one that is not there', async () => {
    const robot = await bed.ofWorkspace();
    const elsewhere = await bed.seed.workspace('Elsewhere');
    const stranger = await bed.seed.person({ workspaceId: elsewhere, role: 'owner' });
    const absent = await bed.revoke({ id: 'tok_absent000000', secret: '' }, stranger);
    expect(absent).toMatchObject({ code: 'NOT_FOUND', field: 'tokenId' });
    expect(await bed.revoke(robot, stranger)).toEqual(absent);
  });

  it('[TOKEN10] one that ran out is listed for 30 days more, behind those that can be used', async () => {
    const person = await bed.seed.person({ workspaceId: bed.team.workspaceId });
    const [usable, ended, longEnded] = [
      await bed.personal({}, person),
      await bed.personal({}, person),
      await bed.personal({}, person),
    ];
    const tokens = tokenModel(bed.server.database.connection);
    const endedAt = async ({ id }: { id: string }, days: number) =>
      tokens.updateOne({ _id: id }, { $set: { expiresAt: new Date(Date.now() - days * dayMs) } });
    await endedAt(ended, 29);
    await endedAt(longEnded, 31);
    expect((await listed(person)).map(({ id }) => id)).toEqual([usable.id, ended.id]);
  });
});

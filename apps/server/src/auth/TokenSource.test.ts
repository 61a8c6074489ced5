import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SeededPerson, startTestIdentity, type TestIdentity } from '../../test/seed.ts';
import { type TokenRecord, tokenModel } from './TokenRecord.ts';
import { newTokenSecret, type TokenKind, tokenFingerprint } from './tokenSecret.ts';

const nobody = { kind: 'nobody' };
const dayMs = 86_400_000;

describe('sign-in by token', () => {
  let identity: TestIdentity;
  let workspaceId: string;
  let person: SeededPerson;
  let count = 0;

  beforeAll(async () => {
    identity = await startTestIdentity();
  });
  afterAll(() => identity.close());
  beforeEach(async () => {
    workspaceId = await identity.seed.workspace();
    person = await identity.seed.person({ workspaceId, role: 'editor', team: 'SALES' });
    identity.clock.now = new Date();
    identity.auth.forgetActors();
  });

  const model = () => tokenModel(identity.connection);
  const stored = async (id: string) => {
    await identity.auth.tokens.settled();
    return model().findById(id).lean();
  };

  async function token(given: Partial<TokenRecord> = {}, kind: TokenKind = 'PERSONAL') {
    count += 1;
    const secret = newTokenSecret(kind);
    const { now } = identity.clock;
    const id = `tok_${count}`;
    await model().create({
      _id: id,
      kind,
      name: 'Importer',
      prefix: secret.slice(0, 10),
      ...tokenFingerprint(secret),
      scopes: ['maps:read'],
      userId: person.userId,
      workspaceId: null,
      role: null,
      mapIds: null,
      createdBy: person.userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + dayMs),
      lastUsedAt: null,
      revokedAt: null,
      ...given,
    });
    return { id, secret, headers: new Headers({ authorization: `Bearer ${secret}` }) };
  }

  it('[TOKEN3] a personal token is its person, without a session and narrowed', async () => {
    const other = await identity.seed.workspace();
    await identity.seed.member(other, person.userId, 'owner');
    const { id, headers } = await token({ mapIds: ['map_a'], workspaceId });
    expect(await identity.auth.resolveActor(headers)).toEqual({
      kind: 'member',
      userId: person.userId,
      sessionId: null,
      token: { tokenId: id, kind: 'PERSONAL', scopes: ['maps:read'], workspaceId, mapIds: ['map_a'] },
      name: person.name,
      email: person.email,
      locale: 'en',
      memberships: [{ workspaceId, role: 'editor', team: 'SALES' }],
    });
  });

  it('[TOKEN3] a token of a workspace is nobody but itself and needs its workspace', async () => {
    const given = { userId: null, workspaceId, role: 'viewer' as const };
    const { id, headers } = await token(given, 'WORKSPACE');
    expect(await identity.auth.resolveActor(headers)).toMatchObject({
      userId: id,
      sessionId: null,
      name: 'Importer',
      email: '',
      memberships: [{ workspaceId, role: 'viewer' }],
    });
    await identity.auth.models.Organization.deleteOne({ _id: workspaceId });
    expect(await identity.auth.resolveActorFresh(headers)).toEqual(nobody);
  });

  it('[TOKEN2] [T15] the whole hash is compared: the same beginning is not enough', async () => {
    const { id, headers, secret } = await token();
    const { hash = '' } = tokenFingerprint(secret) ?? {};
    const last = hash.endsWith('0') ? '1' : '0';
    await model().updateOne({ _id: id }, { $set: { hash: hash.slice(0, -1) + last } });
    expect(await identity.auth.resolveActor(headers)).toEqual(nobody);
    await model().updateOne({ _id: id }, { $set: { hash } });
    expect(await identity.auth.resolveActor(headers)).toMatchObject({ userId: person.userId });
  });

  it('[TOKEN2] only hashes are stored', async () => {
    const { secret } = await token();
    for (const { collectionName } of (await identity.connection.db?.collections()) ?? []) {
      const all = await identity.connection.collection(collectionName).find({}).toArray();
      expect(JSON.stringify(all)).not.toContain(secret.slice(10));
    }
  });

  it('[TOKEN5] a token wins over a cookie, also one that is worth nothing', async () => {
    const other = await identity.seed.person();
    const { secret } = await token();
    const both = (bearer: string) => new Headers({ authorization: bearer, cookie: other.cookie });
    expect(await identity.auth.resolveActor(both(`bearer  ${secret}`))).toMatchObject({
      userId: person.userId,
    });
    for (const none of [newTokenSecret('PERSONAL'), 'x', secret.slice(0, -1)]) {
      expect(await identity.auth.resolveActor(both(`Bearer ${none}`))).toEqual(nobody);
    }
    // Another scheme is a proxy's affair.
    expect(await identity.auth.resolveActor(both('Basic eDp5'))).toMatchObject({ userId: other.userId });
  });

  it('[TOKEN2] the hash of a token, found in a stolen database, opens nothing', async () => {
    const { secret, headers } = await token();
    await identity.auth.resolveActor(headers);
    const { hash = '' } = tokenFingerprint(secret) ?? {};
    for (const stolen of [hash, `token ${hash}`]) {
      const cookie = `jejak.session_token=${stolen}`;
      expect(await identity.auth.resolveActor(new Headers({ cookie }))).toEqual(nobody);
      expect(await identity.auth.resolveActor(new Headers({ authorization: `Bearer ${stolen}` }))).toEqual(
        nobody,
      );
    }
  });

  it('[TOKEN6] one that ran out, or was revoked on a node that could not tell, is believed for 1.5 s at most', async () => {
    const revoked = await token();
    const expired = await token({ expiresAt: new Date(identity.clock.now.getTime() + 1_000) });
    for (const { headers } of [revoked, expired])
      expect(await identity.auth.resolveActor(headers)).toMatchObject({ kind: 'member' });
    await model().updateOne({ _id: revoked.id }, { $set: { revokedAt: new Date() } });
    for (const { headers } of [revoked, expired])
      expect(await identity.auth.resolveActor(headers)).toMatchObject({ kind: 'member' });
    identity.clock.now = new Date(identity.clock.now.getTime() + 1_501);
    for (const { headers } of [revoked, expired]) {
      expect(await identity.auth.resolveActor(headers)).toEqual(nobody);
      expect(await identity.auth.resolveActorFresh(headers)).toEqual(nobody);
    }
  });

  it('[TOKEN6] what a node remembers of a token goes with the news that it was revoked', async () => {
    const { id, headers } = await token();
    expect(await identity.auth.resolveActor(headers)).toMatchObject({ kind: 'member' });
    await model().updateOne({ _id: id }, { $set: { revokedAt: new Date() } });
    identity.auth.forgetActors();
    expect(await identity.auth.resolveActor(headers)).toEqual(nobody);
  });

  it('[TOKEN4] a change of its person is one of the token', async () => {
    const { headers } = await token();
    await identity.auth.models.Member.updateOne({ userId: person.userId }, { $set: { role: 'viewer' } });
    expect(await identity.auth.resolveActorFresh(headers)).toMatchObject({
      memberships: [{ role: 'viewer' }],
    });
    await identity.auth.models.User.deleteOne({ _id: person.userId });
    expect(await identity.auth.resolveActorFresh(headers)).toEqual(nobody);
  });

  it('[TOKEN9] its last use is noted at most once a minute, and only of the right secret', async () => {
    const { id, headers } = await token();
    const began = identity.clock.now;
    expect(await stored(id)).toMatchObject({ lastUsedAt: null });
    const useAfter = async (ms: number) => {
      identity.clock.now = new Date(began.getTime() + ms);
      await identity.auth.resolveActorFresh(headers);
      return ((await stored(id))?.lastUsedAt?.getTime() ?? 0) - began.getTime();
    };
    expect([await useAfter(0), await useAfter(30_000), await useAfter(59_999)]).toEqual([0, 0, 0]);
    expect([await useAfter(60_000), await useAfter(119_000)]).toEqual([60_000, 60_000]);
  });

  it('[TOKEN6] [AUTH9] a ticket is worth as much as the token it was asked for with', async () => {
    const { id, headers } = await token();
    const actor = await identity.auth.resolveActorFresh(headers);
    if (actor.kind !== 'member') throw new Error('Not signed in.');
    const tickets = [
      await identity.auth.tickets.issue(actor, 'map_a'),
      await identity.auth.tickets.issue(actor, 'map_a'),
    ];
    const [first, second] = tickets.map(({ ticket }) => ticket);
    expect(await identity.auth.tickets.consume(first ?? '', 'map_a')).toEqual(actor);
    await model().updateOne({ _id: id }, { $set: { revokedAt: new Date() } });
    expect(await identity.auth.tickets.consume(second ?? '', 'map_a')).toEqual(nobody);
  });
});

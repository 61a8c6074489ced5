import type { CommandStartedEvent } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityModels } from '../../src/auth/identityModels.ts';
import { TokenBed } from '../tokens/TokenBed.ts';

interface Page {
  readonly nodes: readonly { readonly id: string; readonly nodeId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

const lists = ['members', 'invitations'] as const;

let bed: TokenBed;

beforeAll(async () => {
  bed = await TokenBed.start();
});
afterAll(() => bed.server.close());

async function page(list: (typeof lists)[number], first: number, after: string | null): Promise<Page> {
  const { data, errors } = await bed.ask(
    `query ($id: ID!, $first: Int, $after: String) { workspace(id: $id) { ${list}(first: $first, after: $after) {
      nodes { id nodeId } pageInfo { hasNextPage endCursor } totalCount } } }`,
    { id: bed.team.workspaceId, first, after },
    bed.team.owner,
  );
  expect(errors).toEqual([]);
  return (data as { workspace: Record<string, Page> }).workspace[list] as Page;
}

/** All pages; between two of them something may happen. */
async function walked(
  list: (typeof lists)[number],
  between: (pages: number) => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const { nodes, pageInfo } = await page(list, 2, after);
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor;
    await between(pages);
  }
}

async function link(): Promise<string> {
  const input = { workspaceId: bed.team.workspaceId, role: 'VIEWER' };
  const made = await bed.act('createInvitation', input, 'invitation { id }', bed.team.owner);
  return (made as { invitation: { id: string } }).invitation.id;
}

/** Which parts of a list the database was asked for meanwhile: how many entries at most, or that it counts. */
async function asked(run: () => Promise<unknown>): Promise<readonly string[]> {
  const seen: string[] = [];
  const note = ({ commandName, command }: CommandStartedEvent) => {
    if (commandName === 'aggregate' && command.aggregate === 'member') {
      const stages: object[] = command.pipeline;
      const limit = stages.flatMap((stage) => ('$limit' in stage ? [`members ${stage.$limit}`] : []));
      seen.push(...(limit.length > 0 ? limit : ['members counted']));
    }
    if (commandName === 'find' && command.find === 'invitationLinks') seen.push(`links ${command.limit}`);
    if (commandName === 'aggregate' && command.aggregate === 'invitationLinks') seen.push('links counted');
  };
  const client = bed.server.database.connection.getClient();
  client.on('commandStarted', note);
  await run();
  client.off('commandStarted', note);
  return seen;
}

describe('pages of members and invitations', () => {
  it('[SDL2] hold each member once, also of those who joined at one moment, while others come and go', async () => {
    const { seed, team } = bed;
    const { workspaceId } = team;
    const joined = await Promise.all(Array.from({ length: 6 }, () => seed.person({ workspaceId })));
    const { Member } = identityModels(bed.server.database.connection);
    const userIds = joined.map(({ userId }) => userId);
    await Member.updateMany({ userId: { $in: userIds } }, { $set: { createdAt: new Date() } });
    const before = await walked('members');
    expect([before.length, new Set(before).size]).toEqual([11, 11]);
    const gone: string[] = [];
    const after = await walked('members', async (pages) => {
      await seed.person({ workspaceId });
      // One who was read already, and one who comes later.
      for (const at of pages === 4 ? [6, 10] : []) {
        const id = before[at] ?? '';
        gone.push(id);
        await Member.deleteOne({ _id: id });
      }
    });
    expect(new Set(after).size).toBe(after.length);
    expect(before.filter((id) => !after.includes(id))).toEqual([gone[1]]);
  });

  it('[SDL2] hold each invitation once, newest first, while others are made and revoked', async () => {
    const made: string[] = [];
    for (let n = 0; n < 6; n += 1) made.push(await link());
    expect(await walked('invitations')).toEqual([...made].reverse());
    const { workspaceId, owner } = bed.team;
    const seen = await walked('invitations', async (pages) => {
      await link();
      if (pages > 1) return;
      for (const at of [5, 1]) {
        const input = { workspaceId, invitationId: made[at] };
        await bed.act('revokeInvitation', input, 'invitationId', owner);
      }
    });
    expect(seen).toEqual([5, 4, 3, 2, 0].map((at) => made[at]));
  });

  it('[SDL2] are cut by the database, and counted only for who asks', async () => {
    const { workspaceId, owner } = bed.team;
    const query = (fields: string) => bed.ask(`{ workspace(id: "${workspaceId}") { ${fields} } }`, {}, owner);
    expect(await asked(() => query('members(first: 2) { nodes { name } }'))).toEqual(['members 3']);
    expect(await asked(() => query('invitations(first: 2) { nodes { id } }'))).toEqual(['links 3']);
    const counted = await asked(() => query('members(first: 2) { totalCount } invitations { totalCount }'));
    expect([...counted].sort()).toEqual(['links 51', 'links counted', 'members 3', 'members counted']);
    const { totalCount, nodes } = await page('members', 500, null);
    expect(nodes.length).toBe(totalCount);
  });
});

describe('members, invitations and emotions by nodeId', () => {
  const read = async (ids: readonly string[], as: Parameters<TokenBed['ask']>[2]) => {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id nodeId } }`;
    return (await bed.ask(query, { ids }, as)).data?.nodes;
  };

  it('[SDL1] are found by those who may know them, and by nobody else', async () => {
    const { owner, viewer } = bed.team;
    const [member] = (await page('members', 1, null)).nodes;
    const invitationId = await link();
    const ids = [member?.nodeId ?? '', invitationId];
    const found = [
      { __typename: 'Member', id: member?.id, nodeId: member?.nodeId },
      { __typename: 'Invitation', id: invitationId, nodeId: invitationId },
    ];
    expect(await read(ids, owner)).toEqual(found);
    // A viewer knows who is in the workspace and invites nobody.
    expect(await read(ids, viewer)).toEqual([found[0], null]);
    const elsewhere = await bed.seed.workspace('Elsewhere');
    const stranger = await bed.seed.person({ workspaceId: elsewhere, role: 'owner' });
    const program = await bed.personal({ scopes: ['maps:read'] });
    for (const as of [stranger, program.secret]) expect(await read(ids, as)).toEqual([null, null]);
    expect(await read(['mem_absent', 'inv_absent', 'mem_', `${member?.nodeId}x`], owner)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const input = { workspaceId: bed.team.workspaceId, invitationId };
    await bed.act('revokeInvitation', input, 'invitationId', owner);
    expect(await read([invitationId], owner)).toEqual([null]);
  });
});

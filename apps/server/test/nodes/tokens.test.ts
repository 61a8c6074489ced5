import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis, type TestRedis } from '../bus/startRedis.ts';
import { until } from '../sync/until.ts';
import { type MadeToken, TokenBed } from '../tokens/TokenBed.ts';

const scopes = ['maps:write', 'events:read'];
/** A write of a program that goes on until it is refused. */
const query = 'mutation ($input: SetMapTitleInput!) { setMapTitle(input: $input) { __typename } }';

describe('a token that is revoked on one node and used on another', () => {
  let redis: TestRedis;
  let bed: TokenBed;

  beforeAll(async () => {
    redis = await startRedis();
    bed = await TokenBed.start({
      nodes: 2,
      env: { REDIS_URL: redis.url, AUTH_SECRET: 'one-secret-for-both-nodes-0123456789-abcdefghijklm' },
    });
  }, 60_000);
  afterAll(async () => {
    await bed.server.close();
    await redis.stop();
  });

  /** Opens both kinds of socket on the second node and writes there all the time. */
  async function begin({ secret }: MadeToken) {
    const live = await bed.openSync(bed.map(), { authorization: `Bearer ${secret}` }, { at: 1 });
    const followed = await bed.follow(bed.map(), secret, 1);
    let written = 0;
    let stopped = false;
    const refused = (async () => {
      for (;;) {
        if (stopped) return null;
        const input = { mapId: bed.map(), locale: 'EN', text: `Title ${written}` };
        const { status, data } = await bed.ask(query, { input }, secret, 1);
        if (data === null) return status;
        written += 1;
      }
    })();
    await until('written', () => written > 0);
    let status: number | null = null;
    const told = refused.then((answer) => {
      status = answer;
    });
    return {
      ended: () => ({ live: live.ended(), followed: followed.ended(), http: status }),
      async stop() {
        stopped = true;
        await told;
        await Promise.all([live.close(), followed.close()]);
      },
    };
  }

  const all = (program: Awaited<ReturnType<typeof begin>>) => () =>
    Object.values(program.ended()).every((ended) => ended !== null);

  it('[TOKEN6] [NODE2] [T13] is worth nothing there within 2 s: requests, live documents, subscriptions', async () => {
    for (const made of [await bed.personal({ scopes }), await bed.ofWorkspace({ scopes })]) {
      const program = await begin(made);
      expect(await bed.revoke(made)).toEqual({ tokenId: made.id });
      await until('cut off', all(program), 2_000);
      expect(program.ended()).toEqual({ live: 4401, followed: 4401, http: 401 });
      await program.stop();
    }
  });

  it('[TOKEN6] [TOKEN4] a change of its person is felt there as well', async () => {
    const { workspaceId } = bed.team;
    const person = await bed.seed.person({ workspaceId, role: 'editor' });
    const program = await begin(await bed.personal({ scopes }, person));
    await bed.act('removeMember', { workspaceId, userId: person.userId }, 'userId', bed.team.owner);
    await until('cut off', () => program.ended().live !== null && program.ended().followed !== null, 2_000);
    expect(program.ended()).toMatchObject({ live: 4403, followed: 4403 });
    await program.stop();
  });

  it('[TOKEN6] [NODE2] [T13] so it is while Redis is away, by looking again', async () => {
    const [made, robot] = [await bed.personal({ scopes }), await bed.ofWorkspace({ scopes })];
    const programs = [await begin(made), await begin(robot)];
    await redis.kill();
    for (const token of [made, robot]) expect(await bed.revoke(token)).toEqual({ tokenId: token.id });
    const began = Date.now();
    for (const program of programs) {
      await until('cut off', all(program), 10_000);
      expect(program.ended()).toEqual({ live: 4401, followed: 4401, http: 401 });
      await program.stop();
    }
    // Looked at each 1.5 s; what is above is the time of a busy machine.
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});

import { once } from 'node:events';
import { type HttpPerson, TestWorkspace } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { metricsOf } from '../operations/metricsOf.ts';
import { ticketOf } from '../operations/openMap.ts';
import { SourceServer } from '../operations/SourceServer.ts';
import { startTestDatabase, type TestDatabase } from '../persistence/startTestDatabase.ts';
import { SettableClock } from './SettableClock.ts';

const hour = 3_600;
const month = 40 * 24 * hour;
const offsets = [-hour, 0, month];

describe('whole servers whose clocks differ', () => {
  const clocks: SettableClock[] = [];
  const nodes: SourceServer[] = [];
  let database: TestDatabase;
  let workspace: TestWorkspace;
  let mapId: string;

  beforeAll(async () => {
    database = await startTestDatabase();
    for (const offset of offsets) {
      const clock = new SettableClock();
      clock.set(offset);
      clocks.push(clock);
      const settings = {
        MONGODB_URI: database.uri.replace('/?', '/test?'),
        AUTH_SECRET: 'the same on all nodes, and long enough',
        LOG_LEVEL: 'warn',
      };
      nodes.push(new SourceServer(settings, { environment: clock.environment }));
    }
    // One after the other: the first makes the indexes.
    await at(0).start();
    await Promise.all(nodes.slice(1).map((node) => node.start()));
    workspace = await TestWorkspace.setUp(at(0).url, { name: 'Ayu', locale: 'id', team: 'SALES' });
    mapId = await workspace.createMap('Under wrong clocks');
  }, 120_000);
  afterAll(async () => {
    for (const node of nodes) await node.dispose();
    await database?.stop();
    for (const clock of clocks) clock.remove();
  });

  const at = (n: number): SourceServer => {
    const node = nodes[n];
    if (node === undefined) throw new Error(`no node ${n}`);
    return node;
  };
  /** The owner at another node, with the same cookie. */
  const ownerAt = (n: number): HttpPerson => workspace.owner.at(at(n).url);
  /** Whether a socket of the map opens and is greeted. */
  async function comesIn(n: number, ticket: string): Promise<boolean> {
    const socket = new WebSocket(`${at(n).url.replace('http', 'ws')}/sync/${mapId}/content?ticket=${ticket}`);
    const greeted = await Promise.race([
      once(socket, 'message').then(() => true),
      once(socket, 'close').then(([code]) => {
        expect(code).toBe(4401);
        return false;
      }),
    ]);
    socket.terminate();
    return greeted;
  }
  const knows = async (n: number): Promise<boolean> => {
    const answer = await ownerAt(n).send('/graphql', { query: '{ viewer { id } }' });
    return /"id":"usr_/.test(await answer.text());
  };
  const expire = (collection: string, inSeconds: number) =>
    database.connection
      .collection(collection)
      .updateMany({}, { $set: { expiresAt: new Date(Date.now() + inSeconds * 1000) } });

  it('[AUTH14] [F9] a ticket of one opens a socket at any other, and none once it ran out', async () => {
    for (const issuer of nodes.keys())
      for (const taker of nodes.keys())
        expect({ issuer, taker, in: await comesIn(taker, await ticketOf(ownerAt(issuer), mapId)) }).toEqual({
          issuer,
          taker,
          in: true,
        });
    for (const taker of nodes.keys()) {
      const ticket = await ticketOf(ownerAt((taker + 1) % nodes.length), mapId);
      await expire('tickets', -1);
      expect({ taker, in: await comesIn(taker, ticket) }).toEqual({ taker, in: false });
    }
  }, 60_000);

  it('[AUTH14] [F9] neither lives longer or shorter where a clock runs too fast, and is set back meanwhile', async () => {
    const fast = 1;
    const skew = async () => (await metricsOf(at(fast).url)).get('jejak_clock_skew_seconds') ?? 0;
    await expire('session', 600);
    const [ticket, other] = [await ticketOf(ownerAt(fast), mapId), await ticketOf(ownerAt(0), mapId)];
    clocks[fast]?.set(0, 100);
    // By the clock of that machine both tickets have run out since, and the session too.
    await expect.poll(skew).toBeGreaterThan(1_000);
    expect([await comesIn(fast, ticket), await knows(fast)]).toEqual([true, true]);
    clocks[fast]?.set(-hour);
    await expect.poll(skew).toBeLessThan(-3_000);
    expect([await comesIn(fast, other), await knows(fast)]).toEqual([true, true]);
    const late = await ticketOf(ownerAt(fast), mapId);
    await expire('tickets', -1);
    expect(await comesIn(fast, late)).toBe(false);
    clocks[fast]?.set(offsets[fast] ?? 0);
    await expect.poll(async () => Math.abs(await skew())).toBeLessThan(10);
  }, 60_000);

  it('[AUTH14] [F9] a session of one is known to all, to its end and no longer', async () => {
    for (const n of nodes.keys()) expect({ n, knows: await knows(n) }).toEqual({ n, knows: true });
    await expire('session', 60);
    for (const n of nodes.keys()) expect({ n, knows: await knows(n) }).toEqual({ n, knows: true });
    // What the library itself answers, which ends what it takes to have run out.
    for (const { url } of nodes) {
      const answer = await fetch(`${url}/api/auth/get-session`, {
        headers: { cookie: workspace.owner.cookie },
      });
      expect(await answer.json()).toMatchObject({ user: { name: 'Ayu' } });
    }
    await expire('session', -1);
    for (const n of nodes.keys()) await expect.poll(() => knows(n), { timeout: 10_000 }).toBe(false);
  }, 60_000);

  it('[AUTH14] [OPS1] how wrong a clock is can be seen', async () => {
    for (const [n, offset] of offsets.entries()) {
      const skew = (await metricsOf(at(n).url)).get('jejak_clock_skew_seconds') ?? 0;
      expect(Math.abs(skew - offset)).toBeLessThan(10);
    }
  }, 60_000);
});

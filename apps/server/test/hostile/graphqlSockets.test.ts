import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphqlLimits } from '../../src/graphql/graphqlLimits.ts';
import { startGraphqlBed } from '../graphql/graphqlBed.ts';
import { until } from '../sync/until.ts';
import { brokenFrames } from './brokenFrames.ts';
import { endsSender } from './endsSender.ts';
import { GraphqlPeer } from './GraphqlPeer.ts';
import type { GraphqlCase } from './graphqlCase.ts';
import { shapeCases, syntaxCases } from './graphqlDocumentCases.ts';
import {
  afterGreeting,
  beforeGreeting,
  malformed,
  protocolCases,
  type SocketCase,
} from './graphqlSocketCases.ts';
import { askUpgrade } from './rawUpgrade.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';
import { upgradeBytes } from './upgradeRequest.ts';

describe('hostile GraphQL over sockets', () => {
  let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
  let mapId: string;
  let tried = 0;
  const unhandled = new UnhandledErrors();

  beforeAll(async () => {
    bed = await startGraphqlBed();
    mapId = await bed.newMap(bed.person('editor'));
  });
  afterAll(async () => {
    unhandled.stop();
    await bed.close();
  });

  const peer = (protocols?: readonly string[]) => new GraphqlPeer(bed.wsUrl, bed.person('editor'), protocols);

  async function holds(cases: readonly SocketCase[], open: () => Promise<GraphqlPeer>): Promise<void> {
    const surprises: unknown[] = [];
    for (const { name, says, expected } of cases) {
      tried += 1;
      const one = await open();
      for (const message of says) one.say(message);
      const got = await one.outcomeLike(expected);
      if (got !== expected) surprises.push({ name, expected, got });
      await one.end();
    }
    expect(surprises).toEqual([]);
    expect(bed.reported.splice(0)).toEqual([]);
  }

  it('[HOSTILE8] what is no message closes the socket, before the greeting and after it', async () => {
    await holds(malformed, () => peer().opened());
    await holds(
      malformed.filter(({ name }) => !name.includes('connection_init"')),
      () => peer().greeted(),
    );
  });

  it('[HOSTILE8] messages out of order, twice, under strange ids, too large', async () => {
    await holds(beforeGreeting, () => peer().opened());
    await holds(afterGreeting(mapId), () => peer().greeted());
  });

  it('[HOSTILE8] a socket of another sub-protocol is closed', async () => {
    const surprises: unknown[] = [];
    const { host, port } = new URL(bed.url);
    for (const { named, expected } of protocolCases) {
      tried += 1;
      const protocol = named.length === 0 ? null : named.join(', ');
      const headers = { Authorization: bed.person('editor'), 'Sec-WebSocket-Protocol': protocol };
      const bytes = upgradeBytes({ target: '/graphql', headers }, { host, origin: null, cookie: null });
      const got = await askUpgrade(Number(port), bytes, expected !== 'open');
      if (got !== expected) surprises.push({ named, expected, got });
    }
    expect(surprises).toEqual([]);
  });

  it('[HOSTILE8] broken frames end their sender', async () => {
    const port = Number(new URL(bed.url).port);
    for (const [at, bytes] of brokenFrames.entries()) {
      tried += 1;
      const headers = `Authorization: ${bed.person('editor')}\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n`;
      expect([at, await endsSender(port, '/graphql', bytes, [], headers)]).toEqual([at, true]);
    }
  });

  it('[HOSTILE8] documents are refused as they are over HTTP, and the socket goes on', async () => {
    const one = await peer().greeted();
    const surprises: unknown[] = [];
    const queryOf = ({ body }: GraphqlCase) => (body as { query: string }).query;
    for (const [at, each] of [...syntaxCases, ...shapeCases].entries()) {
      if (queryOf(each).length > 60_000) continue;
      tried += 1;
      one.ask(`d${at}`, queryOf(each));
      await until(
        each.name,
        () => one.closed !== null || one.heard.some((heard) => heard.startsWith(`d${at} `)),
      );
      const expected = each.codes.map((code) => `d${at} error ${code}`);
      const got = one.heard.filter((heard) => heard.startsWith(`d${at} `));
      if (got.length !== 1 || !expected.includes(got[0] ?? ''))
        surprises.push({ name: each.name, expected, got });
    }
    expect(surprises).toEqual([]);
    expect(one.closed).toBeNull();
    await one.end();
  });

  it('[HOSTILE8] of a hundred thousand subscriptions sixteen stand, and each other is told why not', async () => {
    const one = await peer().greeted();
    const most = graphqlLimits.subscriptionsPerSocketMax;
    const count = 100_000;
    for (let at = 0; at < count; at += 1) {
      one.ask(`s${at}`, `subscription{mapChanged(mapId:"${mapId}"){mapId}}`);
      if (at % 500 === 499) await until('told', () => one.closed !== null || one.heard.length > at - most);
    }
    await until('all are told', () => one.closed !== null || one.heard.length >= count - most);
    expect(one.closed).toBeNull();
    expect(one.heard.every((heard) => heard.endsWith('error SUBSCRIPTION_LIMIT'))).toBe(true);
    expect(one.heard.length).toBe(count - most);
    await one.end();
  }, 120_000);

  it('[HOSTILE8] whoever reads nothing and asks on is cut off', async () => {
    const one = await peer().greeted();
    one.stall();
    const payload = { filling: 'x'.repeat(60_000) };
    await until('cut off', () => {
      one.say({ type: 'ping', payload });
      return one.closed !== null;
    });
    await one.end();
  });

  it('[HOSTILE8] without a greeting the socket is closed in time, whatever else is said', async () => {
    const silent = [[], [{ type: 'ping' }], [{ type: 'pong' }], [{ id: 'a', type: 'complete' }]];
    await Promise.all(
      silent.map(async (says) => {
        const one = await peer().opened();
        for (const message of says) one.say(message);
        await until('closed', () => one.closed !== null);
        expect(one.closed).toBe(4408);
      }),
    );
  });

  it('[HOSTILE8] nothing of all that went unhandled or was taken for a failure of ours, and the server answers', async () => {
    expect(tried).toBeGreaterThanOrEqual(250);
    expect(unhandled.seen).toEqual([]);
    expect(bed.reported).toEqual([]);
    expect((await bed.ask('{__typename}')).status).toBe(200);
  });
});

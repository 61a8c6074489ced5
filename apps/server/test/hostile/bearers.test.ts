import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenModel } from '../../src/auth/TokenRecord.ts';
import { seeded } from '../faults/seeded.ts';
import { TokenBed } from '../tokens/TokenBed.ts';
import { type BearerCase, bearerCases } from './bearerCases.ts';
import { CorpusCount } from './CorpusCount.ts';
import { askRaw } from './rawRequest.ts';
import { askUpgrade } from './rawUpgrade.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';
import { upgradeBytes } from './upgradeRequest.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 4_040);

/** What each place answers to somebody who is in, to nobody, and to somebody who may not see the map. */
interface Door {
  readonly ask: (given: BearerCase) => Promise<string>;
  readonly answers: Readonly<Record<BearerCase['is'], readonly string[]>>;
}

describe(`hostile tokens (seed ${seed})`, () => {
  const unhandled = new UnhandledErrors();
  const count = new CorpusCount('Auth and sessions, tokens', seed);
  let bed: TokenBed;
  let port: number;
  let cases: readonly BearerCase[];
  let doors: Readonly<Record<string, Door>>;
  let revokedId: string;

  beforeAll(async () => {
    bed = await TokenBed.start({ env: { SYNC_ALLOWANCE: '1000' } });
    port = Number(new URL(bed.server.url).port);
    const scopes = ['maps:write', 'events:read', 'account:read'];
    const { workspaceId, owner } = bed.team;
    const removed = await bed.seed.person({ workspaceId, role: 'admin' });
    const [good, revoked, expired, ofRemoved] = [
      await bed.personal({ scopes }),
      await bed.personal({ scopes }),
      await bed.personal({ scopes }),
      await bed.personal({ scopes }, removed),
    ];
    await bed.revoke(revoked);
    revokedId = revoked.id;
    const tokens = tokenModel(bed.server.database.connection);
    await tokens.updateOne({ _id: expired.id }, { $set: { expiresAt: new Date(Date.now() - 1) } });
    await bed.act('removeMember', { workspaceId, userId: removed.userId }, 'userId', owner);
    cases = bearerCases(
      {
        good: good.secret,
        tokenId: good.id,
        revoked: revoked.secret,
        expired: expired.secret,
        ofRemoved: ofRemoved.secret,
        session: owner.cookie.split('=')[1] ?? '',
      },
      seeded(seed),
    );
    const map = bed.map();
    const json = ['Content-Type: application/json'];
    const behind = ({ query }: BearerCase): string => (query === undefined ? '' : `?${query}`);
    const upgrade = (target: string, given: BearerCase, headers: Record<string, string>, greets: boolean) => {
      const more = given.query === undefined ? '' : `${target.includes('?') ? '&' : '?'}${given.query}`;
      const request = { target: `${target}${more}`, headers, behind: given.lines };
      const own = { host: `127.0.0.1:${port}`, origin: null, cookie: null };
      return askUpgrade(port, upgradeBytes(request, own), greets);
    };
    doors = {
      'POST /graphql': {
        ask: async (given) => {
          const body = JSON.stringify({ query: `{ journeyMap(id: "${map}") { id } }` });
          const first = `POST /graphql${behind(given)} HTTP/1.1`;
          const { status, text } = await askRaw(port, first, [...json, ...given.lines], body);
          const code = /"code":"(\w+)"/.exec(text)?.[1];
          return `${status} ${code ?? (text.includes(`"id":"${map}"`) ? 'told' : text)}`;
        },
        answers: {
          in: ['200 told'],
          out: ['401 UNAUTHENTICATED', '200 UNAUTHENTICATED'],
          stranger: ['200 NOT_FOUND'],
        },
      },
      'socket of /graphql': {
        ask: (given) =>
          upgrade('/graphql', given, { 'Sec-WebSocket-Protocol': 'graphql-transport-ws' }, false),
        answers: { in: ['open'], out: ['HTTP 401'], stranger: ['open'] },
      },
      'socket of /sync': {
        ask: (given) => upgrade(`/sync/${map}/content?ack=1`, given, {}, true),
        answers: { in: ['writes'], out: ['closed 4401', 'HTTP 403'], stranger: ['closed 4404'] },
      },
      'POST /api/tickets': {
        ask: async (given) => {
          const first = `POST /api/tickets${behind(given)} HTTP/1.1`;
          const { status } = await askRaw(
            port,
            first,
            [...json, ...given.lines],
            JSON.stringify({ mapId: map }),
          );
          return String(status);
        },
        answers: { in: ['201'], out: ['401'], stranger: ['404'] },
      },
      'offline work': {
        ask: async (given) => {
          const query = given.query === undefined ? '' : `&${given.query}`;
          const first = `GET /sync/${map}/content/work?epoch=1${query} HTTP/1.1`;
          return String((await askRaw(port, first, given.lines)).status);
        },
        // Its epoch is not known here; who is not in does not hear of that.
        answers: { in: ['409'], out: ['401'], stranger: ['404'] },
      },
    };
  }, 60_000);
  afterAll(async () => {
    unhandled.stop();
    await bed.server.close();
    count.tell();
  });

  it.each(['POST /graphql', 'socket of /graphql', 'socket of /sync', 'POST /api/tickets', 'offline work'])(
    '[HOSTILE11] [TOKEN5] [TOKEN8] %s lets in who shows a good token in its one place and form, and nobody else',
    async (name) => {
      const door = doors[name];
      if (door === undefined) throw new Error(`no door ${name}`);
      const surprises: unknown[] = [];
      for (const given of cases) {
        const got = await door.ask(given);
        if (!door.answers[given.is].includes(got)) surprises.push({ name: given.name, is: given.is, got });
        count.add(name);
      }
      expect(surprises).toEqual([]);
      expect(unhandled.seen).toEqual([]);
    },
  );

  it('[HOSTILE11] [TOKEN5] what is worth nothing is answered in one way, which does not tell why', async () => {
    const bodies = new Set<string>();
    const body = JSON.stringify({ query: '{ viewer { id email } }' });
    for (const { lines, is } of cases) {
      if (is !== 'out' || !/^Authorization: Bearer [!-~]+$/.test(lines[0] ?? '')) continue;
      const headers = ['Content-Type: application/json', ...lines];
      const { status, text } = await askRaw(port, 'POST /graphql HTTP/1.1', headers, body);
      bodies.add(`${status} ${text.replaceAll(/"requestId":"[^"]*"/g, '')}`);
    }
    expect([...bodies]).toHaveLength(1);
    expect(await tokenModel(bed.server.database.connection).findById(revokedId).lean()).toMatchObject({
      lastUsedAt: null,
    });
  });
});

import { syncLimits } from '@jejak/protocol';
import { createClient } from 'graphql-ws';
import { createDecoder, readVarUint } from 'lib0/decoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../sync/until.ts';
import { TokenBed } from './TokenBed.ts';

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

describe('sockets of programs with tokens', () => {
  let bed: TokenBed;

  beforeAll(async () => {
    bed = await TokenBed.start();
  }, 60_000);
  afterAll(() => bed.server.close());

  /** What the offline-work address of a map answers. */
  const work = async (mapId: string, method: 'GET' | 'POST', headers: Record<string, string>) => {
    const { data } = await bed.ask(
      'query ($id: ID!) { journeyMap(id: $id) { id } }',
      { id: mapId },
      bed.team.owner,
    );
    expect(data).toBeTruthy();
    const response = await fetch(`${bed.server.url}/sync/${mapId}/content/work?epoch=1`, {
      method,
      headers: { ...headers, ...(method === 'POST' ? { 'content-type': 'application/octet-stream' } : {}) },
      ...(method === 'POST' ? { body: new Uint8Array([0, 0]) } : {}),
    });
    return response.status;
  };
  const ticketFor = async (mapId: string, secret: string) =>
    fetch(`${bed.server.url}/api/tickets`, {
      method: 'POST',
      headers: { ...bearer(secret), 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({ mapId }),
    });

  it('[TOKEN8] a live document is opened by the header alone, whatever origin and cookie come along', async () => {
    const { secret } = await bed.personal();
    const origins = [{}, { origin: 'https://evil.example' }];
    for (const origin of origins) {
      const socket = await bed.openSync(bed.map(), {
        ...bearer(secret),
        ...origin,
        cookie: bed.team.viewer.cookie,
      });
      expect(socket.ended()).toBeNull();
      await socket.close();
    }
  });

  it('[TOKEN8] scopes and maps count for sockets: 4401 for what is none, 4403 without the scope, 4404 beyond', async () => {
    const { secret } = await bed.personal({ mapIds: [bed.map(0)] });
    const follower = await bed.personal({ scopes: ['events:read'] });
    const cases: [string, Record<string, string>, number][] = [
      [bed.map(1), bearer(secret), 4404],
      ['map_absent', bearer(secret), 4404],
      [bed.map(0), bearer(follower.secret), 4403],
      [bed.map(0), bearer(`${secret}x`), 4401],
      // The cookie beside it does not help.
      [bed.map(0), { ...bearer('jjk_p_x'), cookie: bed.team.owner.cookie, origin: bed.server.url }, 4401],
    ];
    for (const [mapId, headers, code] of cases) {
      const socket = await bed.openSync(mapId, headers);
      await until('ended', () => socket.ended() !== null);
      expect(socket.ended()).toBe(code);
    }
  });

  it('[TOKEN8] with maps:read a socket reads, with maps:write it writes', async () => {
    for (const [scope, canWrite] of [
      ['maps:read', 0],
      ['maps:write', 1],
    ] as const) {
      const { secret } = await bed.personal({ scopes: [scope] });
      const socket = await bed.openSync(bed.map(), bearer(secret), { query: '?ack=1' });
      const hello = createDecoder(socket.first());
      const [kind, , may] = [readVarUint(hello), readVarUint(hello), readVarUint(hello)];
      expect([kind, may]).toEqual([101, canWrite]);
      await socket.close();
    }
  });

  it('[TOKEN8] the secret is taken from no address and from no greeting', async () => {
    const { secret } = await bed.personal();
    for (const query of [`?token=${secret}`, `?ticket=${secret}`, `?authorization=Bearer%20${secret}`]) {
      const socket = await bed.openSync(bed.map(), {}, { query });
      await until('ended', () => socket.ended() !== null);
      expect(socket.ended()).toBe(4401);
    }
    const response = await fetch(`${bed.server.url}/graphql?token=${secret}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { id } }', token: secret }),
    });
    expect(await response.json()).toMatchObject({ data: { viewer: null } });
  });

  it('[TOKEN8] offline work is brought with a token, and refused without or beyond it', async () => {
    const { secret } = await bed.personal({ mapIds: [bed.map(0)] });
    for (const method of ['GET', 'POST'] as const) {
      expect(await work(bed.map(0), method, {})).toBe(401);
      expect(await work(bed.map(0), method, bearer('jjk_p_x'))).toBe(401);
      expect(await work(bed.map(1), method, bearer(secret))).toBe(404);
      // Its life is another one, so what it is about is looked at: it was let in.
      expect(await work(bed.map(0), method, { ...bearer(secret), origin: 'https://evil.example' })).toBe(409);
    }
  });

  it('[TOKEN8] whoever can send no header opens a socket with a ticket, asked for with the token', async () => {
    const { secret } = await bed.personal({ mapIds: [bed.map(0)] });
    expect((await ticketFor(bed.map(1), secret)).status).toBe(404);
    expect((await ticketFor(bed.map(0), 'jjk_p_x')).status).toBe(401);
    const lacking = await ticketFor(bed.map(0), (await bed.personal({ scopes: ['events:read'] })).secret);
    expect([lacking.status, await lacking.json()]).toMatchObject([403, { scope: 'maps:read' }]);
    const issued = await ticketFor(bed.map(0), secret);
    expect(issued.status).toBe(201);
    const { ticket } = (await issued.json()) as { ticket: string };
    const socket = await bed.openSync(bed.map(0), {}, { query: `?ticket=${ticket}` });
    expect(socket.ended()).toBeNull();
    await socket.close();
  });

  it('[TOKEN8] a subscription needs events:read, and nothing of the map but what it tells', async () => {
    const { secret } = await bed.personal({ scopes: ['events:read'] });
    const followed = await bed.follow(bed.map(), secret);
    expect(followed.heard[0]).toEqual({ mapChanged: { mapVersion: expect.any(String) } });
    await followed.close();
    const none = await bed.follow(bed.map(), 'jjk_p_x');
    expect([none.heard, none.ended()]).toEqual([[expect.anything()], 1006]);
  });

  it('[TOKEN8] the windows of a person and of their programs are counted together', async () => {
    const { secret } = await bed.personal({}, bed.team.editor);
    const open = Array.from({ length: syncLimits.connectionsPerUserAndMap + 1 }, () =>
      bed.openSync(bed.map(), bearer(secret)),
    );
    const sockets = await Promise.all(open);
    await until('one is refused', () => sockets.some((socket) => socket.ended() !== null));
    for (const socket of sockets) await socket.close();
  });

  it('[TOKEN6] [T13] revoked, its sockets close at once and those of its person stay', async () => {
    const made = await bed.personal({ scopes: ['maps:write', 'events:read'] });
    const robot = await bed.ofWorkspace({ scopes: ['maps:write', 'events:read'] });
    const own = await bed.openSync(bed.map(), { cookie: bed.team.owner.cookie, origin: bed.server.url });
    for (const token of [made, robot]) {
      const live = await bed.openSync(bed.map(), bearer(token.secret));
      const followed = await bed.follow(bed.map(), token.secret);
      await bed.revoke(token);
      await until('both ended', () => live.ended() !== null && followed.ended() !== null, 2_000);
      expect([live.ended(), followed.ended()]).toEqual([4401, 4401]);
    }
    expect(own.ended()).toBeNull();
    await own.close();
  });

  it('[GQL62] a client of graphql-ws comes back after a change of rights, and not with what was revoked', async () => {
    const { workspaceId } = bed.team;
    const person = await bed.seed.person({ workspaceId, role: 'editor' });
    const made = await bed.personal({ scopes: ['events:read'] }, person);
    const ends: unknown[] = [];
    const counted = { tried: 0, greeted: 0 };
    class Signed extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols, { headers: bearer(made.secret) });
        counted.tried += 1;
      }
    }
    const url = `${bed.server.wsUrl}/graphql`;
    const client = createClient({
      url,
      webSocketImpl: Signed,
      lazy: false,
      retryWait: async () => {},
      onNonLazyError: () => ends.push('over'),
    });
    client.on('connected', () => {
      counted.greeted += 1;
    });
    client.on('closed', (event) => ends.push((event as { code: number }).code));
    await until('greeted', () => counted.greeted === 1);
    await bed.act(
      'setMemberRole',
      { workspaceId, userId: person.userId, role: 'VIEWER' },
      'role',
      bed.team.owner,
    );
    await until('greeted again', () => counted.greeted === 2);
    expect(ends).toEqual([4403]);
    await bed.revoke(made, person);
    await until('over', () => ends.includes('over'));
    expect([ends, counted.tried]).toEqual([[4403, 4401, 'over'], 2]);
    await client.dispose();
  });
});

import { once } from 'node:events';
import { type Client, createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { eventQueue } from '../../src/graphql/eventQueue.ts';
import { startGraphqlBed } from './graphqlBed.ts';

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let me: string;
let mapId: string;
const clients: Client[] = [];
const sockets: WebSocket[] = [];

beforeAll(async () => {
  bed = await startGraphqlBed();
  me = bed.person('editor');
  mapId = await bed.newMap(me);
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  for (const socket of sockets.splice(0)) socket.terminate();
});
afterAll(() => bed.close());

function client(as: string): Client {
  class Signed extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { authorization: as } });
    }
  }
  const made = createClient({ url: bed.wsUrl, webSocketImpl: Signed, retryAttempts: 0, lazy: true });
  clients.push(made);
  return made;
}

async function raw(
  as: string | null,
  protocol = 'graphql-transport-ws',
  headers: Record<string, string> = {},
) {
  const socket = new WebSocket(bed.wsUrl, protocol, {
    headers: { ...(as === null ? {} : { authorization: as }), ...headers },
  });
  sockets.push(socket);
  await once(socket, 'open');
  return socket;
}

async function refusedStatus(
  as: string | null,
  headers: Record<string, string> = {},
): Promise<number | undefined> {
  const socket = new WebSocket(bed.wsUrl, 'graphql-transport-ws', {
    headers: { ...(as === null ? {} : { authorization: as }), ...headers },
  });
  sockets.push(socket);
  socket.on('error', () => {});
  const [, response] = await once(socket, 'unexpected-response');
  return (response as { statusCode?: number }).statusCode;
}

/** Messages of a socket, one after the other. */
function inbox(socket: WebSocket): () => Promise<Record<string, unknown>> {
  const waiting: Record<string, unknown>[] = [];
  let wake: (() => void) | null = null;
  socket.on('message', (data) => {
    waiting.push(JSON.parse(String(data)));
    wake?.();
  });
  return async () => {
    while (waiting.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return waiting.shift() ?? {};
  };
}

const rename = (text: string) =>
  bed.ask(
    'mutation($input:SetMapTitleInput!){setMapTitle(input:$input){...on SetMapTitlePayload{mapVersion}}}',
    { input: { mapId, locale: 'EN', text } },
    me,
  );

const subscription = (id: string) =>
  `subscription{mapChanged(mapId:"${id}"){mapId mapVersion changedIds map{title{en}}}}`;

async function subscribe(socket: WebSocket, id: string, query: string): Promise<void> {
  socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
}

async function greeted(as: string) {
  const socket = await raw(as);
  const next = inbox(socket);
  socket.send(JSON.stringify({ type: 'connection_init' }));
  expect(await next()).toMatchObject({ type: 'connection_ack' });
  return { socket, next };
}

/** Renames the map again and again until what is waited for has come. */
async function renameUntil<T>(awaited: Promise<T>): Promise<T> {
  let come = false;
  const done = awaited.finally(() => {
    come = true;
  });
  done.catch(() => {});
  for (let n = 0; !come; n++) expect((await rename(`Once ${n}`)).errors).toEqual([]);
  return done;
}

describe('subscriptions', () => {
  it('[GQL60] a change arrives with its version, and is there when it is read at that version', async () => {
    const events = client(me).iterate<Record<string, unknown>>({ query: subscription(mapId) });
    const first = events.next();
    // The subscription may begin after the first change; a later one is surely seen.
    const { value } = await renameUntil(first);
    expect(value.data.mapChanged).toMatchObject({
      mapId,
      map: { title: { en: expect.stringMatching(/^Once/) } },
    });
    await events.return?.();
  });

  it('[GQL61] rights are judged at the start: absent and foreign maps answer alike', async () => {
    const stranger = bed.person('owner', 'wsp_two');
    for (const id of [mapId, 'map_none']) {
      const events = client(stranger).iterate({ query: subscription(id) });
      const { value } = await events.next();
      expect(value?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    }
  });

  it('[GQL62] whoever loses the right gets nothing more; whoever is signed out is closed', async () => {
    const leaving = bed.person('viewer');
    const { socket, next } = await greeted(leaving);
    await subscribe(socket, 'a', subscription(mapId));
    socket.send(JSON.stringify({ id: 'q', type: 'subscribe', payload: { query: '{__typename}' } }));
    expect(await next()).toMatchObject({ id: 'q', type: 'next' });
    expect(await next()).toMatchObject({ id: 'q', type: 'complete' });
    bed.people.delete(leaving);
    const [code] = await once(socket, 'close');
    expect(code).toBe(4401);
  });

  it('[GQL62] a removed member gets the same NOT_FOUND as a stranger, and the subscription ends', async () => {
    const leaving = bed.person('viewer');
    const { socket, next } = await greeted(leaving);
    await subscribe(socket, 'a', subscription(mapId));
    const actor = bed.people.get(leaving);
    if (actor?.kind !== 'member') throw new Error('A person without an actor');
    bed.people.set(leaving, { ...actor, memberships: [] });
    // Rights may be believed for two seconds: edits go on until the first one that is judged anew.
    let message = await renameUntil(next());
    while (message.type === 'next') message = await renameUntil(next());
    expect(message).toMatchObject({
      id: 'a',
      type: 'error',
      payload: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it('[GQL63] sixteen subscriptions are the most of one socket', async () => {
    const { socket, next } = await greeted(me);
    for (let at = 0; at < 17; at += 1) await subscribe(socket, `s${at}`, subscription(mapId));
    expect(await next()).toMatchObject({
      id: 's16',
      type: 'error',
      payload: [{ extensions: { code: 'SUBSCRIPTION_LIMIT' } }],
    });
  });

  it('[GQL64] limits of documents hold on sockets too', async () => {
    const { socket, next } = await greeted(me);
    await subscribe(
      socket,
      'deep',
      '{journeyMap(id:"x"){stages{steps{stage{steps{stage{steps{stage{id}}}}}}}}}',
    );
    expect(await next()).toMatchObject({
      id: 'deep',
      type: 'error',
      payload: [{ extensions: { code: 'DEPTH_LIMIT' } }],
    });
    await subscribe(socket, 'ops', '{__typename}');
    socket.send(
      JSON.stringify({
        id: 'v',
        type: 'subscribe',
        payload: { query: 'query($id:ID!){node(id:$id){id}}', variables: { id: { $ne: 1 } } },
      }),
    );
    const answers = [await next(), await next(), await next()];
    expect(answers.find(({ id }) => id === 'v')).toMatchObject({
      payload: [{ extensions: { code: 'BAD_VARIABLES' } }],
    });
  });

  it('[GQL65] silence, two greetings, binary and oversized messages close the socket', async () => {
    const silent = await raw(me);
    const closedSilent = once(silent, 'close');
    const { socket: twice } = await greeted(me);
    twice.send(JSON.stringify({ type: 'connection_init' }));
    expect((await once(twice, 'close'))[0]).toBe(4429);
    const binary = await raw(me);
    binary.send(Buffer.from('{}'));
    expect((await once(binary, 'close'))[0]).toBe(4400);
    const large = await raw(me);
    large.send('x'.repeat(70_000));
    expect((await once(large, 'close'))[0]).toBe(1009);
    expect((await closedSilent)[0]).toBe(4408);
  });

  it('[GQL65] what only a server says closes the socket and is no failure of ours', async () => {
    for (const message of [{ type: 'connection_ack' }, { id: 'a', type: 'next', payload: { data: null } }]) {
      const socket = await raw(me);
      socket.send(JSON.stringify(message));
      expect((await once(socket, 'close'))[0]).toBe(4400);
    }
    expect(bed.reported).toEqual([]);
  });

  it('[GQL66] nobody, foreign pages and too many sockets are refused before the upgrade', async () => {
    expect(await refusedStatus(null)).toBe(401);
    expect(await refusedStatus(me, { origin: 'https://evil.example' })).toBe(403);
    const crowd = bed.person('viewer');
    for (let at = 0; at < 10; at += 1) await raw(crowd);
    expect(await refusedStatus(crowd)).toBe(429);
  });

  it('[GQL67] a client that does not read is ended after 100 events, and the source is let go', async () => {
    const source: { push: ((event: number) => void) | null; stopped: number } = { push: null, stopped: 0 };
    const queue = eventQueue<number>((push) => {
      source.push = push;
      return () => {
        source.stopped += 1;
      };
    });
    for (let at = 0; at < 101; at += 1) source.push?.(at);
    expect(source.stopped).toBe(1);
    await expect(queue.next()).rejects.toMatchObject({ extensions: { code: 'SLOW_CONSUMER' } });
    expect(await queue.next()).toEqual({ done: true, value: undefined });
    const left = eventQueue<number>(() => () => {
      source.stopped += 1;
    });
    const pending = left.next();
    await left.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(source.stopped).toBe(2);
  });
});

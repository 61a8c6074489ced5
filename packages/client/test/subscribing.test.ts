import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MapChangesDocument } from '../src/documents/index.ts';
import { followEvents } from '../src/events/index.ts';
import { createJejakClient, type JejakClient } from '../src/index.ts';
import { FakeSocket } from './FakeSocket.ts';
import { type StandInAnswer, standIn } from './standIn.ts';

const url = 'https://map.example';
const mapId = 'map_1';
const cursorAt = (cursor: string): StandInAnswer => ({
  body: { data: { journeyMap: { lastEventCursor: cursor, mapVersion: '1.1' } } },
});
const clients: JejakClient[] = [];

function clientOf(...answers: readonly StandInAnswer[]) {
  const { fetch, sent } = standIn(...answers);
  const WebSocketClass = FakeSocket as unknown as typeof WebSocket;
  const jejak = createJejakClient({ url, token: 'jjk_p_x', fetch, WebSocket: WebSocketClass });
  clients.push(jejak);
  return { jejak, sent };
}

beforeEach(() => {
  FakeSocket.opened = [];
  FakeSocket.behaviour = 'acknowledges';
});
afterEach(() => {
  vi.useRealTimers();
  for (const jejak of clients.splice(0)) jejak.close();
});

/** Waits until the client has subscribed for the `count`th time. */
async function subscribed(count = 1): Promise<FakeSocket> {
  await vi.waitFor(() =>
    expect(FakeSocket.opened.filter((socket) => socket.subscription !== undefined)).toHaveLength(count),
  );
  return FakeSocket.last;
}

const event = (n: number) => ({
  data: { journeyEvents: { __typename: 'CardAdded', id: `e${n}`, cursor: `c${n}` } },
});

describe('a subscription', () => {
  it('[CLIENT3] says in a header of its socket who asks', async () => {
    const { jejak } = clientOf();
    const reading = jejak.subscribe(MapChangesDocument, { mapId }).next();
    const socket = await subscribed();
    expect(socket.given).toEqual([
      'wss://map.example/graphql',
      'graphql-transport-ws',
      { headers: { authorization: 'Bearer jjk_p_x' } },
    ]);
    socket.next({ data: { mapChanged: { mapId, mapVersion: '1.2', changedIds: [] } } });
    expect((await reading).value).toMatchObject({ mapChanged: { mapVersion: '1.2' } });
  });

  it('[CLIENT3] opens none with a token in a browser: the session of the page would follow', async () => {
    vi.doMock('#socket', () => import('../src/socket.browser.ts'));
    const jejak = createJejakClient({ url, token: 'jjk_p_x' });
    const reading = jejak.subscribe(MapChangesDocument, { mapId }).next();
    await expect(reading).rejects.toMatchObject({ code: 'NO_HEADERS' });
    vi.doUnmock('#socket');
  });

  it('[CLIENT10] shares one socket with all others, which is closed with the last', async () => {
    const { jejak } = clientOf();
    const [one, other] = [1, 2].map(() => jejak.subscribe(MapChangesDocument, { mapId }));
    const reading = [one?.next(), other?.next()];
    const socket = await subscribed();
    await vi.waitFor(() => expect(socket.sent.filter(({ type }) => type === 'subscribe')).toHaveLength(2));
    for (const { id, type } of [...socket.sent])
      if (type === 'subscribe')
        socket.tell({ type: 'next', id, payload: { data: { mapChanged: { mapId, changedIds: [] } } } });
    await Promise.all(reading);
    await one?.return();
    expect(socket.readyState).toBe(FakeSocket.OPEN);
    await other?.return();
    await vi.waitFor(() => expect(socket.readyState).toBe(FakeSocket.CLOSED));
    expect(FakeSocket.opened).toHaveLength(1);
  });

  it.each([
    [4400, 'BAD_REQUEST'],
    [4401, 'UNAUTHENTICATED'],
    [4429, 'BAD_REQUEST'],
    [1009, 'TOO_LARGE'],
    [4403, 'UNREACHABLE'],
    [1012, 'UNREACHABLE'],
    [1006, 'UNREACHABLE'],
    [1000, 'UNREACHABLE'],
  ])('[CLIENT10] that is closed with %i ends with %s', async (code, wanted) => {
    const { jejak } = clientOf();
    const reading = jejak.subscribe(MapChangesDocument, { mapId }).next();
    const told = expect(reading).rejects.toMatchObject({ code: wanted });
    (await subscribed()).end(code);
    await told;
  });

  it('[CLIENT10] that nobody reads holds a thousand events, then ends and says so', async () => {
    const { jejak } = clientOf();
    const events = jejak.subscribe<{ n: number }>('subscription { n }');
    const first = events.next();
    const socket = await subscribed();
    socket.next({ data: { n: 0 } });
    expect((await first).value).toEqual({ n: 0 });
    for (let n = 1; n <= 1_001; n += 1) socket.next({ data: { n } });
    expect(socket.sent.at(-1)).toMatchObject({ type: 'complete' });
    for (let n = 1; n <= 1_000; n += 1) expect((await events.next()).value).toEqual({ n });
    await expect(events.next()).rejects.toMatchObject({ code: 'SLOW_CONSUMER' });
  });

  it('[CLIENT10] over a connection that fell silent, or never opens, ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { jejak } = clientOf();
    const silent = jejak.subscribe(MapChangesDocument, { mapId }).next();
    const toldSilent = expect(silent).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(16_000);
    const socket = FakeSocket.last;
    expect(socket.sent.map(({ type }) => type)).toContain('ping');
    expect(socket.readyState).toBe(FakeSocket.OPEN);
    socket.freeze();
    await vi.advanceTimersByTimeAsync(26_000);
    await toldSilent;
    FakeSocket.behaviour = 'says nothing';
    const unopened = jejak.subscribe(MapChangesDocument, { mapId }).next();
    const toldUnopened = expect(unopened).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await vi.advanceTimersByTimeAsync(16_000);
    await toldUnopened;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('following events', () => {
  it('[CLIENT11] goes on behind the last event it handed out, where it was cut', async () => {
    const { jejak } = clientOf(cursorAt('c0'));
    const cuts: string[] = [];
    const events = followEvents(jejak, { mapId, onCut: ({ code }) => cuts.push(code) });
    const first = events.next();
    let socket = await subscribed();
    expect(socket.sent.at(-1)).toMatchObject({ payload: { variables: { mapId, after: 'c0' } } });
    // Cut before anything came: it begins at the same place.
    socket.end(1012);
    socket = await subscribed(2);
    expect(socket.sent.at(-1)).toMatchObject({ payload: { variables: { after: 'c0' } } });
    socket.next(event(1));
    socket.next(event(2));
    expect((await first).value).toMatchObject({ id: 'e1' });
    expect((await events.next()).value).toMatchObject({ id: 'e2' });
    const third = events.next();
    socket.end(1006);
    socket = await subscribed(3);
    expect(socket.sent.at(-1)).toMatchObject({ payload: { variables: { after: 'c2' } } });
    socket.next(event(3));
    expect((await third).value).toMatchObject({ id: 'e3' });
    expect(cuts).toEqual(['UNREACHABLE', 'UNREACHABLE']);
    await events.return();
  });

  it.each(['a thousand wait here', 'the server says so'])(
    '[CLIENT11] too slow a reader loses nothing: %s',
    async (where) => {
      const { jejak } = clientOf();
      const events = followEvents(jejak, { mapId, after: 'c0' });
      const first = events.next();
      const socket = await subscribed();
      socket.next(event(1));
      expect((await first).value).toMatchObject({ id: 'e1' });
      const count = where === 'the server says so' ? 10 : 1_000;
      for (let n = 2; n <= count + 1; n += 1) socket.next(event(n));
      const { subscription: id } = socket;
      if (count === 1_000) socket.next(event(1_002));
      else
        socket.tell({
          type: 'error',
          id,
          payload: [{ message: 'Slow', extensions: { code: 'SLOW_CONSUMER' } }],
        });
      for (let n = 2; n <= count + 1; n += 1)
        expect((await events.next()).value).toMatchObject({ id: `e${n}` });
      const next = events.next();
      await vi.waitFor(() =>
        expect(FakeSocket.last.sent.at(-1)).toMatchObject({
          type: 'subscribe',
          payload: { variables: { after: `c${count + 1}` } },
        }),
      );
      FakeSocket.last.next(event(count + 2));
      expect((await next).value).toMatchObject({ id: `e${count + 2}` });
      await events.return();
    },
  );

  it('[CLIENT12] asks beside a socket that cannot be opened whether it is welcome', async () => {
    FakeSocket.behaviour = 'refuses';
    const gone = {
      status: 401,
      body: { errors: [{ message: 'Who?', extensions: { code: 'UNAUTHENTICATED' } }] },
    };
    const { jejak, sent } = clientOf(cursorAt('c0'), cursorAt('c0'), gone);
    await expect(followEvents(jejak, { mapId }).next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(sent).toHaveLength(3);
    expect(FakeSocket.opened.length).toBeGreaterThanOrEqual(2);
  });

  it('[CLIENT12] waits as long as the server said', async () => {
    const { jejak } = clientOf();
    const events = followEvents(jejak, { mapId, after: 'c0' });
    const first = events.next();
    const socket = await subscribed();
    const extensions = { code: 'RATE_LIMITED', retryAfterSeconds: 0 };
    socket.tell({ type: 'error', id: socket.subscription, payload: [{ message: 'Later', extensions }] });
    await vi.waitFor(() =>
      expect(
        FakeSocket.opened.flatMap(({ sent }) => sent).filter(({ type }) => type === 'subscribe'),
      ).toHaveLength(2),
    );
    FakeSocket.last.next(event(1));
    expect((await first).value).toMatchObject({ id: 'e1' });
    await events.return();
  });

  it('[CLIENT13] ends by the signal at any moment, and waits for nothing', async () => {
    FakeSocket.behaviour = 'says nothing';
    const { jejak } = clientOf();
    const given = new AbortController();
    const waiting = followEvents(jejak, { mapId, after: 'c0', signal: given.signal }).next();
    await vi.waitFor(() => expect(FakeSocket.opened).toHaveLength(1));
    given.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    const late = followEvents(jejak, { mapId, after: 'c0', signal: given.signal });
    expect(await late.next()).toEqual({ done: true, value: undefined });
    expect(FakeSocket.opened).toHaveLength(1);
  });
});

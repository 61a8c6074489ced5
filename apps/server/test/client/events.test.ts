import { JejakError, orThrow } from '@jejak/client';
import { MapChangesDocument } from '@jejak/client/documents';
import { followEvents, type JourneyEvent } from '@jejak/client/events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../sync/until.ts';
import { ClientBed } from './ClientBed.ts';

let bed: ClientBed;
let mapId: string;
beforeAll(async () => {
  bed = await ClientBed.start();
});
afterEach(() => bed.endAll());
afterAll(() => bed.close());

/** Reads events in the background, until it is told to stop or they end. */
function reader(events: AsyncGenerator<JourneyEvent, void>) {
  const read: JourneyEvent[] = [];
  const ended = (async () => {
    try {
      for await (const event of events) read.push(event);
      return null;
    } catch (error) {
      return error instanceof JejakError ? error.code : String(error);
    }
  })();
  return { read, ended, texts: () => read.map(textOf) };
}

const textOf = (event: JourneyEvent): string =>
  event.__typename === 'CardAdded' ? (event.after?.text?.en ?? '') : event.kind;

async function cursorOf(id: string): Promise<string> {
  const { journeyMap } = orThrow(
    await bed
      .client()
      .query<{ journeyMap: { lastEventCursor: string } }>(`{ journeyMap(id: "${id}") { lastEventCursor } }`),
  );
  return journeyMap.lastEventCursor;
}

describe('following events', () => {
  it('[CLIENT11] neither misses nor repeats an event while connections are cut and the server starts anew', async () => {
    mapId = await bed.workspace.createMap('Followed');
    const network = await bed.network();
    const jejak = bed.client({ url: `http://127.0.0.1:${network.port}` });
    let cuts = 0;
    const onCut = () => {
      cuts += 1;
    };
    const follower = reader(followEvents(jejak, { mapId, after: await cursorOf(mapId), onCut }));
    const wanted: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (const part of ['a', 'b', 'c']) {
        const text = `${round}${part}`;
        wanted.push(text);
        await bed.addCard(mapId, text);
        if (part === 'b') network.reset();
      }
      if (round === 2) await bed.server.restart();
      await until(`round ${round}`, () => follower.read.length >= wanted.length, 30_000);
    }
    expect(follower.texts()).toEqual(wanted);
    expect(new Set(follower.read.map(({ id }) => id)).size).toBe(wanted.length);
    expect(cuts).toBeGreaterThan(0);
    expect(follower.read[0]).toMatchObject({ kind: 'CARD_ADDED', actor: { kind: 'USER' } });
  });

  it('[CLIENT11] goes on from a kept cursor, and begins now without one', async () => {
    mapId = await bed.workspace.createMap('Kept');
    const cursor = await cursorOf(mapId);
    await bed.addCard(mapId, 'one');
    await bed.addCard(mapId, 'two');
    const jejak = bed.client();
    const again = reader(followEvents(jejak, { mapId, after: cursor }));
    await until('both', () => again.read.length === 2);
    const further = reader(followEvents(jejak, { mapId, after: again.read[0]?.cursor ?? '' }));
    await until('the second', () => further.read.length === 1);
    expect(further.texts()).toEqual(['two']);
    const now = followEvents(jejak, { mapId });
    const first = now.next();
    // Where it begins is known before anything comes: the socket need not be there yet.
    for (let n = 0; again.read.length < 60; n += 1) {
      await bed.addCard(mapId, `later ${n}`);
      if ((await Promise.race([first, Promise.resolve('nothing yet')])) !== 'nothing yet') break;
    }
    expect((await first).value).toMatchObject({ kind: 'CARD_ADDED' });
    await now.return();
  });

  it('[CLIENT13] ends with the map, by the signal, and with the client', async () => {
    mapId = await bed.workspace.createMap('Ends');
    const after = await cursorOf(mapId);
    const jejak = bed.client();
    const other = bed.client();
    const given = new AbortController();
    const withMap = reader(followEvents(jejak, { mapId, after }));
    const bySignal = reader(followEvents(jejak, { mapId, after, signal: given.signal }));
    const withClient = reader(followEvents(other, { mapId, after }));
    await bed.addCard(mapId, 'one');
    for (const one of [withMap, bySignal, withClient]) await until('it follows', () => one.read.length === 1);
    given.abort();
    expect(await bySignal.ended).toBeNull();
    other.close();
    expect(await withClient.ended).toBeNull();
    await bed.deleteMap(mapId);
    expect(await withMap.ended).toBeNull();
    expect(withMap.texts().slice(0, 1)).toEqual(['one']);
    for (const one of [bySignal, withClient]) expect(one.texts()).toEqual(['one']);
  });

  it('[CLIENT12] what does not pass ends it with its code', async () => {
    mapId = await bed.workspace.createMap('Refused');
    const jejak = bed.client();
    expect(await reader(followEvents(jejak, { mapId: 'map_absent' })).ended).toBe('NOT_FOUND');
    expect(await reader(followEvents(jejak, { mapId, after: 'nonsense' })).ended).toBe('INVALID_CURSOR');
    const nobody = bed.client({ token: 'jjk_p_x' });
    expect(await reader(followEvents(nobody, { mapId })).ended).toBe('UNAUTHENTICATED');
    // The door tells a socket nothing that a browser could see: the question beside it does.
    expect(await reader(followEvents(nobody, { mapId, after: await cursorOf(mapId) })).ended).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('[CLIENT12] a token that is revoked ends it', async () => {
    const own = await ClientBed.start();
    try {
      const id = await own.workspace.createMap('Revoked');
      const follower = reader(followEvents(own.client(), { mapId: id }));
      for (let n = 0; follower.read.length === 0; n += 1) await own.addCard(id, `card ${n}`);
      await own.revokeToken();
      expect(await follower.ended).toBe('UNAUTHENTICATED');
    } finally {
      await own.close();
    }
  });

  it('[CLIENT13] ends at once where the network swallows everything', async () => {
    mapId = await bed.workspace.createMap('Left');
    const network = await bed.network();
    const jejak = bed.client({ url: `http://127.0.0.1:${network.port}` });
    const follower = reader(followEvents(jejak, { mapId }));
    for (let n = 0; follower.read.length === 0; n += 1) await bed.addCard(mapId, `card ${n}`);
    network.stall('both', false);
    jejak.close();
    expect(await follower.ended).toBeNull();
    network.resume();
  });
});

describe('a plain subscription', () => {
  it('[CLIENT10] hears of changes, and a cut connection is told: nothing says what happened meanwhile', async () => {
    mapId = await bed.workspace.createMap('Plain');
    const network = await bed.network();
    const jejak = bed.client({ url: `http://127.0.0.1:${network.port}` });
    const changes = jejak.subscribe(MapChangesDocument, { mapId });
    const first = changes.next();
    let isHeard = false;
    void first.then(() => {
      isHeard = true;
    });
    while (!isHeard) await bed.addCard(mapId, 'changed');
    expect((await first).value).toMatchObject({ mapChanged: { mapId, changedIds: [expect.any(String)] } });
    const cut = (async () => {
      for await (const _change of changes);
    })();
    network.reset();
    await expect(cut).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });

  it('[CLIENT10] carries the subscriptions of urql as well', async () => {
    mapId = await bed.workspace.createMap('Urql');
    const { urql } = bed.client();
    let heard: unknown = null;
    const { unsubscribe } = urql.subscription(MapChangesDocument, { mapId }).subscribe(({ data }) => {
      heard = data?.mapChanged.mapId;
    });
    while (heard === null) await bed.addCard(mapId, 'changed');
    expect(heard).toBe(mapId);
    unsubscribe();
  });

  it('[CLIENT10] says why it was refused', async () => {
    const jejak = bed.client();
    await expect(jejak.subscribe(MapChangesDocument, { mapId: 'map_absent' }).next()).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(jejak.subscribe('subscription { nonsense }').next()).rejects.toMatchObject({
      code: 'VALIDATION',
    });
  });
});

import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import { MongoClientClaims } from '../../src/persistence/mongo/MongoClientClaims.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { createRooms } from '../../src/rooms/createRooms.ts';
import { ProtocolBed, score } from './protocolBed.ts';

/** Section "Epoch" of docs/PROTOCOL.md; the quotes are its sentences. */
let bed: ProtocolBed;

beforeAll(async () => {
  bed = await ProtocolBed.start();
});
afterEach(() => bed.clear());
afterAll(() => bed.close());

/** Begins the content of a map anew, as another node of the server would. */
async function beginAnew(mapId: string): Promise<void> {
  const [node] = bed.server.nodes;
  if (node === undefined) throw new Error('There is no node.');
  const { connection } = node.database;
  const logger = pino({ level: 'silent' });
  const log = new MongoUpdateLog({ connection, logger });
  const rooms = createRooms({
    log,
    snapshots: new MongoSnapshotStore(connection),
    claims: new MongoClientClaims(connection),
    bus: new InProcessBus(),
    logger,
  });
  try {
    expect(await rooms.registry.renew(mapId, ['content'])).toBe('renewed');
  } finally {
    await rooms.close();
    await log.close();
  }
}

describe('Epoch', () => {
  it('[PROTO17] "The server repeats it in the present life, once"', async () => {
    const mapId = await bed.map();
    const here = await bed.client(mapId, { query: 'ack=1' }).ready();
    const { epoch } = await here.got('hello');
    here.doc.getMap('emotionScores').set('stp_a:per_a', 1);
    await here.saved();
    await beginAnew(mapId);
    // Written at that moment, and not saved.
    here.doc.getMap('emotionScores').set('stp_b:per_a', -2);
    expect(await here.closed).toBe(4409);

    const own = { cookie: bed.owner.cookie, origin: bed.server.url };
    const address = `${bed.server.url}/sync/${mapId}/content/work?epoch=${epoch}`;
    const held = new Uint8Array(await (await fetch(address, { headers: own })).arrayBuffer());
    const bring = () =>
      fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', ...own },
        body: new Uint8Array(Y.encodeStateAsUpdate(here.doc, held)),
      });
    const first = await bring();
    expect(first.status).toBe(200);
    const { seq } = (await first.json()) as { seq: number };
    expect(await (await bring()).json()).toEqual({ seq });
    const fresh = await bed.client(mapId, { query: 'ack=1' }).ready();
    expect((await fresh.got('hello')).epoch).not.toBe(epoch);
    expect([score(fresh.doc, 'stp_a:per_a'), score(fresh.doc, 'stp_b:per_a')]).toEqual([1, -2]);
  });

  it('[PROTO17] "A copy without `?epoch=` is known by its state vector"', async () => {
    const mapId = await bed.map();
    const away = await bed.client(mapId).ready();
    await away.leave();
    await beginAnew(mapId);
    // Whatever comes over this node tells it: here the write of somebody else.
    const writer = await bed.client(mapId, { query: 'ack=1' }).ready();
    writer.doc.getMap('emotionScores').set('stp_a:per_a', 1);
    expect(await writer.closed).toBe(4409);
    const back = bed.client(mapId, { doc: away.doc });
    back.askForWhatIsMissing();
    expect(await back.closed).toBe(4409);
  });

  it('[PROTO17] "A 409 there means that this life is not kept any more"', async () => {
    const mapId = await bed.map();
    const own = { cookie: bed.owner.cookie };
    const address = `${bed.server.url}/sync/${mapId}/content/work?epoch=4`;
    const answer = await fetch(address, { headers: own });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'CONFLICT' });
  });
});

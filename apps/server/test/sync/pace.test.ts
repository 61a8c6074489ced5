import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { SyncHandlerOptions } from '../../src/sync/createSyncHandler.ts';
import { awarenessFrame, syncFrame } from '../protocol/frames.ts';
import { PlainClient } from '../protocol/PlainClient.ts';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';

const mapId = 'map_pace00000001';
const ends: (() => unknown)[] = [];

async function open(limits: SyncHandlerOptions['limits']): Promise<SyncServer> {
  const server = await startSyncServer(limits === undefined ? {} : { limits });
  ends.unshift(() => server.stop());
  await server.createMap(mapId);
  return server;
}

function client(server: SyncServer, as: string, speaks = true): PlainClient {
  const one = new PlainClient(`${server.url}/${mapId}/content?ack=1&as=${as}`, { speaks });
  ends.unshift(() => one.drop());
  return one;
}

describe('too much at once', () => {
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  it('[SYNC32] a fast hand loses nothing: what is too much waits and is saved', async () => {
    const server = await open({ messagesBurst: 20, messagesPerSecond: 1_000 });
    const anna = await client(server, 'anna').ready();
    const scores = anna.doc.getMap('emotionScores');
    for (let edit = 0; edit < 500; edit++) scores.set(`e${edit}`, edit);
    await anna.saved();
    const reader = await client(server, 'reader').ready();
    expect(reader.doc.getMap('emotionScores').size).toBe(500);
  });

  it('[SYNC32] whoever never stops is sent away to come back: 1013', async () => {
    const server = await open({ messagesBurst: 5, messagesPerSecond: 10, debtMsMax: 500 });
    const flood = await client(server, 'flood').ready();
    for (let edit = 0; edit < 100; edit++) flood.doc.getMap('emotionScores').set('flood', edit);
    expect(await flood.closed).toBe(1013);
  });

  it('[SYNC32] a flood of pings counts like everything else', async () => {
    const server = await open({ messagesBurst: 5, messagesPerSecond: 10, debtMsMax: 500 });
    const flood = new WebSocket(`${server.url}/${mapId}/content?as=flood`);
    ends.unshift(() => flood.terminate());
    await once(flood, 'message');
    // The library itself cuts off whoever has 60 answers under way: it may not come first.
    for (let sent = 0; sent < 20; sent++) flood.ping();
    const [code] = await once(flood, 'close');
    expect(code).toBe(1013);
  });

  it('[SYNC32] step 1 again and again is answered at its rate and then no more', async () => {
    const server = await open({ stateVectorsPerMinute: 6, debtMsMax: 500 });
    const asking = client(server, 'asking', false);
    await asking.got('step1');
    for (let ask = 0; ask < 7; ask++) asking.askForWhatIsMissing(Y.encodeStateVector(new Y.Doc()));
    expect(await asking.closed).toBe(1013);
    expect(asking.all('step2').length).toBeLessThanOrEqual(6);
  });

  it('[SYNC33] a flood of presence does not stop an edit, and the newest arrives', async () => {
    const server = await open({ presencePerSecond: 20 });
    const [anna, reader] = [await client(server, 'anna').ready(), await client(server, 'reader').ready()];
    const { clientID } = anna.doc;
    for (let clock = 1; clock <= 150; clock++)
      anna.send(awarenessFrame([{ clientId: clientID, clock, state: { selection: [`c${clock}`] } }]));
    anna.doc.getMap('emotionScores').set('edit', 1);
    await anna.saved();
    await reader.got('awareness', ({ entries }) =>
      entries.some(({ clientId, clock }) => clientId === clientID && clock === 150),
    );
  });

  it('[SYNC32] a message whose first number is written the long way is counted as what it is', async () => {
    const server = await open({ stateVectorsPerMinute: 2, debtMsMax: 500 });
    const sly = client(server, 'sly', false);
    await sly.got('step1');
    const plain = syncFrame('step1', Y.encodeStateVector(new Y.Doc()));
    for (let ask = 0; ask < 3; ask++) sly.send(Uint8Array.of(0x80, 0, ...plain.subarray(1)));
    expect(await sly.closed).toBe(1013);
  });
});

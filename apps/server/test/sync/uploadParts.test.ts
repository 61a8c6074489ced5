import { heavyLimits } from '@jejak/protocol';
import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { PlainClient } from '../protocol/PlainClient.ts';
import { startSyncServer } from './startSyncServer.ts';

const mapId = 'map_uploadparts1';

it('[WORKUP11] large work is applied in parts, others are served in between, and it is answered when all is journaled', async () => {
  const server = await startSyncServer();
  await server.createMap(mapId);
  const reader = await new PlainClient(`${server.url}/${mapId}/content?ack=1&as=budi`).ready();
  try {
    const count = 2 * heavyLimits.partStructs + 1;
    const doc = new Y.Doc();
    for (let n = 0; n < count; n++) doc.getMap('emotionScores').set(`e${n}`, n);
    const room = server.rooms.registry.peek(mapId)?.content;
    if (room === undefined) throw new Error('the map is not open');
    let turn = 0;
    const turns: number[] = [];
    const next = (): void => {
      turn += 1;
      timer = setImmediate(next);
    };
    let timer = setImmediate(next);
    const submit = room.submit.bind(room);
    vi.spyOn(room, 'submit').mockImplementation((...given) => {
      const submission = submit(...given);
      if (submission === 'taken') turns.push(turn);
      return submission;
    });
    const answer = await fetch(
      `${server.url.replace('ws', 'http')}/${mapId}/content/work?as=anna&epoch=${room.epoch}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(Y.encodeStateAsUpdate(doc)),
      },
    );
    clearImmediate(timer);
    expect([answer.status, await answer.json()]).toEqual([200, { seq: room.tail }]);
    expect(new Set(turns).size).toBe(3);
    await reader.until('all of it', (copy) => copy.getMap('emotionScores').size === count);
    expect(reader.all('update')).toHaveLength(3);
  } finally {
    vi.restoreAllMocks();
    reader.drop();
    await server.stop();
  }
});

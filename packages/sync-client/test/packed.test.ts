import { deflateRawSync } from 'node:zlib';
import { packedStateBytesMax } from '@jejak/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { connectMap, type MapConnection } from '../src/index.ts';
import { FakeServer, root, texts } from './FakeServer.ts';
import { until } from './until.ts';

let server: FakeServer;
let map: MapConnection | null = null;
let packings = 0;

const packing = (state: Uint8Array) => ({ bytes: deflateRawSync(state), length: state.byteLength });

function join(): MapConnection {
  map = connectMap({
    url: 'ws://map.example/sync',
    mapId: 'map_1',
    WebSocketImpl: server.WebSocketImpl,
    fetch: server.fetch,
    random: () => 0,
  });
  return map;
}

beforeEach(() => {
  server = new FakeServer();
  packings = 0;
  server
    .doc()
    .getMap(root)
    .set('a', new Y.Text('a text that is long enough. '.repeat(1_000)));
});

afterEach(async () => {
  await map?.destroy();
  map = null;
});

describe('a document that comes packed', () => {
  test('[PACK1] is handled before what came after it, and is whole when it is said to be', async () => {
    const before = Y.encodeStateAsUpdate(server.doc());
    const since: Uint8Array[] = [];
    server.doc().on('update', (update) => since.push(update));
    for (const key of ['b', 'c']) {
      const text = server.doc().getMap(root).get('a');
      if (text instanceof Y.Text) text.insert(text.length, key);
    }
    server.packed = () => packing(before);
    server.since = since;
    const joined = join();
    const { content } = joined.docs;
    const pending: unknown[] = [];
    content.on('update', () => pending.push(content.store.pendingStructs));
    let whenSaved: unknown = null;
    joined.onStatus(({ kind }) => {
      if (kind === 'saved') whenSaved ??= texts(content);
    });
    await until('it is saved', () => whenSaved !== null);
    expect(whenSaved).toEqual(texts(server.doc()));
    expect(pending).toEqual([null, null, null]);
  });

  test.each([
    ['is no deflate data', () => ({ bytes: Uint8Array.of(255, 255, 255), length: 100 })],
    ['is longer than it says', (state: Uint8Array) => ({ ...packing(state), length: state.byteLength - 1 })],
    ['is shorter than it says', (state: Uint8Array) => ({ ...packing(state), length: state.byteLength + 1 })],
    [
      'is cut off',
      (state: Uint8Array) => ({ ...packing(state), bytes: packing(state).bytes.subarray(0, 50) }),
    ],
    [
      'holds more than a document',
      (state: Uint8Array) => ({ ...packing(state), length: packedStateBytesMax + 1 }),
    ],
    ['is no update', () => packing(new Uint8Array(100).fill(255))],
  ])('[PACK2] and %s is asked for plain', async (_, pack) => {
    server.packed = (state) => {
      packings += 1;
      return pack(state);
    };
    const { docs } = join();
    await until('it is there', () => map?.status.kind === 'saved');
    expect(texts(docs.content)).toEqual(texts(server.doc()));
    // Once for each of the two documents.
    expect(packings).toBeLessThanOrEqual(2);
  });

  test('[PACK3] and whose socket ends meanwhile is asked for again', async () => {
    server.packed = (state) => {
      packings += 1;
      if (packings === 1) setImmediate(() => setImmediate(() => server.closeAll(1012)));
      return packing(state);
    };
    const { docs } = join();
    await until('it is there', () => map?.status.kind === 'saved');
    expect(texts(docs.content)).toEqual(texts(server.doc()));
    expect(packings).toBeGreaterThan(2);
  });
});

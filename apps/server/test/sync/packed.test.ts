import { connectMap, type MapConnection } from '@jejak/sync-client';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { PlainClient } from '../protocol/PlainClient.ts';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';
import { until } from './until.ts';

/** A log whose appends wait until they are let through. */
class GatedLog extends MemoryUpdateLog {
  #open: (() => void)[] | null = null;

  shut(): void {
    this.#open = [];
  }

  letThrough(): void {
    for (const go of this.#open?.splice(0) ?? []) go();
  }

  open(): void {
    this.letThrough();
    this.#open = null;
  }

  get waiting(): number {
    return this.#open?.length ?? 0;
  }

  override async append(entry: LogEntry): Promise<AppendResult> {
    const gate = this.#open;
    if (gate !== null) await new Promise<void>((resolve) => gate.push(resolve));
    return super.append(entry);
  }
}

describe('a large document', () => {
  const mapId = 'map_packed000001';
  const ends: (() => Promise<void>)[] = [];

  const open = async (log = new MemoryUpdateLog()): Promise<SyncServer> => {
    const server = await startSyncServer({ log });
    ends.unshift(() => server.stop());
    await server.createMap(mapId, ({ structure, content }) => {
      structure.getMap('meta').set('schemaVersion', 1);
      content.getMap('meta').set('schemaVersion', 1);
      content.getText('t').insert(0, 'a word of many. '.repeat(1_200));
    });
    return server;
  };
  const plain = (server: SyncServer, query: string): PlainClient => {
    const client = new PlainClient(`${server.url}/${mapId}/content?${query}`);
    ends.unshift(async () => {
      client.drop();
      await client.closed;
    });
    return client;
  };
  const ours = (server: SyncServer, as: string): MapConnection => {
    const map = connectMap({
      url: server.url,
      mapId,
      // The browser's type lacks what Node's has and the other way round.
      WebSocketImpl: WebSocket as unknown as typeof globalThis.WebSocket,
      params: async () => ({ as }),
    });
    ends.unshift(() => map.destroy());
    return map;
  };
  /** Somebody asks for the document packed, which the next who ask get. */
  const packed = async (server: SyncServer): Promise<void> => {
    await plain(server, 'deflate=1').ready();
    await until('it is packed', () => server.rooms.registry.peek(mapId)?.content.packed.now != null);
  };
  const textOf = (doc: Y.Doc): string => doc.getText('t').toString();
  const kinds = (client: PlainClient): string[] => client.frames.map(({ kind }) => kind);

  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  it('[SYNC43] comes packed to whoever takes it, and plain to the first and to all others', async () => {
    const server = await open();
    const first = await plain(server, 'deflate=1').ready();
    expect(kinds(first)).toEqual(['step1', 'step2']);
    await packed(server);
    const second = await plain(server, 'deflate=1').ready();
    expect(kinds(second)).toEqual(['step1', 'packed', 'step2']);
    const stock = await plain(server, '').ready();
    expect(kinds(stock)).toEqual(['step1', 'step2']);
    // Whoever comes back gets only what is missing.
    const back = plain(server, 'deflate=1');
    Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(second.doc));
    await back.ready();
    expect(kinds(back)).toEqual(['step1', 'step2']);
    for (const { doc } of [second, stock, back]) expect(textOf(doc)).toBe(textOf(first.doc));
  });

  it('[SYNC43] comes with all that was written since, which step 2 ends', async () => {
    const server = await open();
    await packed(server);
    const writer = await plain(server, 'as=u2').ready();
    for (const letter of 'abc') writer.doc.getText('t').insert(0, letter);
    await until(
      'all is told',
      () => server.rooms.registry.peek(mapId)?.content.packed.now?.since.length === 3,
    );
    const joiner = await plain(server, 'deflate=1').ready();
    expect(kinds(joiner)).toEqual(['step1', 'packed', 'update', 'update', 'update', 'step2']);
    expect(textOf(joiner.doc)).toBe(textOf(writer.doc));
  });

  it('[SYNC21] [SYNC43] brings nothing that is not journaled, and everything that was taken', async () => {
    const log = new GatedLog();
    const server = await open(log);
    await packed(server);
    log.shut();
    const writer = await plain(server, 'as=u2&ack=1').ready();
    writer.doc.getText('t').insert(0, 'x');
    await until('the first is being journaled', () => log.waiting === 1);
    writer.doc.getText('t').insert(0, 'y');
    const content = server.rooms.registry.peek(mapId)?.content;
    await until('the second is taken', () => content?.backlog.length === 1);
    const joiner = plain(server, 'deflate=1');
    await joiner.got('step1');
    writer.doc.getText('t').insert(0, 'z');
    await until('the third is taken', () => content?.backlog.length === 2);
    expect(kinds(joiner)).toEqual(['step1']);
    log.letThrough();
    await until('the others are being journaled', () => log.waiting === 1);
    log.open();
    await joiner.ready();
    await writer.saved();
    await joiner.until('all three', (doc) => textOf(doc).startsWith('zyxa'));
  });

  it('[SYNC43] comes packed to our own client, which goes on as ever', async () => {
    const server = await open();
    await packed(server);
    const [ani, budi] = [ours(server, 'u1'), ours(server, 'u2')];
    for (const map of [ani, budi]) await until('saved', () => map.status.kind === 'saved');
    ani.docs.content.getText('t').insert(0, 'from ani ');
    budi.docs.content.getText('t').insert(0, 'from budi ');
    const text = (map: MapConnection): string => textOf(map.docs.content);
    await until('both have both', () => /^from .*from /.test(text(ani)) && text(ani) === text(budi));
    for (const map of [ani, budi]) await map.flush();
  });
});

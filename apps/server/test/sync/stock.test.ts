import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';
import { type StockClient, stockClient } from './stockClient.ts';
import { transportModel } from './transportModel.ts';
import { until } from './until.ts';

describe('a stock y-websocket client', () => {
  let server: SyncServer;
  const clients: StockClient[] = [];
  const join = (params: Record<string, string> = {}, part = 'content'): StockClient => {
    const client = stockClient(server.url, `map_stock0000001/${part}`, { params });
    clients.push(client);
    return client;
  };

  beforeEach(async () => {
    server = await startSyncServer();
    await server.createMap('map_stock0000001');
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await server.stop();
  });

  it('[SYNC1] gets the state, sees the edits of others, and others see its edits', async () => {
    const [anna, budi] = [join({ as: 'anna' }), join({ as: 'budi' })];
    await Promise.all([anna.synced(), budi.synced()]);
    expect(anna.doc.getMap('meta').get('schemaVersion')).toBe(1);
    anna.doc.getText('t').insert(0, 'halo');
    await until('budi sees it', () => budi.doc.getText('t').toString() === 'halo');
    budi.doc.getText('t').insert(4, '!');
    await until('anna sees it', () => anna.doc.getText('t').toString() === 'halo!');
    const late = join({ as: 'late' });
    await late.synced();
    expect(late.doc.getText('t').toString()).toBe('halo!');
  });

  it('[SYNC2] merges what it wrote while away', async () => {
    const anna = join({ as: 'anna' });
    const budi = join({ as: 'budi' });
    await Promise.all([anna.synced(), budi.synced()]);
    anna.provider.disconnect();
    anna.doc.getText('t').insert(0, 'offline ');
    budi.doc.getText('t').insert(0, 'online ');
    anna.provider.connect();
    await until(
      'both merged',
      () => anna.doc.getText('t').length === 15 && budi.doc.getText('t').length === 15,
    );
    expect(anna.doc.getText('t').toString()).toBe(budi.doc.getText('t').toString());
  });

  it('[SYNC3] hears of others under the identity the server gives them', async () => {
    const [anna, budi] = [join({ as: 'anna' }), join({ as: 'budi' })];
    anna.provider.awareness.setLocalState({
      user: { id: 'budi', name: 'Budi', team: 'SALES' },
      typing: true,
      secret: 1,
    });
    await Promise.all([anna.synced(), budi.synced()]);
    await until('budi sees anna', () => budi.provider.awareness.getStates().has(anna.doc.clientID));
    expect(budi.provider.awareness.getStates().get(anna.doc.clientID)).toEqual({
      user: { id: 'anna', name: 'Name of anna', team: 'PRODUCT' },
      typing: true,
    });
    anna.destroy();
    await until('anna is gone', () => !budi.provider.awareness.getStates().has(anna.doc.clientID));
  });

  it('[SYNC4] is ended once and for all by a final close code', async () => {
    const cases = [
      [join({ as: 'nobody' }), 4401],
      [join({ as: 'stranger' }), 4404],
      [join({ epoch: '5' }), 4409],
    ] as const;
    for (const [client, code] of cases) {
      await until(`closed ${code}`, () => client.closed !== null);
      expect(client.closed?.code).toBe(code);
      expect(client.provider.shouldConnect).toBe(false);
    }
    const absent = stockClient(server.url, 'map_absent000001/content');
    clients.push(absent);
    await until('absent', () => absent.closed !== null);
    expect(absent.closed?.code).toBe(4404);
  });

  it('[SYNC41] is told when the documents have another format than it knows', async () => {
    const { format } = transportModel;
    const later = join({ format: String(format + 1) });
    let retriedAfter = 0;
    later.provider.on('connection-close', (event) => {
      retriedAfter = event?.code ?? 0;
    });
    const older = join({ format: String(format - 1) });
    await join({ format: String(format) }).synced();
    await until('both are sent away', () => older.closed !== null && retriedAfter > 0);
    expect(older.closed?.code).toBe(4426);
    expect(older.provider.shouldConnect).toBe(false);
    expect(retriedAfter).toBe(1012);
    expect(later.provider.shouldConnect).toBe(true);
  });

  it('[SYNC5] may read without the right to write, and is closed when it writes', async () => {
    const [editor, viewer] = [join({ as: 'anna' }), join({ as: 'viewer', readOnly: '1' })];
    await Promise.all([editor.synced(), viewer.synced()]);
    editor.doc.getText('t').insert(0, 'abc');
    editor.doc.getText('t').delete(1, 1);
    await until('viewer sees it', () => viewer.doc.getText('t').toString() === 'ac');
    viewer.provider.disconnect();
    viewer.provider.connect();
    await viewer.synced();
    viewer.doc.getText('t').insert(0, 'x');
    await until('closed', () => viewer.closed !== null);
    expect(viewer.closed?.code).toBe(4403);
    expect(server.rooms.registry.peek('map_stock0000001')?.content.doc.getText('t').toString()).toBe('ac');
  });
});

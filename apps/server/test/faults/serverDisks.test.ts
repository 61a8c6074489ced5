import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkspace } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openMap } from '../operations/openMap.ts';
import { SourceServer } from '../operations/SourceServer.ts';
import { Typist } from '../operations/Typist.ts';
import { until } from '../sync/until.ts';
import { FailingDisk } from './FailingDisk.ts';
import { SmallDisk } from './SmallDisk.ts';

const backMsMax = 30_000;

describe('the whole server on small disks, one for its data and one for its log', () => {
  let disks: { readonly data: SmallDisk; readonly log: SmallDisk };
  let server: SourceServer;
  let workspace: TestWorkspace;
  let mapId: string;
  let typist: Typist;
  let pid: number;

  beforeAll(async () => {
    disks = { data: SmallDisk.mount(600), log: SmallDisk.mount(4) };
    server = new SourceServer(
      { DATA_DIR: join(disks.data.folder, 'data'), LOG_LEVEL: 'debug' },
      { outputTo: logPath() },
    );
    await server.start();
    ({ pid } = server);
    workspace = await TestWorkspace.setUp(server.url, { name: 'Ayu', locale: 'id', team: 'SALES' });
    mapId = await workspace.createMap('On small disks');
    typist = new Typist('t', openMap(server.url.replace('http', 'ws'), workspace.owner, mapId));
    await until('saved', () => typist.map.status.kind === 'saved');
    typist.start(50);
  }, 120_000);
  afterAll(async () => {
    typist?.stop();
    await typist?.map.destroy();
    await server?.dispose();
    disks?.data.unmount();
    disks?.log.unmount();
  }, 60_000);

  const logPath = (): string => join(disks.log.folder, 'log');
  const readiness = async (): Promise<unknown> => {
    const answer = await fetch(`${server.url}/readyz`);
    return { pid: server.pid, alive: existsSync(`/proc/${pid}`), code: answer.status };
  };
  const ready = () => expect.poll(readiness, { timeout: backMsMax }).toEqual({ pid, alive: true, code: 200 });
  /** The database is a child of the server. */
  const killDatabase = (): void => {
    const [child = 0] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').map(Number);
    process.kill(child, 'SIGKILL');
  };
  const savedMore = async (): Promise<void> => {
    const before = typist.savedBefore().length;
    await typist.map.retryNow();
    await until('more is saved', () => typist.savedBefore().length > before, backMsMax);
  };
  const addCard = async (text: string): Promise<unknown> => {
    const { columnIds, laneIds } = await workspace.placesOf(mapId);
    const [columnId = ''] = columnIds;
    const [laneId = ''] = laneIds;
    return workspace.addCard(mapId, { columnId, laneId, text: { en: text } });
  };

  it('[FAULT9] [OPS8] [F8] a full disk under the log stops nobody, and the log goes on when there is room', async () => {
    disks.log.fill();
    const full = readFileSync(logPath()).byteLength;
    // Each request is worth a line, and the death of the database more than one.
    for (let n = 0; n < 20; n++) expect(await addCard(`card ${n}`)).toMatch(/^crd_/);
    await savedMore();
    killDatabase();
    await ready();
    await savedMore();
    expect(await addCard('after the database')).toMatch(/^crd_/);
    disks.log.free();
    await addCard('with room');
    await until('the log goes on', () => readFileSync(logPath()).byteLength > full + 100);
    const [last = ''] = readFileSync(logPath(), 'utf8').trimEnd().split('\n').slice(-1);
    expect(JSON.parse(last)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
  }, 120_000);

  it('[FAULT8] [F8] a full disk under the data is told as what it is, and needs no restart', async () => {
    disks.data.fill();
    killDatabase();
    await expect.poll(readiness, { timeout: backMsMax }).toEqual({ pid, alive: true, code: 503 });
    const told = typist.savedBefore().length;
    const query = '{ workspaces { maps(first: 5) { nodes { id } } } }';
    const answer = await workspace.owner.send('/graphql', { query });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect(typist.savedBefore()).toHaveLength(told);
    expect(typist.map.status.kind).not.toBe('saved');
    disks.data.free();
    await ready();
    await savedMore();
    expect(await addCard('after the disk')).toMatch(/^crd_/);
    typist.stop();
    await typist.map.flush(backMsMax);
    const reader = new Typist('r', openMap(server.url.replace('http', 'ws'), workspace.owner, mapId));
    await until('a reader has all', () => reader.keys().length >= typist.written.length, backMsMax);
    expect(new Set(reader.keys())).toEqual(new Set(typist.written));
    await reader.map.destroy();
  }, 120_000);

  it('[FAULT14] [F8] a disk under the data that gives errors is told as what it is, and needs no restart', async () => {
    const disk = new FailingDisk(pid, disks.data.folder, 'pwrite64:error=EIO', 'fdatasync:error=EIO');
    onTestFinished(() => disk.mend());
    await disk.takesHold();
    await expect.poll(readiness, { timeout: backMsMax }).toEqual({ pid, alive: true, code: 503 });
    const query = '{ workspaces { maps(first: 5) { nodes { id } } } }';
    const answer = await workspace.owner.send('/graphql', { query });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    await disk.mend();
    await ready();
    expect(await addCard('after the errors')).toMatch(/^crd_/);
  }, 120_000);

  it('[FAULT8] [F8] a server starts again with less room than the engine wants for a new index', async () => {
    disks.data.fill(64 * 1024 * 1024);
    expect(await server.stop()).toBe(0);
    await server.start();
    ({ pid } = server);
    await ready();
    expect(await addCard('after the restart')).toMatch(/^crd_/);
  }, 120_000);
});

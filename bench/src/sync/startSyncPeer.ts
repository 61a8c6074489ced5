import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPeer } from '../peers/startPeer.ts';
import type { SyncServer } from './SyncServer.ts';

/** The peers of the sync suite by name. */
export const syncPeers = {
  'raw ws relay': { program: 'relay', dialect: 'plain', answers: false, keeps: false },
  'y-websocket 2.1, memory': { program: 'yWebsocket', dialect: 'plain', answers: true, keeps: false },
  'y-websocket 2.1, LevelDB': { program: 'yWebsocket', dialect: 'plain', answers: true, keeps: true },
  'Hocuspocus 4.7, memory': { program: 'hocuspocus', dialect: 'hocuspocus', answers: true, keeps: false },
} as const;

/** Starts a peer; each call of `rooms` gives new, empty ones. */
export async function startSyncPeer(name: keyof typeof syncPeers): Promise<SyncServer> {
  const { program, dialect, answers, keeps } = syncPeers[name];
  const folder = keeps ? await mkdtemp(join(tmpdir(), 'jejak-bench-peer-')) : undefined;
  const peer = await startPeer(program, folder === undefined ? [] : [folder]);
  let made = 0;
  return {
    name,
    port: peer.port,
    pids: [peer.pid],
    dialect,
    answers,
    rooms: async (count, clients) =>
      Array.from({ length: count }, () => {
        const room = `room${made++}`;
        return { room, path: `/${room}`, headers: Array.from({ length: clients }, () => ({})) };
      }),
    async close() {
      await peer.close();
      if (folder !== undefined) await rm(folder, { recursive: true });
    },
  };
}

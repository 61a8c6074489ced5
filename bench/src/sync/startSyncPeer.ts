import { startPeer } from '../peers/startPeer.ts';
import type { SyncServer } from './SyncServer.ts';

/** The peers of the sync suite by name. */
export const syncPeers = {
  'raw ws relay': { program: 'relay', dialect: 'plain', answers: false },
  'y-websocket style, memory': { program: 'yWebsocket', dialect: 'plain', answers: true },
  'Hocuspocus 4.7, memory': { program: 'hocuspocus', dialect: 'hocuspocus', answers: true },
} as const;

/** Starts a peer; each call of `rooms` gives new, empty ones. */
export async function startSyncPeer(name: keyof typeof syncPeers): Promise<SyncServer> {
  const { program, dialect, answers } = syncPeers[name];
  const peer = await startPeer(program);
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
    close: () => peer.close(),
  };
}

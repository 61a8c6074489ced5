import { WebSocket } from 'ws';
import type { BenchServer } from '../jejak/startBenchServer.ts';

const openMsMax = 20_000;

/** A socket that has the whole document and does nothing. */
export interface HeldSocket {
  /** Bytes of the answer to its step 1. */
  readonly stateBytes: number;
  close(): void;
}

/** Joins a map as a reader with an empty copy would. */
export async function openSocket(
  server: BenchServer,
  mapId: string,
  part: 'structure' | 'content',
  client: number,
): Promise<HeldSocket> {
  const address = `${server.url.replace('http', 'ws')}/sync/${mapId}/${part}?ack=1`;
  const socket = new WebSocket(address, { headers: server.headersOf(client) });
  const stateBytes = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no document in time')), openMsMax);
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    // Step 1 of an empty copy, and step 2 that holds nothing.
    socket.once('open', () => {
      socket.send(Buffer.from([0, 0, 1, 0]));
      socket.send(Buffer.from([0, 1, 2, 0, 0]));
    });
    socket.on('message', (data) => {
      if (!Buffer.isBuffer(data) || data[0] !== 0 || data[1] !== 1) return;
      clearTimeout(timer);
      resolve(data.byteLength);
    });
  });
  return { stateBytes, close: () => socket.terminate() };
}

import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Somebody who has joined the content of a map and reads nothing from now on. */
export async function muteReader(url: string, mapId: string, as: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url}/${mapId}/content?as=${as}`);
  socket.on('error', () => {});
  await once(socket, 'message');
  socket.send(Uint8Array.from([0, 0, 1, 0]));
  await once(socket, 'message');
  socket.pause();
  return socket;
}

/** Passes each message on to everybody else of the same path: the least a server can do. */
import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { announce } from './announce.ts';

const rooms = new Map<string, Set<WebSocket>>();
const http = createServer();
new WebSocketServer({ server: http }).on('connection', (socket, request) => {
  const path = request.url ?? '/';
  const room = rooms.get(path) ?? new Set();
  rooms.set(path, room.add(socket));
  socket.on('message', (data: Buffer) => {
    for (const other of room) {
      if (other !== socket && other.readyState === WebSocket.OPEN) other.send(data, { binary: true });
    }
  });
  socket.on('close', () => room.delete(socket));
});
announce(http);

/** What the bench uses of the server in y-websocket 2.1, whose package has no types for it. */
declare module 'y-websocket-2/bin/utils' {
  import type { IncomingMessage } from 'node:http';
  import type { WebSocket } from 'ws';

  export function setupWSConnection(socket: WebSocket, request: IncomingMessage): void;
}

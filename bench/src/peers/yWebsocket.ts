/**
 * The server of y-websocket 2.1 as its package has it, on the same `ws` as everybody here; with a folder as its first
 * argument it keeps documents there in LevelDB. No sign-in, no checks.
 */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { announce } from './announce.ts';

const [folder] = process.argv.slice(2);
// Its package reads this when it is loaded.
if (folder !== undefined) process.env.YPERSISTENCE = folder;
const { setupWSConnection } = await import('y-websocket-2/bin/utils');

const http = createServer();
new WebSocketServer({ server: http }).on('connection', setupWSConnection);
announce(http);

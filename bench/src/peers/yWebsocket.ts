/**
 * What y-websocket's own server does with a document in memory: apply each update, encode it again and
 * send it to every connection, the sender included; no sign-in, no checks, nothing stored.
 */
import { createServer } from 'node:http';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { announce } from './announce.ts';

class SharedDoc extends Y.Doc {
  readonly connections = new Set<WebSocket>();
  readonly awareness = new Awareness(this);

  constructor() {
    super({ gc: true });
    this.on('update', (update: Uint8Array) => {
      const message = encoding.encode((to) => {
        encoding.writeVarUint(to, 0);
        writeUpdate(to, update);
      });
      this.#tell(message);
    });
    this.awareness.setLocalState(null);
    this.awareness.on('update', (changes: { added: number[]; updated: number[]; removed: number[] }) => {
      const clients = [...changes.added, ...changes.updated, ...changes.removed];
      const message = encoding.encode((to) => {
        encoding.writeVarUint(to, 1);
        encoding.writeVarUint8Array(to, encodeAwarenessUpdate(this.awareness, clients));
      });
      this.#tell(message);
    });
  }

  #tell(message: Uint8Array): void {
    for (const each of this.connections) each.send(message);
  }
}

const documents = new Map<string, SharedDoc>();
const http = createServer();
new WebSocketServer({ server: http }).on('connection', (socket, request) => {
  socket.binaryType = 'arraybuffer';
  const name = (request.url ?? '/').slice(1);
  const doc = documents.get(name) ?? new SharedDoc();
  documents.set(name, doc);
  doc.connections.add(socket);
  socket.on('message', (data: ArrayBuffer) => {
    const from = decoding.createDecoder(new Uint8Array(data));
    const kind = decoding.readVarUint(from);
    if (kind === 1) applyAwarenessUpdate(doc.awareness, decoding.readVarUint8Array(from), socket);
    if (kind !== 0) return;
    const answer = encoding.createEncoder();
    encoding.writeVarUint(answer, 0);
    readSyncMessage(from, answer, doc, socket);
    if (encoding.length(answer) > 1) socket.send(encoding.toUint8Array(answer));
  });
  socket.on('close', () => doc.connections.delete(socket));
  socket.send(
    encoding.encode((to) => {
      encoding.writeVarUint(to, 0);
      writeSyncStep1(to, doc);
    }),
  );
});
announce(http);

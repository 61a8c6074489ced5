import { MessageKind } from '@jejak/protocol';
import * as encoding from 'lib0/encoding';
import type { DurableBatch } from '../rooms/DurableBatch.ts';
import type { PresenceEntry } from '../rooms/PresenceBoard.ts';

const syncStep1 = 0;
const syncStep2 = 1;
const syncUpdate = 2;
const finBinary = 0x82;

/** A message as the bytes of one unmasked WebSocket frame; the same bytes serve every receiver. */
function frame(payload: Uint8Array): Buffer {
  const length = payload.byteLength;
  const headerBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(headerBytes + length);
  bytes[0] = finBinary;
  if (headerBytes === 2) bytes[1] = length;
  else if (headerBytes === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeUInt32BE(0, 2);
    bytes.writeUInt32BE(length, 6);
  }
  bytes.set(payload, headerBytes);
  return bytes;
}

function syncFrame(kind: number, body: Uint8Array): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MessageKind.Sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, body);
  return frame(encoding.toUint8Array(encoder));
}

/** "This is what I have; tell me what I lack." */
export function stateVectorFrame(stateVector: Uint8Array): Buffer {
  return syncFrame(syncStep1, stateVector);
}

const stateFrames = new WeakMap<Uint8Array, Buffer>();

/** "This is what you lack." The same state given twice is framed once. */
export function stateFrame(state: Uint8Array): Buffer {
  let framed = stateFrames.get(state);
  if (framed === undefined) {
    framed = syncFrame(syncStep2, state);
    stateFrames.set(state, framed);
  }
  return framed;
}

/** A batch's frames in one buffer; `ends[i]` is where the frame of item `i` ends. */
interface FramedBatch {
  readonly bytes: Buffer;
  readonly ends: readonly number[];
}

const framedBatches = new WeakMap<DurableBatch, FramedBatch>();

/** Frames a batch once for all its receivers. */
export function batchFrames(batch: DurableBatch): FramedBatch {
  let framed = framedBatches.get(batch);
  if (framed === undefined) {
    const frames = batch.items.map((item) => syncFrame(syncUpdate, item.update));
    let end = 0;
    const ends = frames.map((one) => {
      end += one.byteLength;
      return end;
    });
    framed = { bytes: frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames), ends };
    framedBatches.set(batch, framed);
  }
  return framed;
}

const presenceFrames = new WeakMap<readonly PresenceEntry[], Buffer>();

/** Presence of some clients; the same list given twice is framed once. */
export function presenceFrame(entries: readonly PresenceEntry[]): Buffer {
  let framed = presenceFrames.get(entries);
  if (framed === undefined) {
    const body = encoding.createEncoder();
    encoding.writeVarUint(body, entries.length);
    for (const entry of entries) {
      encoding.writeVarUint(body, entry.clientId);
      encoding.writeVarUint(body, entry.clock);
      encoding.writeVarString(body, JSON.stringify(entry.state));
    }
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MessageKind.Awareness);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
    framed = frame(encoding.toUint8Array(encoder));
    presenceFrames.set(entries, framed);
  }
  return framed;
}

/** Presence of nobody: means nothing to a client but that the server is alive. */
export const keepAliveFrame: Buffer = presenceFrame([]);

/** The first `count` document messages of a connection are journaled. */
export function savedFrame(count: number, seq: number): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MessageKind.Saved);
  encoding.writeVarUint(encoder, count);
  encoding.writeVarUint(encoder, seq);
  return frame(encoding.toUint8Array(encoder));
}

/** What a client should know before anything else. */
export function helloFrame(hello: {
  readonly epoch: number;
  readonly canWrite: boolean;
  readonly seq: number;
}): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MessageKind.Hello);
  encoding.writeVarUint(encoder, hello.epoch);
  encoding.writeVarUint(encoder, hello.canWrite ? 1 : 0);
  encoding.writeVarUint(encoder, hello.seq);
  return frame(encoding.toUint8Array(encoder));
}

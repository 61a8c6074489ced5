import { MessageKind } from '@jejak/protocol';
import * as encoding from 'lib0/encoding';
import type { DurableBatch } from '../rooms/DurableBatch.ts';
import type { Packed } from '../rooms/PackedState.ts';
import type { PresenceEntry } from '../rooms/PresenceBoard.ts';
import type { Receiver } from '../rooms/Receiver.ts';

const syncStep1 = 0;
const syncStep2 = 1;
const syncUpdate = 2;
const finBinary = 0x82;

/** A message as the bytes of one unmasked WebSocket frame; the same bytes serve every receiver. */
function frame(payload: Uint8Array): Buffer {
  const headerBytes = frameHeaderBytes(payload.byteLength);
  const bytes = Buffer.allocUnsafe(headerBytes + payload.byteLength);
  writeFrameHeader(bytes, 0, payload.byteLength);
  bytes.set(payload, headerBytes);
  return bytes;
}

function frameHeaderBytes(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10;
}

/** Returns where the payload begins. */
function writeFrameHeader(bytes: Buffer, at: number, length: number): number {
  bytes[at] = finBinary;
  if (length < 126) {
    bytes[at + 1] = length;
    return at + 2;
  }
  if (length < 65_536) {
    bytes[at + 1] = 126;
    return bytes.writeUInt16BE(length, at + 2);
  }
  bytes[at + 1] = 127;
  bytes.writeUInt32BE(0, at + 2);
  return bytes.writeUInt32BE(length, at + 6);
}

/** Bytes of a sync message before its frame: kinds and length are varuints. */
function syncPayloadBytes(body: Uint8Array): number {
  return 2 + varUintBytes(body.byteLength) + body.byteLength;
}

function syncFrameBytes(body: Uint8Array): number {
  const payload = syncPayloadBytes(body);
  return frameHeaderBytes(payload) + payload;
}

/** Written by hand, as each edit of everybody passes here. Returns where the frame ends. */
function writeSyncFrame(bytes: Buffer, from: number, kind: number, body: Uint8Array): number {
  const at = writeSyncHead(bytes, from, kind, body);
  bytes.set(body, at);
  return at + body.byteLength;
}

/** Returns where the body begins. */
function writeSyncHead(bytes: Buffer, from: number, kind: number, body: Uint8Array): number {
  let at = writeFrameHeader(bytes, from, syncPayloadBytes(body));
  bytes[at++] = MessageKind.Sync;
  bytes[at++] = kind;
  return writeVarUint(bytes, at, body.byteLength);
}

/** Clocks of presence may be larger than what shifting keeps. */
function varUintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
}

/** Returns where the number ends. */
function writeVarUint(bytes: Buffer, from: number, value: number): number {
  let at = from;
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes[at++] = 128 | (rest % 128);
  bytes[at++] = rest;
  return at;
}

function syncFrame(kind: number, body: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(syncFrameBytes(body));
  writeSyncFrame(bytes, 0, kind, body);
  return bytes;
}

/** "This is what I have; tell me what I lack." */
export function stateVectorFrame(stateVector: Uint8Array): Buffer {
  return syncFrame(syncStep1, stateVector);
}

/** "This is what you lack": a frame in two pieces, so that nothing of a large state is copied for it. */
export function stateFrame(state: Uint8Array): readonly Uint8Array[] {
  const head = Buffer.allocUnsafe(syncFrameBytes(state) - state.byteLength);
  writeSyncHead(head, 0, syncStep2, state);
  return [head, state];
}

const packedFrames = new WeakMap<Packed, readonly Uint8Array[]>();

/** A whole document deflated, and what was written since; the same given twice is framed once. `endFrame` comes last. */
export function packedStateFrames(packed: Packed): readonly Uint8Array[] {
  let framed = packedFrames.get(packed);
  if (framed === undefined) {
    const { bytes, length, since } = packed;
    framed = [packedHead(bytes, length), bytes, updateFrames(since)];
    packedFrames.set(packed, framed);
  }
  return framed;
}

/** Frame and message up to the deflated bytes. */
function packedHead(bytes: Uint8Array, length: number): Buffer {
  const message = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageKind.Packed);
    encoding.writeVarUint(encoder, length);
    encoding.writeVarUint(encoder, bytes.byteLength);
  });
  const payloadBytes = message.byteLength + bytes.byteLength;
  const head = Buffer.allocUnsafe(frameHeaderBytes(payloadBytes) + message.byteLength);
  head.set(message, writeFrameHeader(head, 0, payloadBytes));
  return head;
}

function updateFrames(updates: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.allocUnsafe(updates.reduce((sum, update) => sum + syncFrameBytes(update), 0));
  let at = 0;
  for (const update of updates) at = writeSyncFrame(bytes, at, syncUpdate, update);
  return bytes;
}

/** "You lack nothing more." */
export const endFrame: Buffer = syncFrame(syncStep2, Uint8Array.of(0, 0));

interface FramedBatch {
  readonly bytes: Buffer;
  /** Where in `bytes` each sender's own frames lie, as pairs of start and end. */
  readonly own: ReadonlyMap<Receiver, readonly number[]>;
}

const framedBatches = new WeakMap<DurableBatch, FramedBatch>();

/** A batch as one receiver hears it, in as few pieces as can be: everything but what it sent itself. */
export function batchFrames(batch: DurableBatch, receiver: Receiver): readonly Buffer[] {
  let framed = framedBatches.get(batch);
  if (framed === undefined) {
    framed = frameBatch(batch);
    framedBatches.set(batch, framed);
  }
  const { bytes } = framed;
  const own = framed.own.get(receiver);
  if (own === undefined) return [bytes];
  const pieces: Buffer[] = [];
  let from = 0;
  for (let pair = 0; pair < own.length; pair += 2) {
    const start = own[pair] ?? from;
    if (start > from) pieces.push(bytes.subarray(from, start));
    from = own[pair + 1] ?? start;
  }
  if (bytes.byteLength > from) pieces.push(bytes.subarray(from));
  return pieces;
}

/** Once for all receivers. */
function frameBatch({ items }: DurableBatch): FramedBatch {
  const bytes = Buffer.allocUnsafe(items.reduce((sum, { update }) => sum + syncFrameBytes(update), 0));
  const own = new Map<Receiver, number[]>();
  let at = 0;
  for (const { update, from } of items) {
    const end = writeSyncFrame(bytes, at, syncUpdate, update);
    if (from !== null) {
      const ranges = own.get(from);
      if (ranges === undefined) own.set(from, [at, end]);
      else if (ranges.at(-1) === at) ranges[ranges.length - 1] = end;
      else ranges.push(at, end);
    }
    at = end;
  }
  return { bytes, own };
}

/** Presence of some clients. In one buffer, as each step of every cursor passes here. */
export function presenceFrame(entries: readonly PresenceEntry[]): Buffer {
  const said = entries.map(({ clientId, clock, state }) => {
    const json = JSON.stringify(state);
    return { clientId, clock, json, jsonBytes: Buffer.byteLength(json) };
  });
  let bodyBytes = varUintBytes(said.length);
  for (const { clientId, clock, jsonBytes } of said)
    bodyBytes += varUintBytes(clientId) + varUintBytes(clock) + varUintBytes(jsonBytes) + jsonBytes;
  const payload = 1 + varUintBytes(bodyBytes) + bodyBytes;
  const bytes = Buffer.allocUnsafe(frameHeaderBytes(payload) + payload);
  let at = writeFrameHeader(bytes, 0, payload);
  bytes[at++] = MessageKind.Awareness;
  at = writeVarUint(bytes, at, bodyBytes);
  at = writeVarUint(bytes, at, said.length);
  for (const { clientId, clock, json, jsonBytes } of said) {
    at = writeVarUint(bytes, at, clientId);
    at = writeVarUint(bytes, at, clock);
    at = writeVarUint(bytes, at, jsonBytes);
    at += bytes.write(json, at);
  }
  return bytes;
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

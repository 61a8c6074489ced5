import { MessageKind } from '@jejak/protocol';
import * as decoding from 'lib0/decoding';

/** One entry of a presence message, its state still as text. */
export interface SaidPresence {
  readonly clientId: number;
  readonly clock: number;
  readonly json: string;
}

/** A frame from a client. */
export type ClientMessage =
  | { readonly kind: 'stateVector'; readonly stateVector: Uint8Array }
  | { readonly kind: 'state'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly entries: readonly SaidPresence[] }
  | { readonly kind: 'whoIsThere' }
  | { readonly kind: 'bad'; readonly reason: string };

const entriesMax = 1_000;

/** Reads a frame; never throws. */
export function readMessage(bytes: Uint8Array): ClientMessage {
  try {
    const decoder = decoding.createDecoder(bytes);
    const kind = decoding.readVarUint(decoder);
    if (kind === MessageKind.Sync) return readSync(decoder);
    if (kind === MessageKind.Awareness) return readPresence(decoding.readVarUint8Array(decoder));
    if (kind === MessageKind.QueryAwareness) return { kind: 'whoIsThere' };
    return { kind: 'bad', reason: 'unknown message' };
  } catch {
    return { kind: 'bad', reason: 'broken message' };
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const kind = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  if (kind === 0) return { kind: 'stateVector', stateVector: body };
  if (kind === 1) return { kind: 'state', update: body };
  if (kind === 2) return { kind: 'update', update: body };
  return { kind: 'bad', reason: 'unknown sync message' };
}

function readPresence(bytes: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  if (count > entriesMax) return { kind: 'bad', reason: 'too many presence entries' };
  const entries: SaidPresence[] = [];
  for (let index = 0; index < count; index++) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const json = decoding.readVarString(decoder);
    if (clientId > 0xffffffff) return { kind: 'bad', reason: 'client id' };
    entries.push({ clientId, clock, json });
  }
  return { kind: 'presence', entries };
}

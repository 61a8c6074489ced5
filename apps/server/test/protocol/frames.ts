import { inflateRawSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** One entry of an Awareness message: what a client id says of itself, or null when it left. */
export interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: unknown;
}

/** A message of the socket, read as docs/PROTOCOL.md, "Encoding", says. */
export type Frame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'packed'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: 'saved'; readonly count: number; readonly sequence: number }
  | {
      readonly kind: 'hello';
      readonly epoch: number;
      readonly canWrite: boolean;
      readonly sequence: number;
    };

const syncKinds = ['step1', 'step2', 'update'] as const;

/** The bytes of a Sync message. */
export function syncFrame(kind: (typeof syncKinds)[number], body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, syncKinds.indexOf(kind));
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** The bytes of an Awareness message. */
export function awarenessFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const list = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, list);
  });
}

/** The bytes of a QueryAwareness message. */
export const queryAwarenessFrame: Uint8Array = Uint8Array.of(3);

/** Reads one message of the server; throws on anything the document does not name, and on bytes left over. */
export function readFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes);
  const frame = readBody(decoder, decoding.readVarUint(decoder));
  if (decoding.hasContent(decoder)) throw new Error('There are bytes behind the message.');
  return frame;
}

function readBody(decoder: decoding.Decoder, message: number): Frame {
  switch (message) {
    case 0: {
      const kind = syncKinds[decoding.readVarUint(decoder)];
      const body = decoding.readVarUint8Array(decoder).slice();
      if (kind === undefined) throw new Error('The document names no such kind of Sync.');
      return kind === 'step1' ? { kind, stateVector: body } : { kind, update: body };
    }
    case 1: {
      const list = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      const entries = Array.from({ length: decoding.readVarUint(list) }, () => ({
        clientId: decoding.readVarUint(list),
        clock: decoding.readVarUint(list),
        state: JSON.parse(decoding.readVarString(list)) as unknown,
      }));
      if (decoding.hasContent(list)) throw new Error('There are bytes behind the entries.');
      return { kind: 'awareness', entries };
    }
    case 100:
      return {
        kind: 'saved',
        count: decoding.readVarUint(decoder),
        sequence: decoding.readVarUint(decoder),
      };
    case 101:
      return {
        kind: 'hello',
        epoch: decoding.readVarUint(decoder),
        canWrite: decoding.readVarUint(decoder) === 1,
        sequence: decoding.readVarUint(decoder),
      };
    case 102: {
      const length = decoding.readVarUint(decoder);
      const update = new Uint8Array(inflateRawSync(decoding.readVarUint8Array(decoder)));
      if (update.length !== length) throw new Error('The length of what was packed is another one.');
      return { kind: 'packed', update };
    }
    default:
      throw new Error(`The document names no message ${message}.`);
  }
}

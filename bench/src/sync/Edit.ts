/** One prepared edit of a writer: a Yjs update and how to recognise it on the wire. */
export interface Edit {
  readonly update: Uint8Array;
  /** Clock of its first struct. */
  readonly clock: number;
  readonly structs: number;
}

/** All edits of one Yjs client, in the order they must be sent. */
export interface Writer {
  readonly yClient: number;
  readonly edits: readonly Edit[];
}

/** The first client block of a Yjs update, without decoding the rest. */
export interface UpdateHead {
  readonly clients: number;
  readonly structs: number;
  readonly yClient: number;
  readonly clock: number;
}

/** Reads four numbers from the front of an update (format V1). */
export function readUpdateHead(bytes: Uint8Array, from: number): UpdateHead {
  const cursor = { at: from };
  const clients = readVarUint(bytes, cursor);
  if (clients === 0) return { clients, structs: 0, yClient: 0, clock: 0 };
  const structs = readVarUint(bytes, cursor);
  const yClient = readVarUint(bytes, cursor);
  return { clients, structs, yClient, clock: readVarUint(bytes, cursor) };
}

/** Reads one varuint and moves the cursor behind it. */
export function readVarUint(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  let factor = 1;
  for (;;) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) return value;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
    factor *= 128;
  }
}

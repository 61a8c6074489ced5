import { ByteReader } from './ByteReader.ts';
import { WalkRefusal } from './WalkRefusal.ts';
import { Allowance, walkValue } from './walkValue.ts';

const any = Number.POSITIVE_INFINITY;
const boundless = {
  structs: any,
  values: any,
  clients: any,
  deleteRanges: any,
  textLength: any,
  keyLength: any,
  valueDepth: any,
};
const values = new Allowance(any);

/**
 * The deletions of an update as an update of their own, told without reading what it brings: that is passed over. For
 * bytes that Yjs wrote and that were good before; null where something is in them that a guarded document never holds.
 */
export function deletionsOf(update: Uint8Array): Uint8Array | null {
  const reader = new ByteReader(update);
  try {
    for (let clients = reader.varUint(any); clients > 0; clients--) {
      const structs = reader.varUint(any);
      passId(reader);
      for (let left = structs; left > 0; left--) passStruct(reader);
    }
  } catch (error) {
    if (error instanceof WalkRefusal) return null;
    throw error;
  }
  const { rest } = reader;
  const deletions = new Uint8Array(1 + rest.byteLength);
  deletions.set(rest, 1);
  return deletions;
}

/** A client and a clock. */
function passId(reader: ByteReader): void {
  reader.varUint(any);
  reader.varUint(any);
}

function passStruct(reader: ByteReader): void {
  const info = reader.uint8();
  if (info === 0) {
    reader.varUint(any);
    return;
  }
  const neighbours = info & 0xc0;
  if ((neighbours & 0x80) !== 0) passId(reader);
  if ((neighbours & 0x40) !== 0) passId(reader);
  if (neighbours === 0) {
    if (reader.varUint(any) === 1) passString(reader);
    else passId(reader);
    if ((info & 0x20) !== 0) passString(reader);
  }
  passContent(reader, info & 0x1f);
}

function passContent(reader: ByteReader, ref: number): void {
  switch (ref) {
    case 1: // deleted
      reader.varUint(any);
      return;
    case 4:
      passString(reader);
      return;
    case 7: {
      const type = reader.varUint(any);
      if (type !== 1 && type !== 2) throw new WalkRefusal('content');
      return;
    }
    case 8:
      for (let left = reader.varUint(any); left > 0; left--) walkValue(reader, boundless, values);
      return;
    default:
      throw new WalkRefusal('content');
  }
}

function passString(reader: ByteReader): void {
  reader.pass(reader.varUint(any));
}

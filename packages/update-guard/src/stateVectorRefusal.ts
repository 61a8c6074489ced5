import { ByteReader } from './ByteReader.ts';
import { type StaticReason, WalkRefusal } from './WalkRefusal.ts';

/** Why a state vector is refused; null when it is one and names at most `entriesMax` clients. */
export function stateVectorRefusal(bytes: Uint8Array, entriesMax: number): StaticReason | null {
  const reader = new ByteReader(bytes);
  try {
    const count = reader.varUint(Number.MAX_SAFE_INTEGER);
    if (count > entriesMax) return 'tooMany';
    for (let index = 0; index < count; index++) {
      reader.varUint(0xffffffff);
      reader.varUint(Number.MAX_SAFE_INTEGER);
    }
    return reader.atEnd ? null : 'malformed';
  } catch (error) {
    if (error instanceof WalkRefusal) return error.reason;
    throw error;
  }
}

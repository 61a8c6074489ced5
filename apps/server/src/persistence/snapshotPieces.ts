import { createHash } from 'node:crypto';

/** What the pointer of a snapshot says about its pieces. */
export interface PiecesDescription {
  readonly pieces: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Cuts a state into pieces no larger than `pieceBytesMax`; an empty state has one empty piece. */
export function cutIntoPieces(state: Uint8Array, pieceBytesMax: number): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < state.byteLength || pieces.length === 0; at += pieceBytesMax) {
    pieces.push(state.subarray(at, at + pieceBytesMax));
  }
  return pieces;
}

/** Describes a state and its pieces so that `joinPieces` can tell whether all of it came back. */
export function describePieces(state: Uint8Array, pieces: readonly Uint8Array[]): PiecesDescription {
  return { pieces: pieces.length, bytes: state.byteLength, sha256: digest(state) };
}

/** Puts pieces together; null when one is missing or a bit differs. */
export function joinPieces(pieces: readonly Uint8Array[], description: PiecesDescription): Uint8Array | null {
  if (pieces.length !== description.pieces) return null;
  const state = Buffer.concat(pieces);
  if (state.byteLength !== description.bytes || digest(state) !== description.sha256) return null;
  return state;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

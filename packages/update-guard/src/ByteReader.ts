import { WalkRefusal } from './WalkRefusal.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads what Yjs writes, never beyond the end and never more than is there; throws `WalkRefusal`. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.byteLength;
  }

  get left(): number {
    return this.#bytes.byteLength - this.#at;
  }

  /** What was not read. */
  get rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }

  uint8(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new WalkRefusal('malformed');
    this.#at += 1;
    return byte;
  }

  /** A varuint no larger than `max`; what is larger is refused as a number out of bounds. */
  varUint(max: number): number {
    const number = this.#varUint(0, 1);
    if (number > max) throw new WalkRefusal('number');
    return number;
  }

  /** How many of something follow, each of at least so many bytes: a claim that cannot be true is refused. */
  count(bytesEach: number): number {
    const count = this.varUint(Number.MAX_SAFE_INTEGER);
    if (count * bytesEach > this.left) throw new WalkRefusal('malformed');
    return count;
  }

  /** Passes a varint, whose first byte holds the sign. */
  passVarInt(): void {
    const first = this.uint8();
    if (first >= 0x80) this.#varUint(first & 0x3f, 64);
  }

  pass(count: number): void {
    if (count > this.left) throw new WalkRefusal('malformed');
    this.#at += count;
  }

  /** Passes a string and answers its length in UTF-16 units, at most `max`. */
  stringLength(max: number, reason: 'text' | 'key'): number {
    const bytes = this.#stringBytes(max, reason);
    if (isAscii(bytes)) return bytes.byteLength <= max ? bytes.byteLength : refuse(reason);
    return decoded(bytes, max, reason).length;
  }

  string(max: number, reason: 'text' | 'key'): string {
    return decoded(this.#stringBytes(max, reason), max, reason);
  }

  #varUint(start: number, factor: number): number {
    let number = start;
    for (let times = factor; ; times *= 128) {
      const byte = this.uint8();
      number += (byte & 0x7f) * times;
      if (number > Number.MAX_SAFE_INTEGER) throw new WalkRefusal('number');
      // A zero behind the last digit is never written, and would let a number be as long as the message.
      if (byte === 0 && times > 1) throw new WalkRefusal('malformed');
      if (byte < 0x80) return number;
      if (times > Number.MAX_SAFE_INTEGER) throw new WalkRefusal('malformed');
    }
  }

  #stringBytes(max: number, reason: 'text' | 'key'): Uint8Array {
    const length = this.varUint(Number.MAX_SAFE_INTEGER);
    if (length > this.left) throw new WalkRefusal('malformed');
    // No unit takes more than three bytes.
    if (length > max * 3) throw new WalkRefusal(reason);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}

function decoded(bytes: Uint8Array, max: number, reason: 'text' | 'key'): string {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new WalkRefusal('malformed');
  }
  return text.length <= max ? text : refuse(reason);
}

function refuse(reason: 'text' | 'key'): never {
  throw new WalkRefusal(reason);
}

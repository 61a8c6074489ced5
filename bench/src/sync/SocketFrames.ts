/**
 * Just enough of RFC 6455 for a client that has to be cheaper than the server it measures: binary
 * frames out with a zero mask (masking is then no work for us), whole frames in from a byte stream.
 */
const emptyMask = Buffer.alloc(4);

/** Wraps a message as one masked client frame. */
export function clientFrame(payload: Uint8Array, opcode = 2): Buffer {
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 0x80 | 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | 127, 0, 0, 0, 0]), uint32(length)]);
  return Buffer.concat([head, emptyMask, payload]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Cuts a stream of bytes into frames. */
export class FrameReader {
  readonly #onFrame: (opcode: number, payload: Buffer) => void;
  #parts: Buffer[] = [];
  #length = 0;
  /** No frame is complete before so many bytes are there: large ones are put together once. */
  #wanted = 0;

  constructor(onFrame: (opcode: number, payload: Buffer) => void) {
    this.#onFrame = onFrame;
  }

  push(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#wanted) return;
    const bytes = this.#parts.length === 1 ? chunk : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#wanted = 0;
    let at = 0;
    for (;;) {
      const head = headAt(bytes, at);
      if (head !== null && head.end > bytes.length) this.#wanted = head.end - at;
      if (head === null || head.end > bytes.length) break;
      this.#onFrame((bytes[at] ?? 0) & 15, bytes.subarray(head.from, head.end));
      at = head.end;
    }
    this.#length = bytes.length - at;
    if (at < bytes.length) this.#parts.push(bytes.subarray(at));
  }
}

function headAt(bytes: Buffer, at: number): { from: number; end: number } | null {
  if (at + 2 > bytes.length) return null;
  const short = (bytes[at + 1] ?? 0) & 127;
  if (short < 126) return { from: at + 2, end: at + 2 + short };
  if (short === 126) {
    if (at + 4 > bytes.length) return null;
    return { from: at + 4, end: at + 4 + bytes.readUInt16BE(at + 2) };
  }
  if (at + 10 > bytes.length) return null;
  return { from: at + 10, end: at + 10 + Number(bytes.readBigUInt64BE(at + 2)) };
}

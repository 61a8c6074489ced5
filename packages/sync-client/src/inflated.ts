import { packedStateBytesMax } from '@jejak/protocol';

/** Whether this platform unpacks what the server may pack. */
export function canInflate(): boolean {
  try {
    return new DecompressionStream('deflate-raw') !== undefined;
  } catch {
    // There is none, or one that knows only other formats.
    return false;
  }
}

/** Bytes that were deflated raw from so many; rejects when they were not. */
export async function inflated(packed: Uint8Array, length: number): Promise<Uint8Array> {
  if (length > packedStateBytesMax) throw new Error('more than a document holds');
  const stream = new DecompressionStream('deflate-raw');
  const reader = stream.readable.getReader();
  const writer = stream.writable.getWriter();
  // What is wrong with the bytes is told to the reader too.
  const written = Promise.all([writer.write(new Uint8Array(packed)), writer.close()]).catch(() => {});
  const bytes = new Uint8Array(length);
  let at = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (at + part.value.byteLength > length) {
      await reader.cancel();
      throw new Error('longer than it was said to be');
    }
    bytes.set(part.value, at);
    at += part.value.byteLength;
  }
  await written;
  if (at < length) throw new Error('shorter than it was said to be');
  return bytes;
}

/** A number as lib0 writes it. */
export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A string as lib0 writes it. */
export function text(value: string): number[] {
  const bytes = [...new TextEncoder().encode(value)];
  return [...varint(bytes.length), ...bytes];
}

/** A struct that stands under a key of a root. */
export function underKey(root: string, key: string, ref: number, content: readonly number[]): number[] {
  return [0x20 | ref, 1, ...text(root), ...text(key), ...content];
}

/** An update of one client with these structs and deletes. */
export function updateOf(
  client: number,
  clock: number,
  structs: readonly (readonly number[])[],
  deletes: readonly {
    readonly client: number;
    readonly ranges: readonly (readonly [number, number])[];
  }[] = [],
): Uint8Array {
  const head =
    structs.length === 0 ? [0] : [1, ...varint(structs.length), ...varint(client), ...varint(clock)];
  const tail = deletes.flatMap(({ client: whose, ranges }) => [
    ...varint(whose),
    ...varint(ranges.length),
    ...ranges.flatMap(([start, length]) => [...varint(start), ...varint(length)]),
  ]);
  const bytes = new Uint8Array(head.length + structs.reduce((sum, s) => sum + s.length, 0) + tail.length + 8);
  let at = 0;
  for (const piece of [head, ...structs, varint(deletes.length), tail]) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes.slice(0, at);
}

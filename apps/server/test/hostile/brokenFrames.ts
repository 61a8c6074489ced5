/** A frame as a client writes it, right or wrong. */
function frame(given: {
  readonly head: number;
  readonly payload?: Buffer;
  readonly masked?: boolean;
  readonly claimed?: Buffer;
}): Buffer {
  const payload = given.payload ?? Buffer.alloc(0);
  const mask = Buffer.from([1, 2, 3, 4]);
  const masked = given.masked ?? true;
  const bit = masked ? 0x80 : 0;
  const length =
    given.claimed ??
    (payload.length < 126
      ? Buffer.from([bit | payload.length])
      : Buffer.from([bit | 126, payload.length >> 8, payload.length & 255]));
  const body = masked ? payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0)) : payload;
  return Buffer.concat([Buffer.from([given.head]), length, masked ? mask : Buffer.alloc(0), body]);
}

const closing = (code: number, reason = ''): Buffer =>
  Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)]);

/** Bytes after the upgrade that no client sends; each ends the connection. */
export const brokenFrames: readonly Buffer[] = [
  ...[0x82, 0x81, 0x89, 0x88].map((head) => frame({ head, payload: Buffer.from([3]), masked: false })),
  ...[0x92, 0xa2, 0xb2, 0xc2, 0xd2, 0xf2, 0xc9].map((head) => frame({ head, payload: Buffer.from([3]) })),
  ...[0x83, 0x84, 0x85, 0x86, 0x87, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f].map((head) => frame({ head })),
  ...[0x08, 0x09, 0x0a].map((head) => frame({ head })),
  ...[0x88, 0x89, 0x8a].map((head) => frame({ head, payload: Buffer.alloc(126) })),
  ...[0x00, 0x80].map((head) => frame({ head, payload: Buffer.from([3]) })),
  Buffer.concat([frame({ head: 0x02 }), frame({ head: 0x82 })]),
  ...[0, 999, 1004, 1005, 1006, 1015, 2_999].map((code) => frame({ head: 0x88, payload: closing(code) })),
  frame({ head: 0x88, payload: Buffer.from([3]) }),
  frame({ head: 0x88, payload: Buffer.concat([closing(1_000), Buffer.from([0xff, 0xfe])]) }),
  frame({ head: 0x81, payload: Buffer.from([0xff, 0xfe]) }),
  ...['9007199254740991', '{}', '', '\u0000'].map((text) =>
    frame({ head: 0x81, payload: Buffer.from(text) }),
  ),
  ...[0x7f, 0xff].map((high) =>
    frame({ head: 0x82, claimed: Buffer.from([0xff, high, 255, 255, 255, 255, 255, 255, 255]) }),
  ),
  frame({ head: 0x82, claimed: Buffer.from([0xff, 0, 0, 0, 0, 0, 0x20, 0, 0]) }),
  Buffer.concat([frame({ head: 0x02 }), ...Array.from({ length: 70 }, () => frame({ head: 0x00 }))]),
  Buffer.concat(Array.from({ length: 3_000 }, () => frame({ head: 0x02 }))),
  frame({ head: 0x82 }),
];

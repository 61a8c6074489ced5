import type { MapPart } from '@jejak/protocol';
import type { MapMessage } from './busMessages.ts';
import type { DurableBatch } from './DurableBatch.ts';
import type { Room } from './Room.ts';

type LogMessage = Extract<MapMessage, { kind: 'log' }>;

/** Larger entries are read from the log by those who want them. */
const toldBytesMax = 32 * 1024;

/** What the other nodes are told of an entry that was appended here. */
export function logMessageOf(part: MapPart, room: Room, { seq, items }: DurableBatch): LogMessage {
  const message = { kind: 'log', part, seq } as const;
  const bytes = items.reduce((sum, { update }) => sum + update.byteLength, 0);
  if (bytes > toldBytesMax) return message;
  const updates = items.map(({ update: { buffer, byteOffset, byteLength } }) =>
    Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  );
  return { ...message, entry: { epoch: room.epoch, updates } };
}

/** Passes on what another node told. What it wrote in another life of the document is not for this one. */
export function hearLog(room: Room, { seq, entry, holdMs }: LogMessage): void {
  if (holdMs !== undefined) room.turns.heard(holdMs);
  const ours = entry !== undefined && entry.epoch === room.epoch;
  room.hint(seq, ours ? entry.updates.map((update) => Buffer.from(update, 'base64')) : null);
}

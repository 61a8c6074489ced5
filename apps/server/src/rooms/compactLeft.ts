import type { Room } from './Room.ts';

/**
 * Merges what nobody is in any more, so that whoever opens it next finds only bytes: one after the other, what was edited
 * last first, until it is `over`. Never rejects.
 */
export async function compactLeft(rooms: readonly Room[], over: () => boolean): Promise<void> {
  const left = rooms.filter(({ receivers }) => receivers.size === 0);
  for (const room of left.sort((a, b) => a.idleMs - b.idleMs)) {
    if (over()) return;
    await room.compact();
  }
}

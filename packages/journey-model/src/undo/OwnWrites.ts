import type * as Y from 'yjs';
import type { Ranges } from './stackItem.ts';

interface Range {
  readonly from: number;
  to: number;
}

/** Everything this person wrote since the map was opened: what is not in here is somebody else's. */
export class OwnWrites {
  readonly #byClient = new Map<number, Range[]>();

  add(written: Ranges): void {
    for (const [client, items] of written.clients) {
      const ranges = this.#byClient.get(client) ?? [];
      this.#byClient.set(client, ranges);
      for (const { clock, len } of items) {
        const last = ranges.at(-1);
        if (last !== undefined && last.to === clock) last.to += len;
        else ranges.push({ from: clock, to: clock + len });
      }
    }
  }

  /** Whether this person wrote all of an item. */
  covers(item: Y.Item): boolean {
    const { client, clock } = item.id;
    return (this.#byClient.get(client) ?? []).some(
      (range) => range.from <= clock && clock + item.length <= range.to,
    );
  }
}

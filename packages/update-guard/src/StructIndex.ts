import type { BroughtClocks, StructId, WalkedStruct, WalkedUpdate } from './WalkedUpdate.ts';

/** Finds the structs of an update by their clocks. */
export class StructIndex {
  readonly size: number;
  readonly #brought = new Map<number, BroughtClocks>();

  constructor(update: WalkedUpdate) {
    this.size = update.structCount;
    for (const brought of update.brought) this.#brought.set(brought.client, brought);
  }

  /** Where what the update brings of a client ends; 0 when it brings nothing of them. */
  endOf(client: number): number {
    return this.#brought.get(client)?.endClock ?? 0;
  }

  /** The struct of the update that holds a clock. */
  find({ client, clock }: StructId): WalkedStruct | null {
    const brought = this.#brought.get(client);
    if (brought === undefined || clock < brought.firstClock || clock >= brought.endClock) return null;
    const { structs } = brought;
    let low = 0;
    let high = structs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((structs[middle]?.clock ?? 0) <= clock) low = middle;
      else high = middle - 1;
    }
    return structs[low] ?? null;
  }
}

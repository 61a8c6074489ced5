import type { BroughtClocks, StructId, WalkedStruct, WalkedUpdate } from './WalkedUpdate.ts';

/** Finds the structs of an update by their clocks. */
export class StructIndex {
  readonly size: number;
  /** Of an edit it is one client, found without a map. */
  readonly #first: BroughtClocks | undefined;
  readonly #others: ReadonlyMap<number, BroughtClocks> | null;

  constructor({ brought, structCount }: WalkedUpdate) {
    this.size = structCount;
    this.#first = brought[0];
    this.#others = brought.length < 2 ? null : new Map(brought.map((one) => [one.client, one]));
  }

  /** Where what the update brings of a client ends; 0 when it brings nothing of them. */
  endOf(client: number): number {
    return this.#of(client)?.endClock ?? 0;
  }

  /** The struct of the update that holds a clock. */
  find({ client, clock }: StructId): WalkedStruct | null {
    const brought = this.#of(client);
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

  #of(client: number): BroughtClocks | undefined {
    return this.#first?.client === client ? this.#first : this.#others?.get(client);
  }
}

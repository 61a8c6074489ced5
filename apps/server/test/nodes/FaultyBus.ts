import type { Bus } from '../../src/bus/Bus.ts';

/** How likely each misfortune is for a message, between 0 and 1. */
export interface BusFaults {
  readonly drop?: number;
  readonly duplicate?: number;
  readonly reorder?: number;
}

/** A bus between nodes that loses, repeats and reorders what it is given, and counts it. */
export class FaultyBus implements Bus {
  readonly remote = true;
  readonly alone = false;
  /** What the node published. */
  readonly published: string[] = [];
  faults: BusFaults;
  readonly #inner: Bus;
  readonly #random: () => number;
  readonly #resume = new Set<() => void>();
  #held: (() => void)[] = [];

  constructor(inner: Bus, random: () => number, faults: BusFaults = {}) {
    this.#inner = inner;
    this.#random = random;
    this.faults = faults;
  }

  publish(topic: string, message: string): void {
    this.published.push(message);
    const { drop = 0, duplicate = 0, reorder = 0 } = this.faults;
    const send = (): void => this.#inner.publish(topic, message);
    if (this.#random() >= drop) {
      if (this.#random() < reorder) this.#held.push(send);
      else send();
      if (this.#random() < duplicate) send();
    }
    // What was held back comes after what was said later.
    if (this.#held.length > 3) for (const late of this.#held.splice(0).reverse()) late();
  }

  subscribe(topic: string, listener: (message: string) => void, ready?: () => void): () => void {
    return this.#inner.subscribe(topic, listener, ready);
  }

  onResume(listener: () => void): () => void {
    this.#resume.add(listener);
    const stop = this.#inner.onResume(listener);
    return () => {
      stop();
      this.#resume.delete(listener);
    };
  }

  /** As if the inner bus had been away. */
  resume(): void {
    for (const listener of [...this.#resume]) listener();
  }

  async close(): Promise<void> {
    this.#held = [];
    await this.#inner.close();
  }
}

import type { Bus } from '../Bus.ts';

type Listener = (message: string) => void;

/** What the buses of one process share; the default has one bus, tests join several "nodes". */
export class InProcessHub {
  readonly #members = new Set<InProcessBus>();

  join(): InProcessBus {
    const bus = new InProcessBus(this);
    this.#members.add(bus);
    return bus;
  }

  leave(bus: InProcessBus): void {
    this.#members.delete(bus);
  }

  /** Whether nobody is here but this one, if it is. */
  holdsOnly(bus: InProcessBus): boolean {
    return this.#members.size === Number(this.#members.has(bus));
  }

  send(from: InProcessBus, topic: string, message: string): void {
    for (const member of this.#members) if (member !== from) member.receive(topic, message);
  }
}

/** A `Bus` between nodes that live in one process. */
export class InProcessBus implements Bus {
  readonly remote = false;
  readonly #hub: InProcessHub;
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor(hub: InProcessHub = new InProcessHub()) {
    this.#hub = hub;
  }

  get alone(): boolean {
    return this.#hub.holdsOnly(this);
  }

  publish(topic: string, message: string): void {
    this.#hub.send(this, topic, message);
  }

  subscribe(topic: string, listener: Listener, ready?: () => void): () => void {
    let listeners = this.#listeners.get(topic);
    if (listeners === undefined) {
      listeners = new Set();
      this.#listeners.set(topic, listeners);
    }
    listeners.add(listener);
    if (ready !== undefined) setImmediate(ready);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic);
    };
  }

  onResume(): () => void {
    return () => {};
  }

  /** Delivers in a later turn, as a network would. */
  receive(topic: string, message: string): void {
    if (!this.#listeners.has(topic)) return;
    setImmediate(() => {
      for (const listener of [...(this.#listeners.get(topic) ?? [])]) listener(message);
    });
  }

  async close(): Promise<void> {
    this.#hub.leave(this);
    this.#listeners.clear();
  }
}

/** Hears a flood, and edits meanwhile: as often as somebody who drags, so that there are enough to tell a p99 by. */
import * as Y from 'yjs';
import { BenchClient } from './BenchClient.ts';
import { readUpdateHead } from './Edit.ts';
import type { FromListener, Hearing, ToListener } from './FloodListener.ts';

const otherEveryMs = 20;
const tell = (message: FromListener) => process.send?.(message);
const now = () => performance.timeOrigin + performance.now();

class Listening {
  readonly #hearing: Hearing;
  readonly #flood: Arrivals;
  readonly #other: Arrivals;
  readonly #sentAt: number[] = [];
  #third: BenchClient | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(hearing: Hearing) {
    this.#hearing = hearing;
    this.#flood = new Arrivals(hearing.flood.clocks, () => tell({ all: true }));
    this.#other = new Arrivals(hearing.other.edits.map(({ clock }) => clock));
  }

  async open(): Promise<void> {
    const { server, room } = this.#hearing;
    const watcher = await BenchClient.open(server, room, 1, {
      onUpdate: (...update) => this.#hear(...update),
    });
    this.#third = await BenchClient.open(server, room, 2);
    if (server.answers) for (const client of [watcher, this.#third]) await client.join();
  }

  begin(): void {
    this.#timer = setInterval(() => {
      const edit = this.#hearing.other.edits[this.#sentAt.length];
      if (edit === undefined || this.#third === null) return;
      this.#sentAt.push(now());
      void this.#third.send(this.#third.frame(edit.update));
    }, otherEveryMs);
  }

  end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    const delays = [...this.#other.times].map((at, edit) => at - (this.#sentAt[edit] ?? at));
    tell({ heard: { arrivals: this.#flood.times, delays } });
  }

  #hear(bytes: Buffer, from: number): void {
    const head = readUpdateHead(bytes, from);
    // Some servers merge several updates into one: look into those.
    if (head.clients === 1) this.#reach(head.yClient, head.clock + head.structs);
    else if (head.clients > 1)
      for (const { id, length } of Y.decodeUpdate(bytes.subarray(from)).structs)
        this.#reach(id.client, id.clock + length);
  }

  #reach(client: number, clock: number): void {
    if (client === this.#hearing.flood.yClient) this.#flood.reach(clock);
    else if (client === this.#hearing.other.yClient) this.#other.reach(clock);
  }
}

/** How far a writer's edits have come, and when each did. */
class Arrivals {
  readonly #clocks: readonly number[];
  readonly #times: Float64Array;
  readonly #onAll: () => void;
  #arrived = 0;

  constructor(clocks: readonly number[], onAll: () => void = () => {}) {
    this.#clocks = clocks;
    this.#times = new Float64Array(clocks.length);
    this.#onAll = onAll;
  }

  get times(): Float64Array {
    return this.#times.slice(0, this.#arrived);
  }

  /** All edits below a clock are there. */
  reach(clock: number): void {
    for (;;) {
      const next = this.#clocks[this.#arrived];
      if (next === undefined || next >= clock) return;
      this.#times[this.#arrived] = now();
      this.#arrived += 1;
      if (this.#arrived === this.#clocks.length) this.#onAll();
    }
  }
}

let listening: Listening | null = null;

process.on('message', async (message: ToListener) => {
  if ('begin' in message) listening?.begin();
  else if ('end' in message) listening?.end();
  else {
    listening = new Listening(message);
    await listening.open();
    tell({ ready: true });
  }
});
process.once('disconnect', () => process.exit(0));

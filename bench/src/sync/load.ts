/** The load generator: a process of its own, so that its work is not counted as the server's. */
import { percentile } from '../percentile.ts';
import type { FromLoad, Job, Phase, PhaseResult, ToLoad } from './Job.ts';
import { RoomLoad } from './RoomLoad.ts';

const drainMsMax = 5_000;
const tell = (message: FromLoad) => process.send?.(message);

class Load {
  readonly #rooms: RoomLoad[];
  readonly #job: Job;
  #seen: number[] = [];
  #acknowledged: number[] = [];
  #deliveries = 0;
  #measuring = false;
  #next: ((room: number, writer: number) => void) | null = null;
  #turn = 0;

  constructor(job: Job) {
    this.#job = job;
    this.#rooms = job.rooms.map(
      (room, index) =>
        new RoomLoad(job, room, {
          onDelivery: (count) => {
            if (this.#measuring) this.#deliveries += count;
          },
          onSeenByAll: (writer, sentAt, now) => {
            if (this.#measuring) this.#seen.push(now - sentAt);
            this.#next?.(index, writer);
          },
          onAcknowledged: (sentAt, now) => {
            if (this.#measuring) this.#acknowledged.push(now - sentAt);
          },
        }),
    );
  }

  async open(): Promise<void> {
    for (const room of this.#rooms) await room.open();
  }

  async run(phase: Phase): Promise<PhaseResult> {
    this.#seen = [];
    this.#acknowledged = [];
    this.#deliveries = 0;
    const seconds = phase.kind === 'paced' ? await this.#pace(phase) : await this.#fill(phase);
    const [edits, deliveries, seen] = [this.#seen.length, this.#deliveries, this.#seen];
    const missing = await this.#drain();
    return {
      seconds,
      edits,
      deliveries,
      seenP50: percentile(seen, 0.5),
      seenP99: percentile(seen, 0.99),
      ackP95: percentile(this.#acknowledged, 0.95),
      ackP99: percentile(this.#acknowledged, 0.99),
      missing,
    };
  }

  #measure(on: boolean): void {
    this.#measuring = on;
    tell({ measuring: on });
  }

  /** Sends at an even rate, writers taking turns; measures to the end of the last edit. */
  async #pace(phase: Extract<Phase, { kind: 'paced' }>): Promise<number> {
    const writers = this.#job.rooms[0]?.headers.length ?? 0;
    const began = performance.now();
    let sent = 0;
    this.#measure(true);
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        const elapsed = performance.now() - began;
        if (elapsed >= phase.ms) {
          clearInterval(timer);
          resolve();
          return;
        }
        while (sent < (elapsed / 1000) * phase.editsPerSecond) {
          const turn = this.#turn++;
          const room = this.#rooms[Math.floor(turn / writers) % this.#rooms.length];
          room?.sendNext(turn % writers);
          sent++;
        }
      }, 2);
    });
    await this.#drain();
    this.#measure(false);
    return (performance.now() - began) / 1000;
  }

  /** Keeps a number of edits of each writer under way. */
  async #fill(phase: Extract<Phase, { kind: 'window' }>): Promise<number> {
    let exhausted = () => {};
    const empty = new Promise<void>((resolve) => {
      exhausted = resolve;
    });
    this.#next = (room, writer) => {
      if (this.#rooms[room]?.sendNext(writer) === false) exhausted();
    };
    for (const room of this.#rooms) {
      for (let n = 0; n < phase.perWriter * room.clients.length; n++) room.sendNext(n % room.clients.length);
    }
    await Promise.race([delay(phase.warmMs), empty]);
    this.#measure(true);
    const began = performance.now();
    await Promise.race([delay(phase.ms), empty]);
    const seconds = (performance.now() - began) / 1000;
    this.#measure(false);
    this.#next = null;
    return seconds;
  }

  /** Waits until everybody has seen everything, within a limit; answers how many edits did not make it. */
  async #drain(): Promise<number> {
    const until = performance.now() + drainMsMax;
    let missing = this.#missing();
    while (missing > 0 && performance.now() < until) {
      await delay(20);
      missing = this.#missing();
    }
    return missing;
  }

  #missing(): number {
    return this.#rooms.reduce((sum, room) => sum + room.missing(), 0);
  }

  async close(): Promise<void> {
    await Promise.all(this.#rooms.flatMap((room) => room.clients.map((client) => client.close())));
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

let load: Load | null = null;

async function handle(message: ToLoad): Promise<void> {
  if ('job' in message) {
    load = new Load(message.job);
    await load.open();
    tell({ ready: true });
  } else if ('phase' in message && load !== null) {
    tell({ result: await load.run(message.phase) });
  } else {
    await load?.close();
    process.exit(0);
  }
}

process.on('message', (message: ToLoad) => {
  handle(message).catch((error: unknown) => tell({ error: String(error) }));
});
process.once('disconnect', () => process.exit(0));

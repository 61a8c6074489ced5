import { readdirSync, readFileSync } from 'node:fs';
import { FailingCalls } from './FailingCalls.ts';

const lookEveryMs = 5;

/** A disk that gives errors to each database engine that a process starts on a folder, until it is mended. */
export class FailingDisk {
  readonly #parent: number;
  readonly #folder: string;
  readonly #faults: readonly string[];
  readonly #held = new Map<number, Promise<FailingCalls | null>>();
  readonly #timer: NodeJS.Timeout;

  /** `faults` are as `strace --inject` wants them. */
  constructor(parent: number, folder: string, ...faults: readonly string[]) {
    this.#parent = parent;
    this.#folder = folder;
    this.#faults = faults;
    this.#look();
    this.#timer = setInterval(() => this.#look(), lookEveryMs);
  }

  /** How many engines it has met. */
  get engines(): number {
    return this.#held.size;
  }

  /** Resolves once every engine that lives has been met. */
  async takesHold(): Promise<void> {
    this.#look();
    await Promise.all(this.#held.values());
  }

  async mend(): Promise<void> {
    clearInterval(this.#timer);
    for (const calls of await Promise.all(this.#held.values())) await calls?.end();
  }

  #look(): void {
    for (const pid of childrenOf(this.#parent)) {
      if (this.#held.has(pid) || !commandOf(pid).includes(this.#folder)) continue;
      // It may be gone before it is met.
      this.#held.set(
        pid,
        FailingCalls.of(pid, ...this.#faults).catch((error: unknown) => {
          if (commandOf(pid) !== '') throw error;
          return null;
        }),
      );
    }
  }
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    textOf(`/proc/${pid}/task/${task}/children`)
      .split(' ')
      .filter((child) => child !== '')
      .map(Number),
  );
}

/** Empty for a process that is gone. */
function commandOf(pid: number): string {
  return textOf(`/proc/${pid}/cmdline`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

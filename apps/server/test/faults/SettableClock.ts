import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A clock for processes of their own that can be set while they run; how long something takes stays true. */
export class SettableClock {
  readonly #folder: string;
  readonly #library: string;

  /** Throws, with what is missing, where there is no `faketime`. */
  constructor() {
    this.#library = library();
    this.#folder = mkdtempSync(join(tmpdir(), 'jejak-clock-'));
    this.set(0);
  }

  /** What a process wants that goes by this clock. */
  get environment(): Readonly<Record<string, string>> {
    return {
      LD_PRELOAD: this.#library,
      FAKETIME_TIMESTAMP_FILE: this.#file,
      // Looked at this often, in seconds.
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    };
  }

  /**
   * From now on it is so many seconds ahead of this machine's. One that runs faster has done so since its process began;
   * none runs slower, as `faketime` would let its process sleep longer too.
   */
  set(seconds: number, speed = 1): void {
    // Whole or not at all: it may be read at any moment.
    writeFileSync(`${this.#file}.new`, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)} x${speed}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  get #file(): string {
    return join(this.#folder, 'offset');
  }
}

/** The library that `faketime` puts before a program of several threads. */
function library(): string {
  const program = process.env.FAKETIME_PATH ?? 'faketime';
  try {
    const environment = execFileSync(program, ['-m', '-f', '+0', 'env'], { encoding: 'utf8', stdio: 'pipe' });
    const [, found] = /^(?:LD_PRELOAD)=(.+)$/m.exec(environment) ?? [];
    if (found !== undefined) return found;
  } catch (cause) {
    throw new Error('These tests need faketime on the PATH (Debian package faketime).', { cause });
  }
  throw new Error('faketime did not say where its library is; these tests need Linux.');
}

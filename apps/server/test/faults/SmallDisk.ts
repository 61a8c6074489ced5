import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const attemptsMax = 100;

/** A file system of its own in memory that can be made as small as what it holds. */
export class SmallDisk {
  readonly folder: string;
  readonly #bytes: number;

  private constructor(folder: string, bytes: number) {
    this.folder = folder;
    this.#bytes = bytes;
  }

  /** Mounts one; throws, with what is missing, where that is not allowed. */
  static mount(megabytes: number): SmallDisk {
    const disk = new SmallDisk(mkdtempSync(join(tmpdir(), 'jejak-disk-')), megabytes * 1024 * 1024);
    try {
      run('mount', '-t', 'tmpfs', '-o', `size=${disk.#bytes}`, 'tmpfs', disk.folder);
    } catch (cause) {
      rmSync(disk.folder, { recursive: true, force: true });
      throw new Error(
        'A full disk is tried on a file system of its own: run this as root on Linux, where `mount -t tmpfs` is allowed.',
        { cause },
      );
    }
    return disk;
  }

  /** Leaves no room, or only so many bytes: the disk becomes as large as what is on it and that. */
  fill(leftBytes = 0): void {
    // What is written meanwhile needs another look.
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const { blocks, bfree, bsize } = statfsSync(this.folder);
      if (bfree * bsize <= leftBytes) return;
      try {
        this.#resize((blocks - bfree) * bsize + leftBytes);
      } catch (error) {
        if (attempt === attemptsMax - 1) throw error;
      }
    }
    throw new Error('the disk could not be filled');
  }

  /** Gives the room back. */
  free(): void {
    this.#resize(this.#bytes);
  }

  /** Also while somebody is still closing a file there. */
  unmount(): void {
    run('umount', '--lazy', this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #resize(bytes: number): void {
    run('mount', '-o', `remount,size=${bytes}`, this.folder);
  }
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'pipe' });
}

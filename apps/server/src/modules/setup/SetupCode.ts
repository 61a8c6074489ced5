import { createHmac } from 'node:crypto';
import { secretsMatch } from '../../auth/secretToken.ts';
import type { SetupRepository } from './SetupRepository.ts';

/** Wrong codes before another one is wanted and printed. */
export const codeTriesMax = 5;

/** 32 letters and digits that are hard to take for one another. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 8;

/**
 * The one-time code that proves that somebody can read this server's own output [SETUP3]. It follows from the
 * server's secret and the wrong tries counted in the database, so all nodes want and print the same one.
 */
export class SetupCode {
  readonly #setups: SetupRepository;
  readonly #secret: string;
  readonly #announce: (code: string) => void;
  #announced = false;

  constructor(parts: {
    readonly setups: SetupRepository;
    readonly secret: string;
    /** Shows the code to whoever runs the server; it is no log entry. */
    readonly announce: (code: string) => void;
  }) {
    this.#setups = parts.setups;
    this.#secret = parts.secret;
    this.#announce = parts.announce;
  }

  /** Prints the code that is wanted now, once per process. */
  async announce(): Promise<void> {
    if (this.#announced) return;
    this.#announced = true;
    const { salt, tries } = await this.#setups.codeTries();
    this.#announce(this.#codeAt(salt, tries));
  }

  /** Whether this is the code. The fifth wrong one makes it void and prints the next. */
  async accepts(given: string): Promise<boolean> {
    // Counted before it is compared: guesses at the same moment all count.
    const { salt, tries } = await this.#setups.takeCodeTry();
    if (secretsMatch(plain(given), plain(this.#codeAt(salt, tries)))) {
      await this.#setups.giveBackCodeTry();
      return true;
    }
    if ((tries + 1) % codeTriesMax === 0) this.#announce(this.#codeAt(salt, tries + 1));
    return false;
  }

  #codeAt(salt: string, tries: number): string {
    const round = Math.floor(tries / codeTriesMax);
    const digest = createHmac('sha256', this.#secret).update(`set-up code ${salt} ${round}`).digest();
    const letters = Array.from(digest.subarray(0, codeLength), (byte) => alphabet[byte % alphabet.length]);
    return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
  }
}

/** People type small letters and leave the dash out. */
function plain(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

import { deflateRaw } from 'node:zlib';

/** Fast rather than small: a map of 2,000 cards takes 6 ms, and twice as long would save another twelfth. */
const level = 1;
const chunkBytes = 256 * 1024;

/** Deflates states in the threads of the platform, a few at once for all documents of a process. */
export class Packer {
  readonly #atOnceMax: number;
  #underWay = 0;

  constructor(atOnceMax: number) {
    this.#atOnceMax = atOnceMax;
  }

  /** The bytes deflated raw; null when it has enough to do or cannot. Never rejects. */
  pack(bytes: Uint8Array): Promise<Uint8Array | null> {
    if (this.#underWay >= this.#atOnceMax) return Promise.resolve(null);
    this.#underWay += 1;
    return new Promise((resolve) => {
      deflateRaw(bytes, { level, chunkSize: chunkBytes }, (error, packed) => {
        this.#underWay -= 1;
        resolve(error === null ? packed : null);
      });
    });
  }
}

import type { IncomingMessage } from 'node:http';
import { offlineWorkBytesAtOnceMax, offlineWorkBytesMax } from '@jejak/protocol';

/** How much uploaded work is in memory at one moment: a place is taken before the first byte is read. */
export class UploadSpace {
  #left: number;

  constructor(bytesMax: number = offlineWorkBytesAtOnceMax) {
    this.#left = bytesMax;
  }

  /** A place for the body of a request until the returned function is called; null when there is none. */
  take({ headers }: Pick<IncomingMessage, 'headers'>): (() => void) | null {
    // A body in pieces does not say how long it will be.
    const bytes = Number(headers['content-length'] ?? offlineWorkBytesMax);
    if (bytes > this.#left) return null;
    this.#left -= bytes;
    let held = true;
    return () => {
      if (held) this.#left += bytes;
      held = false;
    };
  }
}

import { syncLimits } from '@jejak/protocol';
import type { Audience } from './Audience.ts';
import type { DurableBatch } from './DurableBatch.ts';
import type { Packer } from './Packer.ts';

/** A whole document as a joiner gets it who takes it deflated. */
export interface Packed {
  /** All of it at some moment as one update, deflated raw. */
  readonly bytes: Uint8Array;
  /** Of the update. */
  readonly length: number;
  /** What has become durable since that moment, and perhaps some of what it holds already. */
  readonly since: readonly Uint8Array[];
}

/**
 * A document deflated once for many joiners, with what was written since, until that is too much. Nobody waits for it:
 * it is made while the first who could have had it gets the plain bytes.
 */
export class PackedState {
  readonly #packer: Pick<Packer, 'pack'>;
  #made: Omit<Packed, 'since'> | null = null;
  /** The same until something is written, so that it is framed once. */
  #now: Packed | null = null;
  /** null: nothing is packed and nothing is being. */
  #since: Uint8Array[] | null = null;
  #sinceBytes = 0;

  /** `audience` tells what becomes durable. */
  constructor(packer: Pick<Packer, 'pack'>, audience: Pick<Audience, 'onBatch'>) {
    this.#packer = packer;
    audience.onBatch((batch) => this.#hear(batch));
  }

  /** null while it is not there. */
  get now(): Packed | null {
    if (this.#made === null || this.#since === null) return null;
    this.#now ??= { ...this.#made, since: [...this.#since] };
    return this.#now;
  }

  /** Begins to pack a document as it is at this moment, unless it is packed or being packed. */
  make(whole: Uint8Array): void {
    if (this.#since !== null || whole.byteLength < syncLimits.packFromBytes) return;
    const since: Uint8Array[] = [];
    this.#since = since;
    void this.#packer.pack(whole).then((bytes) => {
      // Forgotten meanwhile, and perhaps begun anew.
      if (this.#since !== since) return;
      if (bytes === null) this.forget();
      else this.#made = { bytes, length: whole.byteLength };
    });
  }

  /** The document is another one, or too much was written. */
  forget(): void {
    this.#made = null;
    this.#now = null;
    this.#since = null;
    this.#sinceBytes = 0;
  }

  #hear({ items }: DurableBatch): void {
    const since = this.#since;
    if (since === null) return;
    this.#now = null;
    for (const { update } of items) {
      since.push(update);
      this.#sinceBytes += update.byteLength;
    }
    const { packedSinceUpdatesMax, packedSinceBytesMax } = syncLimits;
    if (since.length > packedSinceUpdatesMax || this.#sinceBytes > packedSinceBytesMax) this.forget();
  }
}

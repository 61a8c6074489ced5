import DataLoader from 'dataloader';
import type { GraphqlContext } from './Context.ts';

/** Loads many at once; answers in the order of the keys, null for what is absent or foreign. */
export type Batch<K, V> = (keys: readonly K[], context: GraphqlContext) => Promise<readonly (V | null)[]>;

/** The loaders of one request (or one event): nothing is fetched twice, and rights are asked anew next time. */
export class Loaders {
  readonly #loaders = new Map<unknown, unknown>();
  readonly #context: () => GraphqlContext;

  constructor(context: () => GraphqlContext) {
    this.#context = context;
  }

  /** The loader of a batch function in this request; the function itself is the key. */
  get<K, V>(batch: Batch<K, V>): DataLoader<K, V | null> {
    const known = this.#loaders.get(batch);
    if (known instanceof DataLoader) return known;
    const loader = new DataLoader<K, V | null>(async (keys) => [...(await batch(keys, this.#context()))], {
      maxBatchSize: 200,
    });
    this.#loaders.set(batch, loader);
    return loader;
  }
}

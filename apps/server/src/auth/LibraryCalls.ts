import type { AsyncLocalStorage } from 'node:async_hooks';
import {
  getCurrentAuthContextAsyncLocalStorage,
  getCurrentDBAdapterAsyncLocalStorage,
  getRequestStateAsyncLocalStorage,
} from '@better-auth/core/context';

type Storage = Pick<AsyncLocalStorage<unknown>, 'disable'>;

/**
 * The calls into the sign-in library. It keeps what belongs to a call in `AsyncLocalStorage`, and once that was used
 * Node follows every promise and callback of the process, which costs a tenth of an edit: it is let go of whenever no
 * call is under way.
 */
export class LibraryCalls {
  readonly #storages: readonly Storage[];
  #underWay = 0;

  constructor(storages: readonly Storage[]) {
    this.#storages = storages;
  }

  /** Those of the library of this process. */
  static async follow(): Promise<LibraryCalls> {
    return new LibraryCalls(
      await Promise.all([
        getCurrentAuthContextAsyncLocalStorage(),
        getCurrentDBAdapterAsyncLocalStorage(),
        getRequestStateAsyncLocalStorage(),
      ]),
    );
  }

  /** Makes a call. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await call();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) for (const storage of this.#storages) storage.disable();
    }
  }
}

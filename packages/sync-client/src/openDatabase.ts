import type { IdbDatabase, IdbRequest, IdbTransaction, IndexedDb } from './IndexedDb.ts';

declare const indexedDB: IndexedDb;

const openMsMax = 5_000;

/** Opens a database of the browser, made by `upgrade`; rejects where the browser keeps nothing or takes too long. */
export function openDatabase(
  name: string,
  version: number,
  upgrade: (db: IdbDatabase) => void,
): Promise<IdbDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new Error(`no database within ${openMsMax} ms`));
    }, openMsMax);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error ?? new Error('no database'));
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      const { result } = request;
      if (late) result.close();
      // A newer program, or somebody who clears the browser, must not wait for this page.
      result.onversionchange = () => result.close();
      resolve(result);
    };
  });
}

/** What a request answers with. */
export function answerOf<T>(request: IdbRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
}

/** Resolves once a transaction is in the database; rejects when it is taken back. */
export function endOf(transaction: IdbTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was taken back'));
  });
}

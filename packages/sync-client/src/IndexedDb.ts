/** The part of the browser's IndexedDB that is used here: this package is read by programs that know no browser. */
export interface IndexedDb {
  open(name: string, version: number): IdbRequest<IdbDatabase> & { onupgradeneeded: (() => void) | null };
}

/** A question whose answer comes later. */
export interface IdbRequest<T> {
  readonly result: T;
  readonly error: Error | null;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}

/** An open database. */
export interface IdbDatabase {
  readonly objectStoreNames: Iterable<string>;
  onversionchange: (() => void) | null;
  createObjectStore(
    name: string,
    options?: { readonly keyPath: string; readonly autoIncrement: boolean },
  ): unknown;
  deleteObjectStore(name: string): void;
  transaction(stores: string | readonly string[], mode: 'readwrite'): IdbTransaction;
  close(): void;
}

/** Changes that are made all or none. */
export interface IdbTransaction {
  readonly error: Error | null;
  oncomplete: (() => void) | null;
  onabort: (() => void) | null;
  objectStore(name: string): IdbStore;
}

/** A table of records. */
export interface IdbStore {
  get(key: number | string): IdbRequest<unknown>;
  getAll(): IdbRequest<readonly unknown[]>;
  getAllKeys(): IdbRequest<readonly unknown[]>;
  count(): IdbRequest<number>;
  put(value: unknown, key?: string): IdbRequest<unknown>;
  delete(key: number): unknown;
}

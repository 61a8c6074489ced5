import * as Y from 'yjs';
import type { IdbDatabase, IdbStore } from './IndexedDb.ts';
import type { LocalStore, OpenLocalStore } from './LocalStore.ts';
import { answerOf, endOf, openDatabase } from './openDatabase.ts';

const version = 2;
const entriesName = 'entries';
const presentName = 'present';
const presentKey = 'epoch';
/** So many updates are replaced by one that holds them all. */
const entriesMax = 500;
/** Typing is marked as saved when it rests, not with each letter. */
const restMs = 1_000;

/** A piece of a document: an update, of which life, and whether the server may lack it. */
interface Entry {
  /** Its number, given by the database. */
  readonly n: number;
  readonly epoch: number;
  readonly update: Uint8Array;
  readonly unsaved: boolean;
}

/**
 * Keeps documents in the browser's IndexedDB, for one person: what somebody wrote offline is neither shown to nor sent
 * by whoever signs in after them on the same device.
 */
export function indexedDbStore(userId: string): OpenLocalStore {
  return (name, doc, which) => new IndexedDbStore(`jejak/${userId}/${name}`, doc, which);
}

/**
 * One database holds all lives of a document, and the windows of a person share it. Each entry says of which life it
 * is, and each window takes away only what it found or wrote itself: nothing waits for another window, and what that one
 * has not sent stays.
 */
class IndexedDbStore implements LocalStore {
  readonly loaded: Promise<number | undefined>;
  readonly #doc: Y.Doc;
  readonly #open: Promise<IdbDatabase>;
  #db: IdbDatabase | null = null;
  #epoch: number | undefined;
  #closed = false;
  /** The entries that this document holds. */
  readonly #known = new Set<number>();
  /** Those of them the server may lack. */
  readonly #unsaved = new Set<number>();
  /** Some are, or this document was written in before there was a place to keep it. */
  #marked = false;
  /** Something was written since the server said that all is saved. */
  #written = false;
  #rest: ReturnType<typeof setTimeout> | null = null;
  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void => {
    if (origin !== this) this.#keep(update, local);
  };

  constructor(name: string, doc: Y.Doc, which: 'kept' | 'present') {
    this.#doc = doc;
    this.#open = openDatabase(name, version, (db) => {
      for (const old of [...db.objectStoreNames]) db.deleteObjectStore(old);
      db.createObjectStore(entriesName, { keyPath: 'n', autoIncrement: true });
      db.createObjectStore(presentName);
    });
    doc.on('update', this.#onUpdate);
    this.loaded = which === 'present' ? Promise.resolve(undefined) : this.#begin(undefined);
    // Whoever waits for it hears of it; until then it is nobody's failure.
    this.#open.catch(() => {});
    this.loaded.catch(() => {});
  }

  get unsaved(): boolean {
    return this.#marked;
  }

  async setEpoch(epoch: number): Promise<void> {
    await this.loaded;
    if (this.#epoch === undefined) await this.#begin(epoch);
    if (this.#epoch !== epoch || this.#closed || this.#db === null) return;
    const transaction = this.#db.transaction(presentName, 'readwrite');
    transaction.objectStore(presentName).put(epoch, presentKey);
    await endOf(transaction);
  }

  saved(): void {
    this.#written = false;
    if (this.#closed || this.#rest !== null || !this.#marked) return;
    this.#rest = setTimeout(() => void this.#markSaved().catch(() => {}), restMs);
  }

  async clear(): Promise<void> {
    this.#stop();
    const db = await this.#open;
    const transaction = db.transaction(entriesName, 'readwrite');
    const entries = transaction.objectStore(entriesName);
    // What is on its way stands in front of this question.
    for (const n of await answerOf(entries.getAllKeys()))
      if (typeof n === 'number' && this.#known.has(n)) entries.delete(n);
    await endOf(transaction);
    db.close();
  }

  async close(): Promise<void> {
    const marks = this.#rest !== null;
    this.#stop();
    const db = await this.#open.catch(() => null);
    if (marks) await this.#markSaved().catch(() => {});
    db?.close();
  }

  #stop(): void {
    this.#closed = true;
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = null;
    this.#doc.off('update', this.#onUpdate);
  }

  /** Takes in what is kept of a life: the one asked for, else a former one, else the present one. */
  async #begin(epoch: number | undefined): Promise<number | undefined> {
    const db = await this.#open;
    if (this.#closed) return undefined;
    const transaction = db.transaction([entriesName, presentName], 'readwrite');
    const entries = transaction.objectStore(entriesName);
    const all = (await answerOf(entries.getAll())).filter(isEntry);
    const present: unknown = await answerOf(transaction.objectStore(presentName).get(presentKey));
    const first = all.find((entry) => entry.epoch !== present) ?? all[0];
    this.#epoch = epoch ?? first?.epoch;
    this.#db = db;
    const found = all.filter((entry) => entry.epoch === this.#epoch);
    this.#marked ||= found.some((entry) => entry.unsaved);
    const writtenBefore = Y.encodeStateVector(this.#doc).byteLength > 1;
    if (found.length > 0)
      // All or nothing: an entry that cannot be read leaves the document as it is.
      Y.applyUpdate(this.#doc, Y.mergeUpdates(found.map(({ update }) => update)), this);
    for (const entry of found) {
      this.#known.add(entry.n);
      if (entry.unsaved) this.#unsaved.add(entry.n);
    }
    // What came from the server stands by itself: the entries it takes in may be those of a connection that ends.
    const takesIn = epoch !== undefined && found.length > 0;
    if (this.#epoch !== undefined && (takesIn || writtenBefore || found.length > entriesMax))
      this.#fold(entries);
    await endOf(transaction);
    return this.#epoch;
  }

  #keep(update: Uint8Array, unsaved: boolean): void {
    this.#marked ||= unsaved;
    this.#written ||= unsaved;
    if (this.#db === null || this.#epoch === undefined) return;
    try {
      const entries = this.#db.transaction(entriesName, 'readwrite').objectStore(entriesName);
      if (this.#known.size >= entriesMax) this.#fold(entries);
      else this.#put(entries, update, unsaved);
    } catch {
      // Somebody cleared the browser under this page: the document itself must not suffer.
      this.#db = null;
    }
  }

  /** Replaces everything this document holds by one entry. */
  #fold(entries: IdbStore): void {
    for (const n of this.#known) entries.delete(n);
    this.#known.clear();
    this.#unsaved.clear();
    this.#put(entries, Y.encodeStateAsUpdate(this.#doc), this.#marked);
  }

  #put(entries: IdbStore, update: Uint8Array, unsaved: boolean): void {
    const request = entries.put({ epoch: this.#epoch, update, unsaved });
    request.onsuccess = () => {
      if (typeof request.result !== 'number') return;
      this.#known.add(request.result);
      if (unsaved) this.#unsaved.add(request.result);
    };
  }

  async #markSaved(): Promise<void> {
    this.#rest = null;
    if (this.#db === null) return;
    const transaction = this.#db.transaction(entriesName, 'readwrite');
    const entries = transaction.objectStore(entriesName);
    // The numbers of what was on its way are known once this is answered.
    await answerOf(entries.count());
    // Whoever writes on is told again.
    if (!this.#written) {
      for (const n of this.#unsaved) {
        const entry: unknown = await answerOf(entries.get(n));
        if (isEntry(entry)) entries.put({ ...entry, unsaved: false });
      }
      if (!this.#written) {
        this.#unsaved.clear();
        this.#marked = false;
      }
    }
    await endOf(transaction);
  }
}

/** Nobody else writes under this name and version. */
function isEntry(value: unknown): value is Entry {
  return (
    typeof value === 'object' && value !== null && 'update' in value && value.update instanceof Uint8Array
  );
}

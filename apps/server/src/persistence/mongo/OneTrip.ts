import { type Db, type MongoClient, MongoServerError } from 'mongodb';
import type { LogModels, LogRecord } from './logModels.ts';

const commandNotFound = 59;
const duplicateKey = 11_000;

/**
 * What became of the entries. `all`: journaled where they are read. `taken`: the number of the one at `at` is
 * somebody's, those before it are journaled and may have come too late, those behind it were not tried. `unknown`:
 * nothing is known but that the server answered.
 */
export type TripResult =
  | { readonly kind: 'all' }
  | { readonly kind: 'taken'; readonly at: number }
  | { readonly kind: 'unknown' };

const unknown = { kind: 'unknown' } as const;

/**
 * The common case of an append in one command: insert the entries, then ask whether compaction has passed any of
 * them. Ordered, so the question is asked when the entries are there, and a mark written before they were is seen.
 * Servers before MongoDB 8 do not know the command.
 */
export class OneTrip {
  readonly #client: MongoClient;
  /** Kept: making one costs as much as a tenth of the command. */
  readonly #admin: Db;
  readonly #namespaces: readonly { readonly ns: string }[];
  #known = true;

  constructor(models: LogModels) {
    const { db } = models.entries;
    this.#client = db.getClient();
    this.#admin = this.#client.db('admin');
    this.#namespaces = [models.entries, models.trims].map(({ collection }) => ({
      ns: `${db.name}.${collection.name}`,
    }));
  }

  /** Throws when the server did not answer: the entries may land all the same. */
  async append(records: readonly LogRecord[]): Promise<TripResult> {
    if (!this.#known) return unknown;
    const inserts = records.map((record) => ({ insert: 0, document: record }));
    // Matches only where a mark stands at or above an entry, and changes nothing even then.
    const late = {
      update: 1,
      filter: { $or: records.map(({ docId, seq }) => ({ _id: docId, seq: { $gte: seq } })) },
      updateMods: { $max: { seq: 0 } },
      multi: true,
    };
    try {
      const answer = await this.#admin.command({
        bulkWrite: 1,
        ops: [...inserts, late],
        nsInfo: this.#namespaces,
        ordered: true,
        errorsOnly: true,
        writeConcern: { w: this.#client.options.writeConcern?.w ?? 1, j: true },
      });
      if (answer.writeConcernError !== undefined) return unknown;
      if (answer.nErrors === 0 && answer.nInserted === records.length)
        return answer.nMatched === 0 ? { kind: 'all' } : unknown;
      const [failure] = answer.cursor?.firstBatch ?? [];
      const taken = failure?.code === duplicateKey && failure.idx === answer.nInserted;
      return taken ? { kind: 'taken', at: answer.nInserted } : unknown;
    } catch (error) {
      if (!(error instanceof MongoServerError)) throw error;
      if (error.code === commandNotFound) this.#known = false;
      return unknown;
    }
  }
}

import { MongoServerError } from 'mongodb';
import type { LogModels, LogRecord } from './logModels.ts';

const commandNotFound = 59;

/**
 * The common case of an append in one command: insert the entries, then ask whether compaction has passed any of
 * them. Ordered, so the question is asked when the entries are there, and a mark written before they were is seen.
 * Servers before MongoDB 8 do not know the command.
 */
export class OneTrip {
  readonly #models: LogModels;
  #known = true;

  constructor(models: LogModels) {
    this.#models = models;
  }

  /**
   * True: all are journaled where they are read. False: nothing is known of any of them but that the server answered;
   * throws when not even that.
   */
  async append(records: readonly LogRecord[]): Promise<boolean> {
    if (!this.#known) return false;
    const { entries, trims } = this.#models;
    const client = entries.db.getClient();
    const database = entries.db.name;
    const inserts = records.map((record) => ({ insert: 0, document: record }));
    // Matches only where a mark stands at or above an entry, and changes nothing even then.
    const late = {
      update: 1,
      filter: { $or: records.map(({ docId, seq }) => ({ _id: docId, seq: { $gte: seq } })) },
      updateMods: { $max: { seq: 0 } },
      multi: true,
    };
    try {
      const answer = await client.db('admin').command({
        bulkWrite: 1,
        ops: [...inserts, late],
        nsInfo: [entries, trims].map(({ collection }) => ({ ns: `${database}.${collection.name}` })),
        ordered: true,
        errorsOnly: true,
        writeConcern: { w: client.options.writeConcern?.w ?? 1, j: true },
      });
      return (
        answer.nErrors === 0 &&
        answer.nInserted === records.length &&
        answer.nMatched === 0 &&
        answer.writeConcernError === undefined
      );
    } catch (error) {
      if (!(error instanceof MongoServerError)) throw error;
      if (error.code === commandNotFound) this.#known = false;
      return false;
    }
  }
}

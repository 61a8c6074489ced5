import type { Collection, Db, Document } from 'mongodb';

interface LeaseRecord extends Document {
  readonly _id: string;
  /** Rises with each renewal: whoever looks twice needs no clock to see that a server is at work. */
  readonly beat: number;
  /** Only for sweeping what crashes left. */
  readonly at: Date;
}

interface LeaseOptions {
  readonly db: Db;
  /** A name that no other process has or had. */
  readonly node: string;
  readonly report: (error: unknown) => void;
}

/** Where nodes say that they work on a database. */
export const leaseCollection = 'nodes';

const renewMs = 5_000;
/** A lease that is not renewed for so long is that of a node which crashed: two renewals may fail. */
const expiresMs = 16_000;
const lookMs = 500;

function leases(db: Db): Collection<LeaseRecord> {
  return db.collection<LeaseRecord>(leaseCollection);
}

/** Says in the database that a node works on it, by one small write each 5 s, until it is released. */
export class NodeLease {
  readonly #options: LeaseOptions;
  #timer: NodeJS.Timeout | undefined;
  #beat = 0;
  #renewing: Promise<void> = Promise.resolve();
  #busy = false;

  private constructor(options: LeaseOptions) {
    this.#options = options;
  }

  /** Resolves once the database holds it: whoever looks afterwards sees this node. */
  static async take(options: LeaseOptions): Promise<NodeLease> {
    const lease = new NodeLease(options);
    await lease.#write();
    lease.#timer = setInterval(() => lease.#renew(), renewMs);
    lease.#timer.unref();
    return lease;
  }

  /** The node works on the database no more. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#renewing;
    await leases(this.#options.db).deleteOne({ _id: this.#options.node }, { maxTimeMS: renewMs });
  }

  /** Never two at a time; one that failed is made good by the next. */
  #renew(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#renewing = this.#write()
      .catch(this.#options.report)
      .finally(() => {
        this.#busy = false;
      });
  }

  async #write(): Promise<void> {
    const { db, node } = this.#options;
    this.#beat += 1;
    await leases(db).updateOne(
      { _id: node },
      { $set: { beat: this.#beat, at: new Date() } },
      { upsert: true, maxTimeMS: renewMs },
    );
  }
}

/** The leases in a database, with the beat each was seen at. */
export type SeenLeases = ReadonlyMap<string, number>;

/** Looks once. */
export async function seeLeases(db: Db): Promise<SeenLeases> {
  const found = await leases(db).find().toArray();
  return new Map(found.map(({ _id, beat }) => [_id, beat]));
}

/** Forgets the lease of a node that crashed, unless it lives after all. */
export async function forgetLease(db: Db, node: string, beat: number): Promise<void> {
  await leases(db).deleteOne({ _id: node, beat }, { maxTimeMS: renewMs });
}

/** Whether a node that was not there, or was renewed, shows between two looks. */
export function sawAlive(before: SeenLeases, after: SeenLeases): boolean {
  return [...after].some(([node, beat]) => before.get(node) !== beat);
}

/**
 * Waits until every lease is seen to be dead or given back, and answers what is left of them; null as soon as one is
 * alive. Takes no time where there is none.
 */
export async function waitForDeadLeases(
  db: Db,
  pause: (ms: number) => Promise<void>,
): Promise<SeenLeases | null> {
  const first = await seeLeases(db);
  let left = first;
  for (let waitedMs = 0; left.size > 0 && waitedMs < expiresMs; waitedMs += lookMs) {
    await pause(lookMs);
    left = await seeLeases(db);
    if (sawAlive(first, left)) return null;
  }
  return left;
}

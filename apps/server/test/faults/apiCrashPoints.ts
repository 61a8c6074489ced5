import { CrashWatch } from '../../src/database/CrashWatch.ts';
import { DatabaseClock } from '../../src/database/DatabaseClock.ts';
import { MongoMutationLedger } from '../../src/modules/mutations/MongoMutationLedger.ts';
import { MongoDeliveryRepository } from '../../src/modules/webhooks/MongoDeliveryRepository.ts';
import { MongoEventLog } from '../../src/persistence/mongo/MongoEventLog.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';

/** Where a whole server can be made to die. None of this is in the server that people run. */
export const apiCrashPoints = [
  /** The call is written down and nothing is done. */
  'noted',
  /** What it writes is on its way to the log. */
  'append',
  /** Of two documents the structure is journaled, the content not. */
  'structure',
  /** The other way round. */
  'content',
  /** All is journaled and nobody knows. */
  'journaled',
  /** It is done and its result not written down. */
  'finish',
  /** Its result is written down and nobody was answered. */
  'finished',
  /** A batch of events is on its way. */
  'tell',
  /** It is written down and nobody was told. */
  'told',
  /** A delivery is there and the cursor not moved. */
  'enqueued',
  /** A delivery is claimed and not sent. */
  'claimed',
  /** It was sent and its outcome not written down. */
  'settle',
  /** Its outcome is written down. */
  'settled',
] as const;

const renewedMs = 8_000;

export type ApiCrashPoint = (typeof apiCrashPoints)[number];

/** Holds whoever comes to the point that is armed; when so many stand there their process dies. */
export class CrashDoor {
  #armed: ApiCrashPoint | null = null;
  #missing = 0;

  arm(point: ApiCrashPoint, passes: number): void {
    this.#armed = point;
    this.#missing = passes;
  }

  /** Comes to a point; never resolves where that is armed. */
  async at(point: ApiCrashPoint): Promise<void> {
    if (this.#armed !== point) return;
    this.#missing -= 1;
    if (this.#missing <= 0) process.kill(process.pid, 'SIGKILL');
    await new Promise<never>(() => {});
  }

  /** Is held back while a point is armed, and is none of those it waits for. */
  async notAt(point: ApiCrashPoint): Promise<void> {
    if (this.#armed === point) await new Promise<never>(() => {});
  }

  /** Dies in the turns behind this one. */
  soonAt(point: ApiCrashPoint): void {
    if (this.#armed === point) setImmediate(() => setImmediate(() => process.kill(process.pid, 'SIGKILL')));
  }
}

/** Leads all that is written through the points, and lets orders turn the clock. */
export function passCrashPoints(door: CrashDoor): { ahead(ms: number): void } {
  const { begin, finish } = MongoMutationLedger.prototype;
  MongoMutationLedger.prototype.begin = async function (...given) {
    const known = await begin.apply(this, given);
    if (known === null) await door.at('noted');
    return known;
  };
  MongoMutationLedger.prototype.finish = async function (...given) {
    await door.at('finish');
    await finish.apply(this, given);
    await door.at('finished');
  };

  const { append } = MongoUpdateLog.prototype;
  MongoUpdateLog.prototype.append = async function (entry) {
    const isStructure = entry.docId.endsWith('/structure');
    await door.notAt(isStructure ? 'content' : 'structure');
    const appending = append.call(this, entry);
    door.soonAt('append');
    const result = await appending;
    await door.at(isStructure ? 'structure' : 'content');
    await door.at('journaled');
    return result;
  };

  const tell = MongoEventLog.prototype.append;
  MongoEventLog.prototype.append = async function (batch) {
    const telling = tell.call(this, batch);
    door.soonAt('tell');
    const result = await telling;
    await door.at('told');
    return result;
  };

  const { enqueue, claim, settle } = MongoDeliveryRepository.prototype;
  MongoDeliveryRepository.prototype.enqueue = async function (delivery) {
    const result = await enqueue.call(this, delivery);
    await door.at('enqueued');
    return result;
  };
  MongoDeliveryRepository.prototype.claim = async function (query) {
    const claimed = await claim.call(this, query);
    if (claimed !== null) await door.at('claimed');
    return claimed;
  };
  MongoDeliveryRepository.prototype.settle = async function (...given) {
    await door.at('settle');
    await settle.apply(this, given);
    await door.at('settled');
  };

  const watches = new Set<CrashWatch>();
  const { start } = CrashWatch.prototype;
  CrashWatch.prototype.start = function () {
    watches.add(this);
    start.call(this);
  };
  let lookedAt = 0;
  let aheadMs = 0;
  const { now } = DatabaseClock.prototype;
  DatabaseClock.prototype.now = function () {
    return new Date(now.call(this).getTime() + aheadMs);
  };
  return {
    ahead(ms) {
      aheadMs += ms;
      // Not sooner than a node that lives has renewed its lease.
      if (performance.now() - lookedAt < renewedMs) return;
      lookedAt = performance.now();
      for (const watch of watches) void watch.look();
    },
  };
}

import { DomainError } from '../../errors/DomainError.ts';
import { completeChange } from './completeChange.ts';
import type { MapPorts } from './MapHandle.ts';
import { intentMs, type MapIntent, type MapIntents } from './MapIntent.ts';
import { readSteps } from './MapStep.ts';

interface IntentFinisherOptions extends MapPorts {
  readonly intents: Pick<MapIntents, 'claim' | 'end'>;
  /** The time, by the database. */
  readonly now: () => Date;
  readonly report: (error: unknown, mapId: string) => void;
}

const perSweepMax = 100;
/** So long after it began nothing of a batch lands any more. */
const landsMsMax = 10 * 60_000;
/** What failed for so long will fail for ever. */
const triedMsMax = 24 * 60 * 60_000;

/**
 * Brings to its end what somebody began and left: a batch of which one document is journaled gets the other, a map whose
 * record is gone loses its documents. Of what was not begun nothing is done. May run on several nodes at once.
 */
export class IntentFinisher {
  readonly #options: IntentFinisherOptions;

  constructor(options: IntentFinisherOptions) {
    this.#options = options;
  }

  /** Takes what is left, one after the other; what fails is tried again once its claim has ended. */
  async sweep(): Promise<void> {
    const { intents, now, report } = this.#options;
    for (let count = 0; count < perSweepMax; count += 1) {
      const at = now();
      const intent = await intents.claim(at, new Date(at.getTime() + intentMs));
      if (intent === null) return;
      try {
        if (await this.#finish(intent, at)) await intents.end(intent.id);
      } catch (error) {
        report(error, intent.mapId);
        if (at.getTime() - intent.begunAt > triedMsMax) await intents.end(intent.id);
      }
    }
  }

  /** Whether there is nothing more to do. */
  async #finish(intent: MapIntent, at: Date): Promise<boolean> {
    const { maps, liveMaps } = this.#options;
    const { id, mapId } = intent;
    const [record] = await maps.findMany([mapId]);
    if (intent.kind === 'removal') {
      if (!record) await liveMaps.remove(mapId);
      return true;
    }
    // What was deleted meanwhile lacks nothing.
    if (!record) return true;
    const { by, since, begunAt } = intent;
    const steps = readSteps(intent.steps, intent.seed);
    const trace = await liveMaps.callAfter(mapId, since, id);
    const change = { id, mapId, steps, by, since, mayStill: () => true };
    try {
      const completed = await completeChange(liveMaps, change, trace);
      return completed !== null || at.getTime() - begunAt > landsMsMax;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return true;
      throw error;
    }
  }
}

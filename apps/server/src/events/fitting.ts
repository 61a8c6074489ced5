import { type JourneyEvent, shorten } from '@jejak/journey-events';

/** A batch is one document of the database, which takes 16 MiB. */
const batchBytesMax = 12 * 1024 * 1024;
const textsMax = [80, 0];
/** Fewer fit however long their texts are. */
const alwaysFit = 500;

/** Events that fit into one batch: where an edit did a great many things at once, with shorter texts. */
export function fitting(events: readonly JourneyEvent[]): readonly JourneyEvent[] {
  let fit = events;
  for (const max of textsMax) {
    if (fit.length <= alwaysFit || Buffer.byteLength(JSON.stringify(fit)) <= batchBytesMax) return fit;
    fit = events.map((event) => shorten(event, max));
  }
  return fit;
}

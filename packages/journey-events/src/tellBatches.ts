import type { EventReader } from './EventReader.ts';
import type { JourneyEvent } from './JourneyEvent.ts';
import { joinTyping } from './joinTyping.ts';
import type { LoggedEntry, LogPosition } from './LoggedEntry.ts';
import { shorten } from './shorten.ts';

/** What entries told, and how far they could be read. */
export interface Telling {
  readonly events: readonly JourneyEvent[];
  readonly version: LogPosition;
  /** Why reading stopped before the end; then the reader must not be used again. */
  readonly stopped: string | null;
}

/** What entries tell: keystrokes joined, long texts cut. */
function tellEvents(reader: EventReader, entries: readonly LoggedEntry[]): Telling {
  const events: JourneyEvent[] = [];
  let stopped: string | null = null;
  for (const entry of entries) {
    try {
      events.push(...reader.read(entry));
    } catch (error) {
      stopped = error instanceof Error ? error.message : String(error);
      break;
    }
  }
  const told = joinTyping(events).map((event) => shorten(event));
  return { events: told, version: reader.version, stopped };
}

/** Reads entries, batch after batch, for those who want to hear what happened; what cannot be read ends it. */
export function* tellBatches(
  reader: EventReader,
  batches: readonly (readonly LoggedEntry[])[],
): Generator<Telling, void> {
  for (const entries of batches) {
    const telling = tellEvents(reader, entries);
    yield telling;
    if (telling.stopped !== null) return;
  }
}

import type { LocalizedText } from '@jejak/journey-model';
import type { JourneyEvent } from './JourneyEvent.ts';

/** No text in an event is longer; in UTF-16 units. */
export const eventTextMax = 500;

/** The event with its long texts cut: it says what happened, the record says it in full. */
export function shorten(event: JourneyEvent, max = eventTextMax): JourneyEvent {
  const isLong = (facts: object | null) =>
    facts !== null && Object.values(facts).some((value) => isText(value) && longest(value) > max);
  if (!isLong(event.before) && !isLong(event.after)) return event;
  const [before, after] = [cutFacts(event.before, max), cutFacts(event.after, max)];
  // The same facts with the same names.
  return { ...event, before, after, shortened: true } as JourneyEvent;
}

function cutFacts(facts: object | null, max: number): object | null {
  if (facts === null) return null;
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      isText(value) ? { en: cut(value.en, max), id: cut(value.id, max) } : value,
    ]),
  );
}

const longest = ({ en, id }: LocalizedText): number => Math.max(en.length, id.length);

/** Half a character at the end is left out. */
function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/\p{Surrogate}$/u, '');
}

function isText(value: unknown): value is LocalizedText {
  return (
    typeof value === 'object' &&
    value !== null &&
    'en' in value &&
    'id' in value &&
    typeof value.en === 'string' &&
    typeof value.id === 'string'
  );
}

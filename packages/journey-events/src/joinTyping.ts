import type { LocalizedText } from '@jejak/journey-model';
import { sameValue } from '@jejak/journey-model/records';
import type { JourneyEvent } from './JourneyEvent.ts';

/** A key writes or takes away so much at once. */
const typedMax = 4;
/** Whoever pauses longer begins another edit. */
const pauseMsMax = 5_000;

/**
 * Joins keystrokes: events of one person who types in one text, each a few letters more or less than the one before,
 * without a pause and with nothing in between. Whatever is more than typing stays an event of its own.
 */
export function joinTyping(events: readonly JourneyEvent[]): JourneyEvent[] {
  const joined: JourneyEvent[] = [];
  let typing: Typing | null = null;
  for (const event of events) {
    const typed = typingOf(event);
    const last = joined.at(-1);
    const isOne =
      typed !== null && typing !== null && last !== undefined && goesOn(last, typing, event, typed);
    // Of the same kind, so with the same facts.
    if (isOne) joined[joined.length - 1] = { ...event, before: last.before } as JourneyEvent;
    else joined.push(event);
    typing = typed;
  }
  return joined;
}

/** The one text that was typed in. */
interface Typing {
  readonly field: string;
  readonly locale: keyof LocalizedText;
}

function goesOn(last: JourneyEvent, before: Typing, event: JourneyEvent, now: Typing): boolean {
  return (
    last.kind === event.kind &&
    last.recordId === event.recordId &&
    before.field === now.field &&
    before.locale === now.locale &&
    sameValue(last.by, event.by) &&
    event.at.getTime() - last.at.getTime() <= pauseMsMax
  );
}

/** Where somebody typed; null when it was not typing. Programs do not type. */
function typingOf({ by, fields, before, after }: JourneyEvent): Typing | null {
  const [field, second] = fields;
  if (field === undefined || second !== undefined || by === null || by.kind === 'API') return null;
  const texts = [textIn(before, field), textIn(after, field)];
  const [was, is] = texts;
  if (!was || !is) return null;
  if (was.id === is.id && isTyped(was.en, is.en)) return { field, locale: 'en' };
  return was.en === is.en && isTyped(was.id, is.id) ? { field, locale: 'id' } : null;
}

function textIn(facts: object | null, field: string): LocalizedText | null {
  const value: unknown = facts === null ? null : Object.entries(facts).find(([key]) => key === field)?.[1];
  return isText(value) ? value : null;
}

function isText(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null && 'en' in value && 'id' in value;
}

/** Whether one text comes from the other by writing, or by taking away, a few letters in one place. */
function isTyped(was: string, is: string): boolean {
  const [short, long] = was.length < is.length ? [was, is] : [is, was];
  const more = long.length - short.length;
  if (more === 0 || more > typedMax) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  return long.slice(start + more) === short.slice(start);
}

/** One replacement in a text: at `index`, `remove` code units go and `insert` comes. */
export interface TextChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The smallest replacement that turns `before` into `after`. The caret (where typing ended) settles which of several
 * equal letters was typed, so that a colleague's caret beside it stays right. Never cuts a surrogate pair.
 */
export function textChange(before: string, after: string, caret: number): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const suffixMax = Math.min(shorter, Math.max(0, after.length - caret));
  let suffix = 0;
  while (suffix < suffixMax && before[before.length - 1 - suffix] === after[after.length - 1 - suffix])
    suffix++;
  let prefix = 0;
  while (prefix < shorter - suffix && before[prefix] === after[prefix]) prefix++;
  // The caret was only a hint: what is still equal behind it belongs to the tail.
  while (suffix < shorter - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix])
    suffix++;
  if (prefix > 0 && (cutsPair(before, prefix) || cutsPair(after, prefix))) prefix--;
  if (suffix > 0 && (cutsPair(before, before.length - suffix) || cutsPair(after, after.length - suffix)))
    suffix--;
  return {
    index: prefix,
    remove: before.length - suffix - prefix,
    insert: after.slice(prefix, after.length - suffix),
  };
}

/** Whether `index` lies between the two halves of one character. */
function cutsPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const high = text.charCodeAt(index - 1);
  const low = text.charCodeAt(index);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

/** A step of a change as Yjs tells it. */
export interface TextDelta {
  readonly retain?: number | undefined;
  readonly insert?: unknown;
  readonly delete?: number | undefined;
}

/**
 * Where a position stands after a change by somebody else. Text inserted exactly there goes behind it, so that one's
 * caret stays with what one wrote.
 */
export function mapPosition(delta: readonly TextDelta[], position: number): number {
  let read = 0;
  let shift = 0;
  for (const step of delta) {
    if (step.retain !== undefined) {
      read += step.retain;
    } else if (step.delete !== undefined) {
      if (read < position) shift -= Math.min(step.delete, position - read);
      read += step.delete;
    } else if (typeof step.insert === 'string') {
      if (read < position) shift += step.insert.length;
    }
    if (read >= position) break;
  }
  return Math.max(0, position + shift);
}

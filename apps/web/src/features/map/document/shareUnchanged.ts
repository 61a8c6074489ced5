/**
 * Gives back `next` built from the parts of `previous` that are equal to it, so that identity tells what changed.
 * Works on plain data: objects, arrays and primitives.
 */
export function shareUnchanged<T>(previous: unknown, next: T): T;
export function shareUnchanged(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (Array.isArray(next)) return shareArray(previous, next);
  if (isRecord(next)) return isRecord(previous) ? shareRecord(previous, next) : next;
  return next;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Entries with an id are matched by it, so that one insertion does not make all later entries new. */
function shareArray(previous: unknown, next: readonly unknown[]): readonly unknown[] {
  if (!Array.isArray(previous)) return next;
  const before: readonly unknown[] = previous;
  const byId = new Map<unknown, unknown>();
  for (const entry of before) if (isRecord(entry) && 'id' in entry) byId.set(entry.id, entry);
  let same = before.length === next.length;
  const shared = next.map((entry, index) => {
    const match = isRecord(entry) && 'id' in entry ? byId.get(entry.id) : before[index];
    const kept = shareUnchanged(match, entry);
    if (!Object.is(kept, before[index])) same = false;
    return kept;
  });
  return same ? before : shared;
}

function shareRecord(
  before: Record<string, unknown>,
  next: Record<string, unknown>,
): Record<string, unknown> {
  const keys = Object.keys(next);
  let same = keys.length === Object.keys(before).length;
  const shared: Record<string, unknown> = {};
  for (const key of keys) {
    shared[key] = shareUnchanged(before[key], next[key]);
    if (!Object.is(shared[key], before[key])) same = false;
  }
  return same ? before : shared;
}

const nestingMax = 16;
/** Several times what the largest input has: whoever sends more wants it told which of them are unknown. */
const keysMax = 200;
const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether a value from outside has no key that means something to JavaScript or the database, on any level, and is not
 * larger than any input: neither deep nor of many keys.
 */
export function isSafe(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > nestingMax) return false;
  if (Array.isArray(value)) return value.every((item) => isSafe(item, depth + 1));
  const entries = Object.entries(value);
  return (
    entries.length <= keysMax &&
    entries.every(([key, inner]) => !dangerous.has(key) && !key.startsWith('$') && isSafe(inner, depth + 1))
  );
}

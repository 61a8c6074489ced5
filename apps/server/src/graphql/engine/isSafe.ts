const nestingMax = 16;
const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a value from outside has no key that means something to JavaScript or the database, on any level. */
export function isSafe(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > nestingMax) return false;
  if (Array.isArray(value)) return value.every((item) => isSafe(item, depth + 1));
  return Object.entries(value).every(
    ([key, inner]) => !dangerous.has(key) && !key.startsWith('$') && isSafe(inner, depth + 1),
  );
}

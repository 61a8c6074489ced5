/** Whether two plain values (objects, arrays, primitives) are equal all the way down. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const before = Object.entries(a);
  const now = new Map(Object.entries(b));
  return (
    before.length === now.size &&
    before.every(([key, value]) => now.has(key) && sameValue(value, now.get(key)))
  );
}

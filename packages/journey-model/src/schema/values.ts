/** The value, when it is a member of a closed list; else null. */
export function memberOf<const T extends string | number>(list: readonly T[], value: unknown): T | null {
  return list.find((member) => member === value) ?? null;
}

/** A string, or the empty one for anything else. */
export function stringOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** An own property of a plain value: what it inherits does not count. */
export function ownProperty(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

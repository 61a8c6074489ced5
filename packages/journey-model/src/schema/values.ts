import { forbiddenKeys, mapLimits } from '../limits.ts';

/** What every id is written in. */
export const idPattern = /^[A-Za-z0-9_-]+$/;

/** The value, when it is a member of a closed list; else null. */
export function memberOf<const T extends string | number>(list: readonly T[], value: unknown): T | null {
  return list.find((member) => member === value) ?? null;
}

/** A string, or the empty one for anything else. */
export function stringOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** An id as operations take it, or null for anything else. */
export function idOrNull(value: unknown): string | null {
  return typeof value === 'string' &&
    value.length <= mapLimits.idLengthMax &&
    idPattern.test(value) &&
    !forbiddenKeys.includes(value)
    ? value
    : null;
}

/** An own property of a plain value: what it inherits does not count. */
export function ownProperty(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

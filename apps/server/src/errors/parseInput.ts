import type { z } from 'zod';
import { DomainError } from './DomainError.ts';

const keyPattern = /^errors\.[a-zA-Z]+$/;

/** Parses what came in at an edge; a value that does not fit is `INVALID` with the field at fault. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.map(String).join('.') || null;
  // A schema may name a message of ours; the library's own English is not for people.
  const named = issue && keyPattern.test(issue.message) ? { messageKey: issue.message } : {};
  throw new DomainError('INVALID', { field, ...named });
}

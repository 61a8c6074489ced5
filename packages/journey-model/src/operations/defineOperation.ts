import type { z } from 'zod';
import type { Operation } from '../operation.ts';

/** What every operation answers: the record it was about (`meta` for the map itself) and whether anything was written. */
export interface Change {
  readonly id: string;
  readonly changed: boolean;
}

/** Gives an operation its exact type. */
export function defineOperation<const Name extends string, Schema extends z.ZodType>(
  operation: Operation<Name, Schema, Change>,
): Operation<Name, Schema, Change> {
  return operation;
}

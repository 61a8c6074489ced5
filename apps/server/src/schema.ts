import { lexicographicSortSchema, printSchema } from 'graphql';
import './graphql/scalars.ts';
import { builder } from './graphql/builder.ts';

/** The whole schema: every module's fields, loaded once. */
export const schema = builder.toSchema({ sortSchema: true });

/** The schema as committed in `schema.graphql`. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

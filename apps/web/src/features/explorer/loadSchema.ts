import { buildSchema, type GraphQLSchema } from 'graphql';

const waitMs = 20_000;

/** Where everybody downloads the schema; introspection need not be on for it. */
export const schemaPath = '/graphql/schema.graphql';

/** The schema as this server publishes it. Rejects when it does not come. */
export async function loadSchema(): Promise<GraphQLSchema> {
  const response = await fetch(schemaPath, { signal: AbortSignal.timeout(waitMs) });
  if (!response.ok) throw new Error(`The schema was answered with ${response.status}`);
  return buildSchema(await response.text(), { assumeValid: true });
}

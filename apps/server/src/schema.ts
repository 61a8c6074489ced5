import { lexicographicSortSchema, printSchema } from 'graphql';
import './graphql/rate/rateLimit.field.ts';
import './graphql/scalars.ts';
import './modules/account/Viewer.field.ts';
import './modules/audit/audit.field.ts';
import './modules/events/journeyEvents.field.ts';
import './modules/invitations/invitations.field.ts';
import './modules/maps/applyOperations.field.ts';
import './modules/maps/currentStateMap.field.ts';
import './modules/maps/importMermaid.field.ts';
import './modules/maps/mapChanged.field.ts';
import './modules/maps/maps.field.ts';
import './modules/maps/mermaid.field.ts';
import './modules/maps/operations.field.ts';
import './modules/maps/recordNodes.field.ts';
import './modules/tokens/tokens.field.ts';
import './modules/maps/updateCard.field.ts';
import './modules/maps/versionConflict.field.ts';
import './modules/webhooks/webhooks.field.ts';
import './modules/workspaces/members.field.ts';
import { builder } from './graphql/builder.ts';

/** The whole schema: every module's fields, loaded once. */
export const schema = builder.toSchema({ sortSchema: true });

/** The schema as committed in `schema.graphql`. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

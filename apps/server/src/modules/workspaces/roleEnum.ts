import { builder } from '../../graphql/builder.ts';

/** The enum `Role` of the schema. */
export const roleEnum = builder.enumType('Role', {
  description:
    'What somebody is in a workspace. Ask `viewerCan` for what you may do instead of inferring it.',
  values: {
    OWNER: { value: 'owner', description: 'Everything, and says who else is an owner.' },
    ADMIN: { value: 'admin', description: 'Edits, invites, manages members, deletes maps.' },
    EDITOR: { value: 'editor', description: 'Makes and edits maps.' },
    COMMENTER: { value: 'commenter', description: 'Reads; comments where commenting is offered.' },
    VIEWER: { value: 'viewer', description: 'Reads.' },
  } as const,
});

import { builder } from '../../graphql/builder.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import { type Connection, connectionOf } from '../../graphql/connection.ts';
import type { PageArgs } from '../../graphql/listPage.ts';
import { momentPage } from '../../graphql/momentPage.ts';
import { nodeInterface, registerNode } from '../../graphql/node.ts';
import { teamEnum } from '../vocabulary/enums.ts';
import { countMembers, listMembers } from './listMembers.ts';
import { memberBatch } from './memberBatch.ts';
import { roleEnum } from './roleEnum.ts';
import { identityPorts } from './services.ts';
import type { Member } from './WorkspaceRepository.ts';

/** A member as shown to the others. */
export const memberRef = builder.objectRef<Member>('Member').implement({
  description: 'A person in a workspace.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Of the membership; arguments take `userId`.' }),
    userId: t.exposeID('userId', { description: 'The person.' }),
    name: t.exposeString('name', { description: 'The name others see.' }),
    email: t.exposeString('email', { description: 'The address they sign in with.' }),
    role: t.expose('role', { type: roleEnum, description: 'What they are in this workspace.' }),
    team: t.expose('team', { type: teamEnum, description: 'The team they belong to.' }),
    joinedAt: t.expose('joinedAt', { type: 'DateTime', description: 'When they joined.' }),
  }),
});

registerNode(memberRef, (nodeId) => /^mem_[\w-]{1,64}$/.test(nodeId), memberBatch);

/** Pages of members. */
export const memberConnection = connectionOf('Member', memberRef, 'when asked for');

/** Bounds of a page of members. */
export const memberPages = { firstMax: 500, firstDefault: 100 } as const;

/** A page of the members of a workspace, in the order they joined. */
export function memberPage(
  workspaceId: string,
  args: PageArgs,
  context: GraphqlContext,
): Promise<Connection<Member>> {
  const { actor } = context;
  const ports = identityPorts(context);
  return momentPage(args, memberPages, {
    read: (after, limit) => listMembers(ports, actor, workspaceId, { after, limit }),
    total: () => countMembers(ports, actor, workspaceId),
    placeOf: ({ joinedAt, id }) => ({ at: joinedAt, id }),
  });
}

import { builder } from '../../graphql/builder.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import { type Connection, connectionOf } from '../../graphql/connection.ts';
import type { PageArgs } from '../../graphql/listPage.ts';
import { momentPage } from '../../graphql/momentPage.ts';
import { nodeInterface, registerNode } from '../../graphql/node.ts';
import { roleEnum } from '../workspaces/roleEnum.ts';
import { identityPorts } from '../workspaces/services.ts';
import type { Invitation } from './InvitationRepository.ts';
import { countInvitations, findInvitations, listInvitations } from './listInvitations.ts';

/** A link into a workspace, without its secret. */
export const invitationRef = builder.objectRef<Invitation>('Invitation').implement({
  description: 'A link into a workspace. Its secret is told once, when it is made.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id, to revoke it.' }),
    role: t.expose('role', { type: roleEnum, description: 'The role it gives.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when it can be used.' }),
    uses: t.exposeInt('uses', { description: 'How many people joined by it.' }),
    usesMax: t.exposeInt('usesMax', { description: 'How many may.' }),
  }),
});

registerNode(
  invitationRef,
  (nodeId) => /^inv_[\w-]{1,64}$/.test(nodeId),
  (ids, context) => findInvitations(identityPorts(context), context.actor, ids),
);

/** Pages of invitations. */
export const invitationConnection = connectionOf('Invitation', invitationRef, 'when asked for');

/** Bounds of a page of invitations. */
export const invitationPages = { firstMax: 100, firstDefault: 50 } as const;

/** A page of the invitations of a workspace, newest first. */
export function invitationPage(
  workspaceId: string,
  args: PageArgs,
  context: GraphqlContext,
): Promise<Connection<Invitation>> {
  const { actor } = context;
  const ports = identityPorts(context);
  return momentPage(args, invitationPages, {
    read: (after, limit) => listInvitations(ports, actor, workspaceId, { after, limit }),
    total: () => countInvitations(ports, actor, workspaceId),
    placeOf: ({ createdAt, id }) => ({ at: createdAt, id }),
  });
}

import { allowedActions, viewerCan } from '@jejak/access';
import { builder } from '../../graphql/builder.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import { pageOf, reads } from '../../graphql/cost.ts';
import type { Batch } from '../../graphql/Loaders.ts';
import { pageArgs } from '../../graphql/listPage.ts';
import { nodeInterface, registerNode } from '../../graphql/node.ts';
import { invitationConnection, invitationPage, invitationPages } from '../invitations/Invitation.field.ts';
import { teamEnum } from '../vocabulary/enums.ts';
import { listWorkspaces, type OwnWorkspace } from './listWorkspaces.ts';
import { memberConnection, memberPage, memberPages } from './Member.field.ts';
import { roleEnum } from './roleEnum.ts';
import { identityPorts } from './services.ts';

const workspaceBatch: Batch<string, OwnWorkspace> = async (ids, context) => {
  const found = await listWorkspaces(identityPorts(context), context.actor);
  return ids.map((id) => found.find((workspace) => workspace.id === id) ?? null);
};

/** A workspace as one of its members sees it. */
export const workspaceRef = builder.objectRef<OwnWorkspace>('Workspace').implement({
  description: 'What a group of people shares: its maps and its members.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was begun.' }),
    role: t.expose('role', { type: roleEnum, description: 'What you are in it.' }),
    team: t.expose('team', { type: teamEnum, description: 'The team you belong to in it.' }),
    viewerCan: t.stringList({
      description: 'What you may do in it and with its maps, e.g. `map:create`.',
      resolve: ({ id }, _args, { actor }) => [...allowedActions(viewerCan(actor, id))],
    }),
    members: t.field({
      type: memberConnection,
      description: 'Who is in it, in the order they joined.',
      args: pageArgs(memberPages),
      extensions: pageOf(2, 0.1, memberPages.firstDefault),
      resolve: ({ id }, args, context) => memberPage(id, args, context),
    }),
    invitations: t.field({
      type: invitationConnection,
      description: 'Links that can still be used, newest first. Only for those who may invite.',
      args: pageArgs(invitationPages),
      extensions: pageOf(2, 0.1, invitationPages.firstDefault),
      resolve: ({ id }, args, context) => invitationPage(id, args, context),
    }),
  }),
});

registerNode(workspaceRef, (id) => id.startsWith('wsp_'), workspaceBatch);

/** One workspace of whoever asks; null when they are not in it. */
export function ownWorkspace(id: string, context: GraphqlContext): Promise<OwnWorkspace | null> {
  return context.loaders.get(workspaceBatch).load(id);
}

builder.queryField('workspaces', (t) =>
  t.field({
    type: [workspaceRef],
    description: 'Your workspaces, in the order you joined them.',
    extensions: { cost: { self: 1, times: 3 } },
    resolve: async (_root, _args, context) => [
      ...(await listWorkspaces(identityPorts(context), context.actor)),
    ],
  }),
);

builder.queryField('workspace', (t) =>
  t.field({
    type: workspaceRef,
    nullable: true,
    description: 'One workspace, or null: absent and foreign ids answer alike.',
    extensions: reads(),
    args: { id: t.arg.id({ required: true, description: 'Id of the workspace.' }) },
    resolve: (_root, { id }, context) => ownWorkspace(id, context),
  }),
);

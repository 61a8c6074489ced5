import { allowedActions, viewerCan } from '@jejak/access';
import { builder } from '../../graphql/builder.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import { connectionOf } from '../../graphql/connection.ts';
import { pageOf, reads } from '../../graphql/cost.ts';
import type { Batch } from '../../graphql/Loaders.ts';
import { type ListPages, listPage, pageArgs } from '../../graphql/listPage.ts';
import { nodeInterface, registerNode } from '../../graphql/node.ts';
import { invitationRef } from '../invitations/Invitation.field.ts';
import type { Invitation } from '../invitations/InvitationRepository.ts';
import { listInvitations } from '../invitations/listInvitations.ts';
import { teamEnum } from '../vocabulary/enums.ts';
import { listWorkspaces, type OwnWorkspace } from './listWorkspaces.ts';
import { memberBatch } from './memberBatch.ts';
import { roleEnum } from './roleEnum.ts';
import { identityPorts } from './services.ts';
import type { Member } from './WorkspaceRepository.ts';

/** A member as shown to the others. */
export const memberRef = builder.objectRef<Member>('Member').implement({
  description: 'A person in a workspace.',
  fields: (t) => ({
    userId: t.exposeID('userId', { description: 'The person.' }),
    name: t.exposeString('name', { description: 'The name others see.' }),
    email: t.exposeString('email', { description: 'The address they sign in with.' }),
    role: t.expose('role', { type: roleEnum, description: 'What they are in this workspace.' }),
    team: t.expose('team', { type: teamEnum, description: 'The team they belong to.' }),
    joinedAt: t.expose('joinedAt', { type: 'DateTime', description: 'When they joined.' }),
  }),
});

const workspaceBatch: Batch<string, OwnWorkspace> = async (ids, context) => {
  const found = await listWorkspaces(identityPorts(context), context.actor);
  return ids.map((id) => found.find((workspace) => workspace.id === id) ?? null);
};

const memberConnection = connectionOf('Member', memberRef);
const memberPages: ListPages<Member> = {
  firstMax: 500,
  firstDefault: 100,
  keyOf: ({ joinedAt, id }) => [joinedAt.toISOString(), id],
  keyParts: 2,
};

const invitationConnection = connectionOf('Invitation', invitationRef);
const invitationPages: ListPages<Invitation> = {
  firstMax: 100,
  firstDefault: 50,
  keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
  keyParts: 2,
  newestFirst: true,
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
      extensions: pageOf(1, 0.1, memberPages.firstDefault),
      resolve: async ({ id }, args, context) =>
        listPage((await context.loaders.get(memberBatch).load(id)) ?? [], args, memberPages),
    }),
    invitations: t.field({
      type: invitationConnection,
      description: 'Links that can still be used, newest first. Only for those who may invite.',
      args: pageArgs(invitationPages),
      extensions: pageOf(1, 0.1, invitationPages.firstDefault),
      resolve: async ({ id }, args, context) =>
        listPage(await listInvitations(identityPorts(context), context.actor, id), args, invitationPages),
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

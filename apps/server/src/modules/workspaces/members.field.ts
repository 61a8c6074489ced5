import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { builder } from '../../graphql/builder.ts';
import { resultField } from '../../graphql/resultField.ts';
import { achieveOnce, once } from '../mutations/services.ts';
import { teamEnum } from '../vocabulary/enums.ts';
import { createWorkspace } from './createWorkspace.ts';
import type { OwnWorkspace } from './listWorkspaces.ts';
import { permitRemoval, removeMember } from './removeMember.ts';
import { roleEnum } from './roleEnum.ts';
import { identityPorts } from './services.ts';
import { setMemberRole } from './setMemberRole.ts';
import { workspaceRef } from './Workspace.field.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';
import type { Membership, Place } from './WorkspaceRepository.ts';

/** A member as they are once all that was decided about the workspace is carried out. */
async function memberNow(ports: WorkspacePorts, { workspaceId, userId }: Place): Promise<Membership | null> {
  await ports.workspaces.settle(workspaceId);
  return ports.workspaces.membership(workspaceId, userId);
}

const workspaceIdText = 'Id of the workspace.';

resultField({
  name: 'createWorkspace',
  description: 'Begins a workspace; you are its owner.',
  input: builder.inputType('CreateWorkspaceInput', {
    description: 'A workspace to begin.',
    fields: (t) => ({
      name: t.string({ required: true, description: 'Its name, up to 80 characters.' }),
      team: t.field({ type: teamEnum, required: true, description: 'Your team in it.' }),
    }),
  }),
  payload: builder.objectRef<{ readonly workspace: OwnWorkspace }>('CreateWorkspacePayload').implement({
    description: 'The new workspace.',
    fields: (t) => ({
      workspace: t.expose('workspace', { type: workspaceRef, description: 'The workspace.' }),
    }),
  }),
  alsoFails: ['LIMIT'],
  repeatable: true,
  resolve: async (input, context, repeat) => {
    const ports = identityPorts(context);
    const call = { name: 'createWorkspace', workspaceId: null, repeat, input };
    const id = await once(context, call, (run) => createWorkspace(ports, context.actor, input, run));
    const { userId } = permit(context.actor, 'account:read', 'self');
    const [[workspace], membership] = await Promise.all([
      ports.workspaces.findMany([id]),
      ports.workspaces.membership(id, userId),
    ]);
    // Whoever hears of it again may have left it.
    if (!workspace || membership === null) throw new DomainError('NOT_FOUND');
    return { workspace: { ...workspace, role: membership.role, team: membership.team } };
  },
});

resultField({
  name: 'setMemberRole',
  description: 'Gives a member another role. Their open maps reconnect with the new rights at once.',
  input: builder.inputType('SetMemberRoleInput', {
    description: 'Whose role, and which.',
    fields: (t) => ({
      workspaceId: t.id({ required: true, description: workspaceIdText }),
      userId: t.id({ required: true, description: 'The member.' }),
      role: t.field({ type: roleEnum, required: true, description: 'The new role.' }),
    }),
  }),
  payload: builder.objectRef<Membership>('SetMemberRolePayload').implement({
    description: 'The member with the new role.',
    fields: (t) => ({
      userId: t.exposeID('userId', { description: 'The member.' }),
      role: t.expose('role', { type: roleEnum, description: 'The role now.' }),
    }),
  }),
  alsoFails: ['LAST_OWNER', 'CONFLICT'],
  repeatable: true,
  resolve: (input, context, repeat) => {
    const { workspaceId } = input;
    const { actor } = context;
    const ports = identityPorts(context);
    return achieveOnce(
      context,
      { name: 'setMemberRole', workspaceId, repeat, input },
      {
        may: async () => permit(actor, 'members:manage', { workspaceId }),
        isDone: async () => (await memberNow(ports, input))?.role === input.role,
      },
      (isDone) => setMemberRole(ports, actor, input, isDone),
    );
  },
});

interface Removed {
  readonly userId: string;
}

resultField({
  name: 'removeMember',
  description: 'Takes a member out of a workspace, or leaves it yourself. Their open maps close at once.',
  input: builder.inputType('RemoveMemberInput', {
    description: 'Whom to remove from where.',
    fields: (t) => ({
      workspaceId: t.id({ required: true, description: workspaceIdText }),
      userId: t.id({ required: true, description: 'The member.' }),
    }),
  }),
  payload: builder.objectRef<Removed>('RemoveMemberPayload').implement({
    description: 'Who is no longer a member.',
    fields: (t) => ({ userId: t.exposeID('userId', { description: 'The person.' }) }),
  }),
  alsoFails: ['LAST_OWNER', 'CONFLICT'],
  repeatable: true,
  resolve: (input, context, repeat) => {
    const { workspaceId } = input;
    const { actor } = context;
    const ports = identityPorts(context);
    const isDone = async () => (await memberNow(ports, input)) === null;
    return achieveOnce(
      context,
      { name: 'removeMember', workspaceId, repeat, input },
      {
        isDone,
        async may() {
          permitRemoval(actor, input);
          if (await isDone()) throw new DomainError('NOT_FOUND', { field: 'userId' });
        },
      },
      async (isDone) => {
        await removeMember(ports, actor, input, isDone);
        return { userId: input.userId };
      },
    );
  },
});

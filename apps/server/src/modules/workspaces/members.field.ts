import { CloseCode } from '@jejak/protocol';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { builder } from '../../graphql/builder.ts';
import { resultField } from '../../graphql/resultField.ts';
import { once, takeAwayOnce } from '../mutations/services.ts';
import { teamEnum } from '../vocabulary/enums.ts';
import { createWorkspace } from './createWorkspace.ts';
import type { OwnWorkspace } from './listWorkspaces.ts';
import { permitRemoval, removeMember } from './removeMember.ts';
import { roleEnum } from './roleEnum.ts';
import { identityPorts } from './services.ts';
import { setMemberRole } from './setMemberRole.ts';
import { workspaceRef } from './Workspace.field.ts';
import type { Membership } from './WorkspaceRepository.ts';

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
    return once(context, { name: 'setMemberRole', workspaceId, repeat, input }, () =>
      setMemberRole(identityPorts(context), context.actor, input),
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
    const { workspaceId, userId } = input;
    const { actor } = context;
    const ports = identityPorts(context);
    const isGone = async () => (await ports.workspaces.membership(workspaceId, userId)) === null;
    return takeAwayOnce(
      context,
      { name: 'removeMember', workspaceId, repeat, input },
      {
        isGone,
        async may() {
          permitRemoval(actor, input);
          if (await isGone()) throw new DomainError('NOT_FOUND', { field: 'userId' });
        },
      },
      async (isDone) => {
        if (isDone) await ports.endAccess({ userId, workspaceId }, CloseCode.Forbidden);
        else await removeMember(ports, actor, input);
        return { userId };
      },
    );
  },
});

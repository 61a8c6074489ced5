import { builder } from '../../graphql/builder.ts';
import { resultField } from '../../graphql/resultField.ts';
import { achieveOnce } from '../mutations/services.ts';
import { roleEnum } from '../workspaces/roleEnum.ts';
import { identityPorts } from '../workspaces/services.ts';
import { createInvitation } from './createInvitation.ts';
import { invitationRef } from './Invitation.field.ts';
import type { Invitation } from './InvitationRepository.ts';
import { isUsable, permitRevocation, revokeInvitation } from './revokeInvitation.ts';

const workspaceIdText = 'Id of the workspace.';

interface Created {
  readonly invitation: Invitation;
  readonly url: string;
}

resultField({
  name: 'createInvitation',
  description: 'Makes a link that lets people join a workspace. The link is told this once.',
  input: builder.inputType('CreateInvitationInput', {
    description: 'What the link gives, how long and how often.',
    fields: (t) => ({
      workspaceId: t.id({ required: true, description: workspaceIdText }),
      role: t.field({
        type: roleEnum,
        required: true,
        description: 'The role; at most your own, never OWNER.',
      }),
      expiresInDays: t.int({ description: '1 to 30; 7 unless given.' }),
      usesMax: t.int({ description: 'How many people may join by it, 1 to 500; 25 unless given.' }),
    }),
  }),
  payload: builder.objectRef<Created>('CreateInvitationPayload').implement({
    description: 'The invitation and its link.',
    fields: (t) => ({
      invitation: t.expose('invitation', { type: invitationRef, description: 'The invitation.' }),
      url: t.exposeString('url', { description: 'The link to hand out; it cannot be read again later.' }),
    }),
  }),
  alsoFails: ['LIMIT'],
  resolve: async (input, context) => {
    const { invitation, token } = await createInvitation(identityPorts(context), context.actor, {
      workspaceId: input.workspaceId,
      role: input.role,
      expiresInDays: input.expiresInDays ?? undefined,
      usesMax: input.usesMax ?? undefined,
    });
    return { invitation, url: context.services.invitationUrl(token) };
  },
});

interface Revoked {
  readonly invitationId: string;
}

resultField({
  name: 'revokeInvitation',
  description: 'Ends a link at once. People who joined by it stay.',
  input: builder.inputType('RevokeInvitationInput', {
    description: 'Which link.',
    fields: (t) => ({
      workspaceId: t.id({ required: true, description: workspaceIdText }),
      invitationId: t.id({ required: true, description: 'Id of the invitation.' }),
    }),
  }),
  payload: builder.objectRef<Revoked>('RevokeInvitationPayload').implement({
    description: 'The link that ended.',
    fields: (t) => ({ invitationId: t.exposeID('invitationId', { description: 'Id of the invitation.' }) }),
  }),
  repeatable: true,
  resolve: (input, context, repeat) => {
    const { workspaceId } = input;
    const { actor } = context;
    const ports = identityPorts(context);
    return achieveOnce(
      context,
      { name: 'revokeInvitation', workspaceId, repeat, input },
      {
        may: () => permitRevocation(ports, actor, input),
        isDone: async () => !(await isUsable(ports, input)),
      },
      async (isDone) => {
        if (!isDone) await revokeInvitation(ports, actor, input);
        return { invitationId: input.invitationId };
      },
    );
  },
});

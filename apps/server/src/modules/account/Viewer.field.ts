import type { Locale, Team } from '@jejak/journey-model';
import { permit, type SignedIn } from '../../auth/permit.ts';
import { builder } from '../../graphql/builder.ts';
import { resultField } from '../../graphql/resultField.ts';
import { once } from '../mutations/services.ts';
import { localeEnum, teamEnum } from '../vocabulary/enums.ts';
import { listWorkspaces } from '../workspaces/listWorkspaces.ts';
import { identityPorts } from '../workspaces/services.ts';
import { setViewerTeam } from '../workspaces/setViewerTeam.ts';
import { workspaceRef } from '../workspaces/Workspace.field.ts';
import { setViewerLocale } from './setViewerLocale.ts';

/** What a program with a token learns of its person only where the token says so. */
function ofAccount<T>(read: (viewer: SignedIn) => T) {
  return (viewer: SignedIn): T => read(permit(viewer, 'account:read', 'self'));
}

/** The person who asks. */
export const viewerRef = builder.objectRef<SignedIn>('Viewer').implement({
  description: 'The person who asks, or whose token a program asks with.',
  fields: (t) => ({
    id: t.id({ description: 'Their id.', resolve: ({ userId }) => userId }),
    name: t.string({
      description: 'The name others see. A token needs `account:read`.',
      resolve: ofAccount(({ name }) => name),
    }),
    email: t.string({
      description: 'The address they sign in with. A token needs `account:read`.',
      resolve: ofAccount(({ email }) => email),
    }),
    locale: t.field({
      type: localeEnum,
      description: 'The language of their interface. A token needs `account:read`.',
      resolve: ofAccount(({ locale }) => locale),
    }),
    workspaces: t.field({
      type: [workspaceRef],
      description: 'Their workspaces, in the order they joined them.',
      extensions: { cost: { self: 1, times: 3 } },
      resolve: async (viewer, _args, context) => [...(await listWorkspaces(identityPorts(context), viewer))],
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: viewerRef,
    nullable: true,
    skipTypeScopes: true,
    description:
      'Who you are; null when you are not signed in, and for a token of a workspace, which is nobody.',
    resolve: (_root, _args, { actor }) =>
      actor.kind === 'member' && actor.token?.kind !== 'WORKSPACE' ? actor : null,
  }),
);

resultField({
  name: 'setViewerLocale',
  description: 'Chooses the language of your interface.',
  input: builder.inputType('SetViewerLocaleInput', {
    description: 'The language.',
    fields: (t) => ({
      locale: t.field({ type: localeEnum, required: true, description: 'The language.' }),
    }),
  }),
  payload: builder.objectRef<{ readonly locale: Locale }>('SetViewerLocalePayload').implement({
    description: 'The language now.',
    fields: (t) => ({ locale: t.expose('locale', { type: localeEnum, description: 'The language.' }) }),
  }),
  repeatable: true,
  resolve: ({ locale }, context, repeat) =>
    once(context, { name: 'setViewerLocale', workspaceId: null, repeat, input: { locale } }, async () => ({
      locale: await setViewerLocale(identityPorts(context), context.actor, locale),
    })),
});

resultField({
  name: 'setViewerTeam',
  description: 'Says which team you belong to in a workspace; others see it beside your name.',
  input: builder.inputType('SetViewerTeamInput', {
    description: 'The team, and where.',
    fields: (t) => ({
      workspaceId: t.id({ required: true, description: 'Id of the workspace.' }),
      team: t.field({ type: teamEnum, required: true, description: 'The team.' }),
    }),
  }),
  payload: builder.objectRef<{ readonly team: Team }>('SetViewerTeamPayload').implement({
    description: 'The team now.',
    fields: (t) => ({ team: t.expose('team', { type: teamEnum, description: 'The team.' }) }),
  }),
  repeatable: true,
  resolve: (input, context, repeat) => {
    const { workspaceId } = input;
    return once(context, { name: 'setViewerTeam', workspaceId, repeat, input }, async () => {
      await setViewerTeam(identityPorts(context), context.actor, input);
      return { team: input.team };
    });
  },
});

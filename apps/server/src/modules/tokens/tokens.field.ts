import { tokenLimits, tokenScopes, workspaceTokenScopes } from '@jejak/access';
import { builder } from '../../graphql/builder.ts';
import { connectionOf } from '../../graphql/connection.ts';
import { pageOf, reads } from '../../graphql/cost.ts';
import { type ListPages, listPage, pageArgs } from '../../graphql/listPage.ts';
import { resultField } from '../../graphql/resultField.ts';
import { viewerRef } from '../account/Viewer.field.ts';
import { roleEnum } from '../workspaces/roleEnum.ts';
import { apiTokenRef } from './ApiToken.field.ts';
import { createPersonalToken } from './createPersonalToken.ts';
import { createWorkspaceToken } from './createWorkspaceToken.ts';
import type { IssuedToken } from './issueToken.ts';
import { listPersonalTokens, listWorkspaceTokens } from './listTokens.ts';
import { renameToken } from './renameToken.ts';
import { revokeToken } from './revokeToken.ts';
import { tokenPorts } from './services.ts';
import type { ApiToken } from './TokenRepository.ts';

const named = (scopes: readonly string[]) => scopes.map((scope) => `\`${scope}\``).join(', ');
const { daysDefault, daysMax, mapsMax, nameLengthMax } = tokenLimits;
const nameText = `What it is for, up to ${nameLengthMax} characters.`;
const daysText = `1 to ${daysMax}; ${daysDefault} unless given.`;
const sessionText = 'Needs a session: no token does this.';

const tokenConnection = connectionOf('ApiToken', apiTokenRef);
const tokenPages: ListPages<ApiToken> = {
  firstMax: 100,
  firstDefault: 50,
  keyOf: ({ expiresAt, id }) => [expiresAt.toISOString(), id],
  keyParts: 2,
  newestFirst: true,
};

builder.objectField(viewerRef, 'tokens', (t) =>
  t.field({
    type: tokenConnection,
    description: `Your tokens, those that end last first. ${sessionText}`,
    args: pageArgs(tokenPages),
    extensions: pageOf(1, 0.1, tokenPages.firstDefault),
    resolve: async (viewer, args, context) =>
      listPage(await listPersonalTokens(tokenPorts(context), viewer), args, tokenPages),
  }),
);

builder.objectField('Workspace', 'tokens', (t) =>
  t.field({
    type: tokenConnection,
    description: `Its tokens, those that end last first, for those who manage them. ${sessionText}`,
    args: pageArgs(tokenPages),
    extensions: pageOf(1, 0.1, tokenPages.firstDefault),
    resolve: async ({ id }, args, context) =>
      listPage(await listWorkspaceTokens(tokenPorts(context), context.actor, id), args, tokenPages),
  }),
);

builder.queryField('viewerToken', (t) =>
  t.field({
    type: apiTokenRef,
    nullable: true,
    description: 'The token you ask with: its scopes, limits and end. null when you ask with a session.',
    extensions: reads(),
    resolve: async (_root, _args, context) => {
      const { actor } = context;
      const tokenId = actor.kind === 'member' ? (actor.token?.tokenId ?? null) : null;
      return tokenId === null ? null : tokenPorts(context).tokens.find(tokenId);
    },
  }),
);

const issuedPayload = (name: string) =>
  builder.objectRef<IssuedToken>(name).implement({
    description: 'The token and its secret.',
    fields: (t) => ({
      token: t.expose('token', { type: apiTokenRef, description: 'The token.' }),
      secret: t.exposeString('secret', {
        description: 'Send it as `Authorization: Bearer …`. It cannot be read again later.',
      }),
    }),
  });

resultField({
  name: 'createPersonalToken',
  description: `Makes a token with which a program acts for you. Its secret is told this once. ${sessionText}`,
  input: builder.inputType('CreatePersonalTokenInput', {
    description: 'What the token may do, where, and how long.',
    fields: (t) => ({
      name: t.string({ required: true, description: nameText }),
      scopes: t.stringList({
        required: true,
        description: `What it may do, at most what you may at that moment: ${named(tokenScopes)}.`,
      }),
      workspaceId: t.id({ description: 'The only workspace it is for; all of yours unless given.' }),
      mapIds: t.idList({
        description: `The only maps it is for, up to ${mapsMax} of one workspace; all unless given.`,
      }),
      expiresInDays: t.int({ description: daysText }),
    }),
  }),
  payload: issuedPayload('CreatePersonalTokenPayload'),
  alsoFails: ['LIMIT'],
  resolve: (input, context) =>
    createPersonalToken(tokenPorts(context), context.actor, {
      ...input,
      expiresInDays: input.expiresInDays ?? undefined,
    }),
});

resultField({
  name: 'createWorkspaceToken',
  description:
    'Makes a token that belongs to a workspace and goes on when you leave it. Its secret is told this once. ' +
    sessionText,
  input: builder.inputType('CreateWorkspaceTokenInput', {
    description: 'What the token is and may do in the workspace, and how long.',
    fields: (t) => ({
      workspaceId: t.id({ required: true, description: 'Id of the workspace.' }),
      name: t.string({ required: true, description: nameText }),
      role: t.field({
        type: roleEnum,
        required: true,
        description: 'What it is in the workspace; at most what you are, never OWNER.',
      }),
      scopes: t.stringList({
        required: true,
        description: `What it may do, at most what its role may: ${named(workspaceTokenScopes)}.`,
      }),
      mapIds: t.idList({ description: `The only maps it is for, up to ${mapsMax}; all unless given.` }),
      expiresInDays: t.int({ description: daysText }),
    }),
  }),
  payload: issuedPayload('CreateWorkspaceTokenPayload'),
  alsoFails: ['LIMIT'],
  resolve: (input, context) =>
    createWorkspaceToken(tokenPorts(context), context.actor, {
      ...input,
      expiresInDays: input.expiresInDays ?? undefined,
    }),
});

const tokenIdText = 'Id of a token of yours, or of a workspace whose tokens you manage.';

resultField({
  name: 'renameToken',
  description: `Gives a token another name. ${sessionText}`,
  input: builder.inputType('RenameTokenInput', {
    description: 'Which token, and its name.',
    fields: (t) => ({
      tokenId: t.id({ required: true, description: tokenIdText }),
      name: t.string({ required: true, description: nameText }),
    }),
  }),
  payload: builder.objectRef<{ readonly token: ApiToken }>('RenameTokenPayload').implement({
    description: 'The token with its new name.',
    fields: (t) => ({ token: t.expose('token', { type: apiTokenRef, description: 'The token.' }) }),
  }),
  resolve: async (input, context) => ({
    token: await renameToken(tokenPorts(context), context.actor, input),
  }),
});

resultField({
  name: 'revokeToken',
  description: `Ends a token for good. Requests with it are refused and its sockets closed within 2 s. ${sessionText}`,
  input: builder.inputType('RevokeTokenInput', {
    description: 'Which token.',
    fields: (t) => ({ tokenId: t.id({ required: true, description: tokenIdText }) }),
  }),
  payload: builder
    .objectRef<{ readonly tokenId: string; readonly token: ApiToken }>('RevokeTokenPayload')
    .implement({
      description: 'The token that ended.',
      fields: (t) => ({ tokenId: t.exposeID('tokenId', { description: 'Id of the token.' }) }),
    }),
  resolve: async ({ tokenId }, context) => ({
    tokenId,
    token: await revokeToken(tokenPorts(context), context.actor, tokenId),
  }),
});

import { builder } from '../../graphql/builder.ts';
import { roleEnum } from '../workspaces/roleEnum.ts';
import type { ApiToken } from './TokenRepository.ts';

/** What a program signs in with, without its secret. */
export const apiTokenRef = builder.objectRef<ApiToken>('ApiToken').implement({
  description: 'What a program signs in with. Its secret is told once, when it is made.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id, to revoke it.' }),
    name: t.exposeString('name', { description: 'What it is for, in the words of whoever made it.' }),
    prefix: t.exposeString('prefix', { description: 'How its secret begins, to tell it from others.' }),
    scopes: t.stringList({
      description:
        'What it may do, e.g. `maps:read`: at most what its person, or its role, may at that moment.',
      resolve: ({ scopes }) => [...scopes],
    }),
    role: t.expose('role', {
      type: roleEnum,
      nullable: true,
      description:
        'What a token of a workspace is in it; null for a personal one, which has the rights of its person.',
    }),
    workspaceId: t.exposeID('workspaceId', {
      nullable: true,
      description: 'The only workspace it is for; null: all of its person.',
    }),
    mapIds: t.idList({
      nullable: true,
      description: 'The only maps it is for; null: all.',
      resolve: ({ mapIds }) => (mapIds === null ? null : [...mapIds]),
    }),
    createdById: t.id({ description: 'The person who made it.', resolve: ({ createdBy }) => createdBy }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'Until when it can be used. It is listed for 30 days more.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute; null: never.',
    }),
  }),
});

import SchemaBuilder from '@pothos/core';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { DomainError } from '../errors/DomainError.ts';
import type { GraphqlContext } from './Context.ts';

interface GraphqlTypes {
  Context: GraphqlContext;
  DefaultFieldNullability: false;
  AuthScopes: { signedIn: boolean };
  Objects: {
    /** Declared by name, so that modules can add fields to it without importing each other. */
    Workspace: { readonly id: string };
  };
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    MapVersion: { Input: string; Output: string };
  };
}

/** What the builder's refs are typed with. */
export type SchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<GraphqlTypes>;

/**
 * The one schema builder. Root fields are for people who are signed in unless a field says
 * `skipTypeScopes: true`; which of them may do what is decided by the use cases behind the fields.
 */
export const builder = new SchemaBuilder<GraphqlTypes>({
  plugins: [ScopeAuthPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: ({ actor }) => ({ signedIn: actor.kind === 'member' }),
    unauthorizedError: () => new DomainError('UNAUTHENTICATED'),
  },
});

builder.queryType({ description: 'What can be read.', authScopes: { signedIn: true } });
builder.mutationType({ description: 'What can be changed.', authScopes: { signedIn: true } });
builder.subscriptionType({ description: 'What can be followed.', authScopes: { signedIn: true } });

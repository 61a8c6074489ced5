import type { Role, TokenGrant } from '@jejak/access';
import type { Locale, Team } from '@jejak/journey-model';
import type { TokenKind } from './tokenSecret.ts';

/** The token a program asks with. */
export interface ActorToken extends TokenGrant {
  readonly kind: TokenKind;
}

/** Who asks: somebody signed in, a program with a token, or nobody. */
export type Actor =
  | {
      readonly kind: 'member';
      /** Of a token of a workspace, which is nobody's, the token's own id. */
      readonly userId: string;
      /** null for a program with a token. */
      readonly sessionId: string | null;
      /** null for a person in the interface. */
      readonly token: ActorToken | null;
      readonly name: string;
      readonly email: string;
      readonly locale: Locale;
      /** Workspaces of this person, or those the token is for, with the role and team in each. */
      readonly memberships: readonly {
        readonly workspaceId: string;
        readonly role: Role;
        readonly team: Team;
      }[];
    }
  | { readonly kind: 'nobody' };

/** Turns request headers (token or session cookie) into an actor; never throws for bad input. */
export type ResolveActor = (headers: Headers) => Promise<Actor>;

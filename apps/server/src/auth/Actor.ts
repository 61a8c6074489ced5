import type { Role } from '@jejak/access';
import type { Locale, Team } from '@jejak/journey-model';

/** Who asks: somebody signed in, or nobody. */
export type Actor =
  | {
      readonly kind: 'member';
      readonly userId: string;
      readonly sessionId: string;
      readonly name: string;
      readonly email: string;
      readonly locale: Locale;
      /** Workspaces of this person with the role and team in each. */
      readonly memberships: readonly {
        readonly workspaceId: string;
        readonly role: Role;
        readonly team: Team;
      }[];
    }
  | { readonly kind: 'nobody' };

/** Turns request headers (session cookie) into an actor; never throws for bad input. */
export type ResolveActor = (headers: Headers) => Promise<Actor>;

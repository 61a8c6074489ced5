import type { Role } from '@jejak/access';
import type { TeamKey } from '@jejak/ui/tokens';
import type { PeopleQuery } from '../../generated/graphql.ts';
import { parseRole } from '../../lib/parseRole.ts';
import { parseTeam } from '../../lib/parseTeam.ts';

/** Somebody in a workspace. */
export interface WorkspaceMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly team: TeamKey;
}

/** A link into a workspace that can still be used. */
export interface OpenInvitation {
  readonly id: string;
  readonly role: Role;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly uses: number;
  readonly usesMax: number;
}

/** Who is in a workspace and which links lead into it. */
export interface WorkspacePeople {
  readonly members: readonly WorkspaceMember[];
  readonly invitations: readonly OpenInvitation[];
}

type InvitationAnswer = NonNullable<NonNullable<PeopleQuery['workspace']>['invitations']>['nodes'][number];

/** An invitation as the page wants it. */
export function readOpenInvitation(invitation: InvitationAnswer): OpenInvitation {
  return { ...invitation, role: parseRole(invitation.role) };
}

/** The answer as the page wants it. */
export function readPeople({ workspace }: PeopleQuery): WorkspacePeople {
  return {
    members: (workspace?.members.nodes ?? []).map(({ userId, name, email, role, team }) => ({
      id: userId,
      name,
      email,
      role: parseRole(role),
      team: parseTeam(team),
    })),
    invitations: (workspace?.invitations?.nodes ?? []).map(readOpenInvitation),
  };
}

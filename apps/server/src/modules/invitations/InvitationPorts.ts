import type { Accounts } from '../../auth/Accounts.ts';
import type { WorkspaceRepository } from '../workspaces/WorkspaceRepository.ts';
import type { InvitationRepository } from './InvitationRepository.ts';

/** What the use cases of invitations work with. */
export interface InvitationPorts {
  readonly invitations: InvitationRepository;
  readonly workspaces: WorkspaceRepository;
  readonly accounts: Accounts;
  /** Forgets what is remembered of people: somebody gained a right. */
  readonly forgetActors: () => void;
  readonly now: () => Date;
  readonly newInvitationId: () => string;
  /** A new secret for a link. */
  readonly newToken: () => string;
  /** What is stored of a secret. */
  readonly hashToken: (token: string) => string;
}

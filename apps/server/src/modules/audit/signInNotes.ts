import { actorRef } from '../../auth/actorRefOf.ts';
import type { SignInNotes } from '../../auth/authHandler.ts';
import type { AuditLog } from './AuditLog.ts';

/** Writes sign-ins into the log of the installation: they belong to no workspace [AUDIT5]. */
export function signInNotes(
  audit: Pick<AuditLog, 'append'>,
): SignInNotes & { signedOut(userId: string): Promise<void> } {
  const note = async (
    act: 'signIn' | 'signOut',
    userId: string | null,
    refusedAs: string | null,
    facts: { readonly address?: string },
  ): Promise<void> => {
    const actor = userId === null ? null : actorRef(userId, null);
    await audit.append({ workspaceId: null, actor, act, refusedAs, targetId: userId, facts });
  };
  return {
    signedIn: (userId, address) => note('signIn', userId, null, { address }),
    notSignedIn: (address, status) =>
      note('signIn', null, status === 429 ? 'TOO_MANY_ATTEMPTS' : 'UNAUTHENTICATED', { address }),
    signedOut: (userId) => note('signOut', userId, null, {}),
  };
}

/** Writes down who came into a workspace. */
export function arrivalNotes(
  audit: Pick<AuditLog, 'append'>,
): (act: string, userId: string, workspaceId: string) => Promise<void> {
  return async (act, userId, workspaceId) => {
    const actor = actorRef(userId, null);
    await audit.append({ workspaceId, actor, act, refusedAs: null, targetId: userId, facts: {} });
  };
}

import { actorRef } from '../../auth/actorRefOf.ts';
import type { SignInNotes } from '../../auth/authHandler.ts';
import type { DomainErrorCode } from '../../errors/domainErrors.ts';
import type { AuditAct } from './AuditEntry.ts';
import type { AuditLog } from './AuditLog.ts';
import type { RefusalPace } from './RefusalPace.ts';

/** How somebody came into a workspace. */
export type ArrivalAct = 'setUp' | 'signUp' | 'joinWorkspace';

/** Writes down who comes in at the doors: sign-ins, arrivals, and who was turned away. */
export interface DoorNotes extends SignInNotes {
  signedOut(userId: string): Promise<void>;
  /** An account of the provider became a way to sign in as this person. */
  connected(userId: string): Promise<void>;
  arrived(act: ArrivalAct, userId: string, workspaceId: string): Promise<void>;
  /** `userId` is null where nobody is signed in. */
  turnedAway(
    act: ArrivalAct,
    code: DomainErrorCode,
    who: { readonly userId: string | null; readonly address: string },
  ): Promise<void>;
}

/** What a sign-in that did not work is written down as, by what was answered. */
const codes: Readonly<Record<number, DomainErrorCode>> = { 403: 'FORBIDDEN', 429: 'TOO_MANY_ATTEMPTS' };

/**
 * Writes sign-ins and refusals into the log of the installation, as they belong to no workspace [AUDIT5], and arrivals into
 * that of the workspace.
 */
export function doorNotes(audit: Pick<AuditLog, 'append'>, pace: RefusalPace): DoorNotes {
  const note = async (
    act: string,
    userId: string | null,
    more: Partial<Pick<AuditAct, 'workspaceId' | 'refusedAs' | 'facts'>> = {},
  ): Promise<void> => {
    const actor = userId === null ? null : actorRef(userId, null);
    await audit.append({
      workspaceId: null,
      actor,
      act,
      refusedAs: null,
      targetId: userId,
      facts: {},
      ...more,
    });
  };
  const noteRefusal = async (act: string, userId: string | null, refusedAs: string, address: string) => {
    const taken = pace.take(address);
    if (taken === 'passOver') return;
    const facts = taken === 'writeAsLast' ? { address, moreNotWritten: true } : { address };
    await note(act, userId, { refusedAs, facts });
  };
  return {
    signedIn: (userId, address, by) => note('signIn', userId, { facts: { address, by } }),
    notSignedIn: (address, status) =>
      noteRefusal('signIn', null, codes[status] ?? 'UNAUTHENTICATED', address),
    signedOut: (userId) => note('signOut', userId),
    connected: (userId) => note('connectProvider', userId),
    arrived: (act, userId, workspaceId) => note(act, userId, { workspaceId }),
    turnedAway: (act, code, { userId, address }) => noteRefusal(act, userId, code, address),
  };
}

import type { Newcomers } from '../../auth/Newcomers.ts';
import type { OidcConfig } from '../../config/OidcConfig.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { InvitationPorts } from '../invitations/InvitationPorts.ts';
import { openInvitation } from '../invitations/openInvitation.ts';

/** The page of an invitation, in either language. */
const invitationPage = /^\/[a-z]{2}\/invite\/([\w-]{1,128})$/;

/**
 * Who may come in through the provider: whoever holds an invitation that works, and people of the domains that the
 * settings list [OIDC6]. An invitation is not used up by this; its own page does that.
 */
export function createNewcomers(
  ports: Pick<InvitationPorts, 'invitations' | 'workspaces' | 'hashToken'> & {
    /** Writes down who came into a workspace, and how. */
    readonly noteArrival: (act: 'signUp', userId: string, workspaceId: string) => Promise<void>;
  },
  listed: OidcConfig['newcomers'],
): Newcomers {
  const isListed = (email: string) =>
    listed?.domains.includes(email.slice(email.lastIndexOf('@') + 1)) === true;
  return {
    async admits(email, path) {
      if (listed !== null && isListed(email)) {
        const [workspace] = await ports.workspaces.findMany([listed.workspaceId]);
        if (workspace !== undefined) return true;
      }
      const [, token] = invitationPage.exec(path) ?? [];
      return token !== undefined && (await isOpen(token));
    },
    async welcome(userId, email) {
      if (listed === null || !isListed(email)) return;
      const { workspaceId, role } = listed;
      const [workspace] = await ports.workspaces.findMany([workspaceId]);
      if (workspace === undefined) return;
      if (await ports.workspaces.add({ workspaceId, userId, role, team: 'OTHER' }))
        await ports.noteArrival('signUp', userId, workspaceId);
    },
  };

  async function isOpen(token: string): Promise<boolean> {
    try {
      await openInvitation(ports, token);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}

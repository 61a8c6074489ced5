import type { Ids, MatrixBed } from './MatrixBed.ts';

/** Something to try on that whoever may will use up, by the mutation that does. */
export function usedUp(bed: MatrixBed): Readonly<Record<string, () => Promise<Ids>>> {
  return {
    deleteMap: async () => ({ mapId: await bed.base.newMap('To be deleted') }),
    removeMember: async () => {
      const { workspaceId } = bed.base.team;
      return { userId: (await bed.base.seed.person({ workspaceId, role: 'viewer' })).userId };
    },
    revokeInvitation: async () => {
      const { workspaceId } = bed.base.team;
      const input = { workspaceId, role: 'VIEWER' };
      const { invitation } = await bed.act('createInvitation', input, 'invitation { id }');
      return { invitationId: (invitation as { id: string }).id };
    },
    deleteWebhook: async () => {
      const { workspaceId } = bed.base.team;
      const input = { workspaceId, url: 'https://hooks.invalid/' };
      const { webhook } = await bed.act('createWebhook', input, 'webhook { id }');
      return { webhookId: (webhook as { id: string }).id };
    },
    revokeToken: async () => ({ tokenId: (await bed.base.ofWorkspace()).id }),
  };
}

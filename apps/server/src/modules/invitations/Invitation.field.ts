import { builder } from '../../graphql/builder.ts';
import { roleEnum } from '../workspaces/roleEnum.ts';
import type { Invitation } from './InvitationRepository.ts';

/** A link into a workspace, without its secret. */
export const invitationRef = builder.objectRef<Invitation>('Invitation').implement({
  description: 'A link into a workspace. Its secret is told once, when it is made.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id, to revoke it.' }),
    role: t.expose('role', { type: roleEnum, description: 'The role it gives.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when it can be used.' }),
    uses: t.exposeInt('uses', { description: 'How many people joined by it.' }),
    usesMax: t.exposeInt('usesMax', { description: 'How many may.' }),
  }),
});

import type { GraphqlContext } from '../../graphql/Context.ts';
import type { AccountPorts } from '../account/setViewerLocale.ts';
import type { InvitationPorts } from '../invitations/InvitationPorts.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';

declare module '../../graphql/Context.ts' {
  interface Services {
    /** People and workspaces. */
    readonly identity: WorkspacePorts & InvitationPorts & AccountPorts;
    /** The address of an invitation's page, from the secret of its link. */
    readonly invitationUrl: (token: string) => string;
  }
}

/** What the use cases of people and workspaces need, out of a request. */
export function identityPorts({ services }: GraphqlContext): WorkspacePorts & InvitationPorts & AccountPorts {
  return services.identity;
}

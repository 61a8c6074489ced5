import type { GraphqlContext } from '../../graphql/Context.ts';
import { identityPorts } from '../workspaces/services.ts';
import type { TokenPorts } from './TokenPorts.ts';

declare module '../../graphql/Context.ts' {
  interface Services {
    /** Tokens of programs. */
    readonly apiTokens: Pick<TokenPorts, 'tokens' | 'newTokenId' | 'newTokenSecret'>;
  }
}

/** What the use cases of tokens need, out of a request. */
export function tokenPorts(context: GraphqlContext): TokenPorts {
  const { maps, liveMaps, now, apiTokens } = context.services;
  const { workspaces, endAccess } = identityPorts(context);
  return { maps, liveMaps, now, workspaces, endAccess, ...apiTokens };
}

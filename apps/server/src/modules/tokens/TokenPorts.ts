import type { EndAccess } from '../../auth/EndAccess.ts';
import type { TokenKind } from '../../auth/tokenSecret.ts';
import type { MapPorts } from '../maps/MapHandle.ts';
import type { WorkspaceRepository } from '../workspaces/WorkspaceRepository.ts';
import type { TokenRepository } from './TokenRepository.ts';

/** What the use cases of tokens work with. */
export interface TokenPorts extends MapPorts {
  readonly tokens: TokenRepository;
  readonly workspaces: WorkspaceRepository;
  readonly endAccess: EndAccess;
  readonly now: () => Date;
  readonly newTokenId: () => string;
  readonly newTokenSecret: (kind: TokenKind) => string;
}

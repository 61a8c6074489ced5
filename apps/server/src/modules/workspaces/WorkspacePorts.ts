import type { EndAccess } from '../../auth/EndAccess.ts';
import type { WorkspaceRepository } from './WorkspaceRepository.ts';

/** What the use cases of workspaces work with. */
export interface WorkspacePorts {
  readonly workspaces: WorkspaceRepository;
  readonly endAccess: EndAccess;
  /** Forgets what is remembered of people: somebody gained a right. */
  readonly forgetActors: () => void;
  readonly newWorkspaceId: () => string;
}

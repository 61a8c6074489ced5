import type { Action, Role } from '@jejak/access';
import type { TeamKey } from '@jejak/ui/tokens';

/** A workspace as its member sees it. */
export interface ViewerWorkspace {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly team: TeamKey;
  /** What the server says this person may do here; never guessed from the role. */
  readonly can: readonly Action[];
}

/** Who is signed in. */
export interface MemberViewer {
  readonly kind: 'member';
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly workspaces: readonly ViewerWorkspace[];
}

/** Who looks at the page: somebody signed in, nobody, or unknown because the server does not answer. */
export type Viewer = MemberViewer | { readonly kind: 'nobody' } | { readonly kind: 'unavailable' };

/** Cookie that remembers which workspace one was in last. */
export const workspaceCookie = 'jejak-workspace';

/** The workspace to show: the one asked for if it is there, else the first; null when there is none. */
export function chooseWorkspace(viewer: MemberViewer, wanted: string | undefined): ViewerWorkspace | null {
  return viewer.workspaces.find((workspace) => workspace.id === wanted) ?? viewer.workspaces[0] ?? null;
}

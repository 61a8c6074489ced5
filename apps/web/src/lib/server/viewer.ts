import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { ViewerDocument } from '../../generated/graphql.ts';
import { redirect } from '../../i18n/navigation.ts';
import { parseActions } from '../parseActions.ts';
import { parseRole } from '../parseRole.ts';
import { parseTeam } from '../parseTeam.ts';
import { pathHeader, returnParameter, safeReturnPath } from '../returnPath.ts';
import type { MemberViewer, Viewer } from '../Viewer.ts';
import { queryServer } from './queryServer.ts';
import { readSetupState } from './setupState.ts';

/** Who looks at the page; asked once per page. */
export const readViewer = cache(async (): Promise<Viewer> => {
  const result = await queryServer(ViewerDocument, {});
  if (!result.ok) {
    return { kind: result.failure.code === 'UNAUTHENTICATED' ? 'nobody' : 'unavailable' };
  }
  const { viewer } = result.value;
  if (!viewer) return { kind: 'nobody' };
  return {
    kind: 'member',
    id: viewer.id,
    name: viewer.name,
    email: viewer.email,
    workspaces: viewer.workspaces.map((workspace) => ({
      id: workspace.id,
      name: workspace.name,
      role: parseRole(workspace.role),
      team: parseTeam(workspace.team),
      can: parseActions(workspace.viewerCan),
    })),
  };
});

/**
 * The person a page is for. Nobody is led to sign-in with the way back, or to set-up where there is no account
 * yet; null when the server does not answer.
 */
export async function requireViewer(): Promise<MemberViewer | null> {
  const viewer = await readViewer();
  if (viewer.kind === 'member') return viewer;
  if (viewer.kind === 'unavailable') return null;
  const locale = await getLocale();
  if ((await readSetupState())?.needed) redirect({ href: '/setup', locale });
  const here = safeReturnPath((await headers()).get(pathHeader));
  // The home page is where signing in leads anyway.
  const query =
    here === null || here === `/${locale}` ? '' : `?${returnParameter}=${encodeURIComponent(here)}`;
  redirect({ href: `/sign-in${query}`, locale });
  return null;
}

import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { NoWorkspace } from '../../../../components/NoWorkspace.tsx';
import { ServerUnavailable } from '../../../../components/ServerUnavailable.tsx';
import { MapShelf } from '../../../../features/workspace/MapShelf.tsx';
import { mapsPerPage, readMapPage } from '../../../../features/workspace/readMapPage.ts';
import { MapListDocument } from '../../../../generated/graphql.ts';
import { queryServer } from '../../../../lib/server/queryServer.ts';
import { requireViewer } from '../../../../lib/server/viewer.ts';
import { chooseWorkspace, workspaceCookie } from '../../../../lib/Viewer.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.maps'))('title') };
}

/** The maps of the workspace. */
export default async function HomePage() {
  const viewer = await requireViewer();
  if (viewer === null) return null;
  const workspace = chooseWorkspace(viewer, (await cookies()).get(workspaceCookie)?.value);
  if (workspace === null) return <NoWorkspace />;
  const result = await queryServer(MapListDocument, {
    workspaceId: workspace.id,
    first: mapsPerPage,
    search: null,
    after: null,
  });
  if (!result.ok) return <ServerUnavailable />;
  return (
    <MapShelf
      key={workspace.id}
      workspaceId={workspace.id}
      initial={readMapPage(result.value)}
      mayCreate={workspace.can.includes('map:create')}
    />
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PlainFrame } from '../../../../components/PlainFrame.tsx';
import { ServerUnavailable } from '../../../../components/ServerUnavailable.tsx';
import { MapScreen } from '../../../../features/map/components/MapScreen.tsx';
import { readSnapshot } from '../../../../features/map/document/readSnapshot.ts';
import { MapPageDataDocument } from '../../../../generated/graphql.ts';
import { IntlMessages } from '../../../../lib/IntlMessages.tsx';
import { queryServer } from '../../../../lib/server/queryServer.ts';
import { requireViewer } from '../../../../lib/server/viewer.ts';

const readMapData = cache((id: string) => queryServer(MapPageDataDocument, { id }));

/** The title of the page is that of the map. */
export async function generateMetadata({ params }: PageProps<'/[locale]/maps/[mapId]'>): Promise<Metadata> {
  const { mapId } = await params;
  const t = await getTranslations('map');
  const result = await readMapData(mapId);
  if (!result.ok || !result.value.journeyMap) return { title: t('untitled') };
  const { title } = result.value.journeyMap;
  const locale = await getLocale();
  return { title: title[locale] || title.en || title.id || t('untitled') };
}

/** One map: its first screen is in the answer, then it is live. */
export default async function MapRoute({ params }: PageProps<'/[locale]/maps/[mapId]'>) {
  const { mapId } = await params;
  const viewer = await requireViewer();
  const result = viewer && (await readMapData(mapId));
  if (!viewer || !result?.ok) {
    if (result && !result.ok && result.failure.code === 'NOT_FOUND') notFound();
    return (
      <PlainFrame>
        <ServerUnavailable />
      </PlainFrame>
    );
  }
  const { journeyMap } = result.value;
  if (!journeyMap) notFound();
  const { workspaceId } = journeyMap;
  const workspace = viewer.workspaces.find(({ id }) => id === workspaceId);
  return (
    <IntlMessages namespaces={['common', 'errors', 'map']}>
      <MapScreen
        key={mapId}
        mapId={mapId}
        viewerId={viewer.id}
        workspace={{
          id: workspaceId,
          mayInvite: workspace?.can.includes('invitation:create') ?? false,
        }}
        can={{
          editContent: journeyMap.viewerCan.editContent,
          editStructure: journeyMap.viewerCan.editStructure,
        }}
        snapshot={readSnapshot(journeyMap)}
        linked={journeyMap.currentStateMap ?? null}
      />
    </IntlMessages>
  );
}

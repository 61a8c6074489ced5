'use client';

import { Button, buttonClasses } from '@jejak/ui/Button';
import { EmptyState } from '@jejak/ui/EmptyState';
import { controlClasses } from '@jejak/ui/Field';
import { Notice } from '@jejak/ui/Notice';
import { Plus, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { MapPicture } from '../../components/MapPicture.tsx';
import { sampleSketch } from '../../components/sampleSketch.ts';
import { Link } from '../../i18n/navigation.ts';
import { useErrorText } from '../../lib/errorText.ts';
import { DeleteMapDialog } from './DeleteMapDialog.tsx';
import type { MapPage, MapSummary } from './MapSummary.ts';
import { MapTile } from './MapTile.tsx';
import { useLoadMaps } from './useLoadMaps.ts';
import { useMapList } from './useMapList.ts';

interface MapShelfProps {
  readonly workspaceId: string;
  readonly initial: MapPage;
  readonly mayCreate: boolean;
}

/** The maps of a workspace, with search. */
export function MapShelf({ workspaceId, initial, mayCreate }: MapShelfProps) {
  const t = useTranslations('workspace.maps');
  const common = useTranslations('common');
  const errorText = useErrorText();
  const list = useMapList(initial, useLoadMaps(workspaceId));
  const { page, shownSearch } = list;
  const [leaving, setLeaving] = useState<MapSummary | null>(null);
  // The button one came from goes with the map, so that the dialog has nothing to return the focus to.
  const homeless = useRef(false);
  useEffect(() => {
    if (leaving !== null || !homeless.current) return;
    homeless.current = false;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [leaving]);
  const hasAny = page.maps.length > 0 || shownSearch !== '';
  const newMap = (
    <Link href="/maps/new" className={buttonClasses('primary')}>
      <Plus aria-hidden="true" className="size-[18px]" />
      {hasAny ? t('new') : t('emptyAction')}
    </Link>
  );
  const fromMermaid = (
    <Link href="/maps/import" className={buttonClasses('secondary')}>
      {t('import')}
    </Link>
  );

  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <h1 className="text-title font-semibold">{t('title')}</h1>
        {hasAny && mayCreate && (
          <div className="flex flex-wrap gap-2">
            {fromMermaid}
            {newMap}
          </div>
        )}
      </div>
      {hasAny && (
        <search className="relative block max-w-md">
          <Search
            aria-hidden="true"
            className="absolute top-1/2 left-3 size-[18px] -translate-y-1/2 text-muted"
          />
          <input
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={list.search}
            onChange={(event) => list.setSearch(event.target.value)}
            className={`${controlClasses} pl-10`}
          />
        </search>
      )}
      <p role="status" className="sr-only">
        {shownSearch === '' ? '' : t('found', { count: page.totalCount })}
      </p>
      {list.failure && (
        <Notice tone="danger" announced>
          <span className="flex flex-wrap items-center justify-between gap-2">
            {errorText(list.failure)}
            <Button onClick={() => void list.retry()}>{common('tryAgain')}</Button>
          </span>
        </Notice>
      )}
      {!hasAny && (
        <EmptyState
          title={t('emptyTitle')}
          text={mayCreate ? t('emptyText') : t('emptyTextViewer')}
          picture={
            <div className="w-full max-w-80 rounded-panel border border-line bg-raised">
              <MapPicture sketch={sampleSketch} />
            </div>
          }
          action={
            mayCreate && (
              <>
                {fromMermaid}
                {newMap}
              </>
            )
          }
        />
      )}
      {shownSearch !== '' && page.maps.length === 0 && (
        <EmptyState
          title={t('nothingFound', { query: shownSearch })}
          text={t('nothingFoundText')}
          action={<Button onClick={() => list.setSearch('')}>{t('clearSearch')}</Button>}
        />
      )}
      {page.maps.length > 0 && (
        <section aria-label={t('list')}>
          <h2 className="sr-only">{t('list')}</h2>
          <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {page.maps.map((map) => (
              <li key={map.id}>
                <MapTile map={map} onDelete={() => setLeaving(map)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {leaving !== null && (
        <DeleteMapDialog
          map={leaving}
          onClose={() => setLeaving(null)}
          onDeleted={() => {
            list.drop(leaving.id);
            homeless.current = true;
          }}
        />
      )}
      {page.nextCursor !== null && (
        <div className="flex justify-center">
          <Button busy={list.loadingMore} onClick={() => void list.loadMore()}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  );
}

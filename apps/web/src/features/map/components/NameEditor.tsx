'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import type { NamedRecord } from '../document/PageState.ts';
import { useStore } from '../document/useStore.ts';
import type { GridTarget } from '../geometry/gridTarget.ts';

const LiveName = lazy(() => import('./LiveName.tsx'));

interface NameEditorProps {
  readonly record: NamedRecord;
  readonly className: string;
}

/** Edits a name where it stands, live for everybody; Enter and Escape both leave it as it then is. */
export function NameEditor({ record, className }: NameEditorProps) {
  const t = useTranslations('map');
  const { ui } = useMapPage();
  const locale = useStore(ui, (state) => state.contentLocale);
  const close = (refocus: boolean) =>
    ui.update((state) =>
      state.editing?.kind === 'name'
        ? { ...state, editing: null, focus: refocus ? (targetOf(record) ?? state.focus) : state.focus }
        : state,
    );
  return (
    <Suspense fallback={null}>
      <LiveName
        recordId={record.kind === 'map' ? 'meta' : record.id}
        field={record.kind === 'map' ? 'title' : 'name'}
        locale={locale}
        className={className}
        label={t(`rename.${record.kind}`)}
        onClose={close}
      />
    </Suspense>
  );
}

function targetOf(record: NamedRecord): GridTarget | null {
  switch (record.kind) {
    case 'map':
      return null;
    case 'stage':
      return { kind: 'stage', stageId: record.id };
    case 'step':
      return { kind: 'column', columnId: record.id };
    case 'lane':
      return { kind: 'lane', laneId: record.id };
  }
}

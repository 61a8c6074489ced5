'use client';

import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import type { NamedRecord } from '../document/PageState.ts';
import { useStore } from '../document/useStore.ts';
import type { GridTarget } from '../geometry/gridTarget.ts';
import { LiveTextArea } from './LiveTextArea.tsx';

interface NameEditorProps {
  readonly record: NamedRecord;
  readonly className: string;
}

/** Edits a name where it stands, live for everybody; Enter and Escape both leave it as it then is. */
export function NameEditor({ record, className }: NameEditorProps) {
  const t = useTranslations('map');
  const { ui, carets } = useMapPage();
  const locale = useStore(ui, (state) => state.contentLocale);
  const close = (refocus: boolean) => {
    carets.clear();
    ui.update((state) =>
      state.editing?.kind === 'name'
        ? { ...state, editing: null, focus: refocus ? (targetOf(record) ?? state.focus) : state.focus }
        : state,
    );
  };
  return (
    <LiveTextArea
      source={
        record.kind === 'map' ? { recordId: 'meta', field: 'title' } : { recordId: record.id, field: 'name' }
      }
      locale={locale}
      label={t(`rename.${record.kind}`)}
      className={`${className} map-writing`}
      autoFocus
      singleLine
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          close(true);
        }
      }}
      onBlur={() => close(false)}
    />
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

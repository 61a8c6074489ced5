'use client';

import { useTranslations } from 'next-intl';
import type { CommandId } from '../commands/Command.ts';
import { commandOf } from '../commands/commands.ts';
import { useSurroundings } from '../commands/useSurroundings.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { emptySelection } from '../interactions/selection.ts';

/** What can be done with the chosen cards, for those who do not use keys; also says how to put carried cards down. */
export function SelectionBar() {
  const t = useTranslations('map');
  const { ui, can } = useMapPage();
  const count = useStore(ui, (state) => state.selection.ids.size);
  const carrying = useStore(ui, (state) => state.carry !== null);
  const dragging = useStore(ui, (state) => state.drag !== null);
  const editing = useStore(ui, (state) => state.editing !== null);
  const presenting = useStore(ui, (state) => state.presenting);
  const surroundings = useSurroundings();
  if (carrying) return <div className="map-selection">{t('carry.help')}</div>;
  if (count === 0 || dragging || editing || presenting) return null;
  const button = (id: CommandId) => (
    <button type="button" onClick={() => commandOf(id).run(surroundings)}>
      {t(`command.${id}`)}
    </button>
  );
  return (
    <div className="map-selection" role="toolbar" aria-label={t('selection.label')}>
      <span>{t('selection.count', { count })}</span>
      {count === 1 && can.editContent && button('editCard')}
      {count === 1 && button('openDetails')}
      {can.editContent && button('resolve')}
      {can.editContent && button('deleteCards')}
      <button type="button" onClick={() => ui.update((state) => ({ ...state, selection: emptySelection }))}>
        {t('selection.clear')}
      </button>
    </div>
  );
}

'use client';

import { Button } from '@jejak/ui/Button';
import { IconButton } from '@jejak/ui/IconButton';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@jejak/ui/Menu';
import { ArrowLeft, Ellipsis, Presentation, Redo2, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '../../../i18n/navigation.ts';
import type { CommandId } from '../commands/Command.ts';
import { commandOf } from '../commands/commands.ts';
import { useSurroundings } from '../commands/useSurroundings.ts';
import { useMapPage } from '../document/MapPage.ts';
import { createStore } from '../document/Store.ts';
import { useStore } from '../document/useStore.ts';
import { shownText } from '../text/localized.ts';
import { FallbackMark } from './FallbackMark.tsx';
import { NameEditor } from './NameEditor.tsx';
import { PeopleButton } from './PeopleButton.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { ShareMenu } from './ShareMenu.tsx';

const never = createStore(false);

/** The one line above the map. */
export function TopBar() {
  const t = useTranslations('map');
  const { map, ui, can, live } = useMapPage();
  const title = useStore(map, (index) => index.snapshot.title);
  const type = useStore(map, (index) => index.snapshot.type);
  const unplaced = useStore(
    map,
    ({ snapshot }) => snapshot.unplaced.cards.length + snapshot.unplaced.steps.length,
  );
  const locale = useStore(ui, (state) => state.contentLocale);
  const editing = useStore(
    ui,
    (state) => state.editing?.kind === 'name' && state.editing.record.kind === 'map',
  );
  const history = useStore(live, (session) => session?.history);
  const canUndo = useStore(history?.canUndo ?? never, (value) => value);
  const canRedo = useStore(history?.canRedo ?? never, (value) => value);
  const surroundings = useSurroundings();
  const shown = shownText(title, locale);
  const run = (id: CommandId) => {
    const command = commandOf(id);
    if (command.available(surroundings)) command.run(surroundings);
  };
  const item = (id: CommandId) => (
    <MenuItem disabled={!commandOf(id).available(surroundings)} onSelect={() => run(id)}>
      {t(`command.${id}`)}
    </MenuItem>
  );

  return (
    <header className="map-bar">
      <Link href="/" className="map-bar-back" aria-label={t('bar.back')} title={t('bar.back')}>
        <ArrowLeft aria-hidden="true" size={18} />
      </Link>
      <div className="map-bar-title">
        {editing ? (
          <NameEditor record={{ kind: 'map' }} className="map-title" />
        ) : (
          <h1 className="map-title" lang={shown.locale}>
            {can.editStructure ? (
              <button
                type="button"
                title={t('rename.map')}
                onClick={() =>
                  ui.update((state) => ({ ...state, editing: { kind: 'name', record: { kind: 'map' } } }))
                }
              >
                {shown.text || t('untitled')}
              </button>
            ) : (
              shown.text || t('untitled')
            )}
          </h1>
        )}
        {shown.isFallback && !editing && <FallbackMark locale={shown.locale} />}
        <span className="map-type">{t(`mapType.${type}`)}</span>
      </div>
      <SaveStatus />
      {!can.editContent && <span className="map-read-only">{t('bar.readOnly')}</span>}
      {unplaced > 0 && (
        <button type="button" className="map-text-button map-unplaced-button" onClick={() => run('unplaced')}>
          {t('bar.unplaced', { count: unplaced })}
        </button>
      )}
      <div className="map-bar-end">
        {can.editContent && (
          <span className="map-bar-history">
            <IconButton
              label={t('command.undo')}
              disabled={!canUndo}
              icon={<Undo2 aria-hidden="true" size={18} />}
              onClick={() => run('undo')}
            />
            <IconButton
              label={t('command.redo')}
              disabled={!canRedo}
              icon={<Redo2 aria-hidden="true" size={18} />}
              onClick={() => run('redo')}
            />
          </span>
        )}
        <PeopleButton />
        <ShareMenu />
        <Button
          className="map-bar-present"
          icon={<Presentation aria-hidden="true" size={16} />}
          onClick={() => run('present')}
        >
          {t('bar.present')}
        </Button>
        <Menu
          label={t('bar.more')}
          trigger={<IconButton label={t('bar.more')} icon={<Ellipsis aria-hidden="true" size={18} />} />}
        >
          <MenuChoice
            label={t('bar.contentLanguage')}
            value={locale}
            options={[
              { value: 'en', label: t('language.en') },
              { value: 'id', label: t('language.id') },
            ]}
            onChange={(value) => run(value === 'en' ? 'contentEnglish' : 'contentIndonesian')}
          />
          <MenuSeparator />
          {can.editContent && item('undo')}
          {can.editContent && item('redo')}
          {item('people')}
          {item('charter')}
          {item('personas')}
          {item('emotionTable')}
          <MenuSeparator />
          {item('present')}
          {item('zoomIn')}
          {item('zoomOut')}
          {item('zoomReset')}
          {item('zoomFit')}
          <MenuSeparator />
          {item('palette')}
          {item('shortcuts')}
        </Menu>
      </div>
    </header>
  );
}

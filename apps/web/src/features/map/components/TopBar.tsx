'use client';

import { Button } from '@jejak/ui/Button';
import { IconButton } from '@jejak/ui/IconButton';
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
import { PopMenu, PopMenuItem, PopMenuLine } from './PopMenu.tsx';
import { ReadOnlyNote } from './ReadOnlyNote.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { ShareMenu } from './ShareMenu.tsx';

const never = createStore(false);
const contentLocales = ['en', 'id'] as const;

/** The one line above the map. */
export function TopBar() {
  const t = useTranslations('map');
  const page = useMapPage();
  const { map, ui, can, live } = page;
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
  const linked = useStore(page.linked, (link) => link.kind === 'known');
  const surroundings = useSurroundings();
  const shown = shownText(title, locale);
  const run = (id: CommandId) => {
    const command = commandOf(id);
    if (command.available(surroundings)) command.run(surroundings);
  };
  const item = (id: CommandId) => (
    <PopMenuItem disabled={!commandOf(id).available(surroundings)} onSelect={() => run(id)}>
      {t(`command.${id}`)}
    </PopMenuItem>
  );

  return (
    <header className="map-bar">
      <Link
        href="/"
        prefetch={false}
        className="map-bar-back"
        aria-label={t('bar.back')}
        title={t('bar.back')}
      >
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
      <ReadOnlyNote />
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
        <PopMenu
          label={t('bar.more')}
          trigger={(props) => (
            <IconButton {...props} label={t('bar.more')} icon={<Ellipsis aria-hidden="true" size={18} />} />
          )}
        >
          {() => (
            <>
              <p role="none" className="map-menu-title">
                {t('bar.contentLanguage')}
              </p>
              {contentLocales.map((choice) => (
                <PopMenuItem
                  key={choice}
                  chosen={choice === locale}
                  onSelect={() => run(choice === 'en' ? 'contentEnglish' : 'contentIndonesian')}
                >
                  {t(`language.${choice}`)}
                </PopMenuItem>
              ))}
              <PopMenuLine />
              {can.editContent && item('undo')}
              {can.editContent && item('redo')}
              {item('people')}
              {linked && item('openCurrentState')}
              {item('check')}
              {item('charter')}
              {item('personas')}
              {item('emotionTable')}
              {item('exportMermaid')}
              <PopMenuLine />
              {item('present')}
              {item('zoomIn')}
              {item('zoomOut')}
              {item('zoomReset')}
              {item('zoomFit')}
              <PopMenuLine />
              {item('palette')}
              {item('shortcuts')}
            </>
          )}
        </PopMenu>
      </div>
    </header>
  );
}

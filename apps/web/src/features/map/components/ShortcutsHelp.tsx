'use client';

import { IconButton } from '@jejak/ui/IconButton';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { CommandGroup } from '../commands/Command.ts';
import { commands } from '../commands/commands.ts';
import { useMapPage } from '../document/MapPage.ts';
import { Keys } from './Keys.tsx';

const groups: readonly CommandGroup[] = ['cards', 'map', 'view', 'help'];
const walking = [
  { key: 'arrows', shortcut: '↑+↓+←+→' },
  { key: 'rowEnds', shortcut: 'Home+End' },
  { key: 'choose', shortcut: 'Space' },
  { key: 'extend', shortcut: 'Shift+↓' },
  { key: 'menu', shortcut: 'Shift+F10' },
  { key: 'newLine', shortcut: 'Shift+Enter' },
  { key: 'feeling', shortcut: '↑+↓' },
  { key: 'feelingWord', shortcut: 'Enter' },
  { key: 'escape', shortcut: 'Esc' },
] as const;

/** All keys on one sheet. */
export default function ShortcutsHelp() {
  const t = useTranslations('map');
  const { ui } = useMapPage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () =>
    ui.update((state) =>
      state.dialog === 'shortcuts'
        ? { ...state, dialog: null, focus: state.focus && { ...state.focus } }
        : state,
    );
  return (
    <dialog
      ref={dialog}
      className="map-help"
      aria-labelledby="map-help-title"
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="map-panel-head">
        <h2 id="map-help-title">{t('command.shortcuts')}</h2>
        <IconButton label={t('panel.close')} icon={<X aria-hidden="true" size={18} />} onClick={close} />
      </div>
      <div className="map-help-columns">
        <section>
          <h3>{t('help.walk')}</h3>
          <dl>
            {walking.map((entry) => (
              <div key={entry.key}>
                <dt>{t(`help.${entry.key}`)}</dt>
                <dd>
                  <Keys shortcut={entry.shortcut} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(`help.group.${group}`)}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.shortcut)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{t(`command.${command.id}`)}</dt>
                    <dd>{command.shortcut && <Keys shortcut={command.shortcut} />}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}

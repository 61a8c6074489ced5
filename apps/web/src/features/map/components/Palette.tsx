'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { commands } from '../commands/commands.ts';
import { matchWords } from '../commands/matchWords.ts';
import { useSurroundings } from '../commands/useSurroundings.ts';
import { useMapPage } from '../document/MapPage.ts';
import { wordsOf } from '../text/localized.ts';
import { Keys } from './Keys.tsx';
import { useColumnNames } from './useColumnNames.ts';

interface Found {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly shortcut?: string | undefined;
  run(): void;
}

const shownMax = 40;

/** Finds every command, card, stage and person by a few letters. */
export default function Palette() {
  const t = useTranslations('map');
  const page = useMapPage();
  const { ui, map, people } = page;
  const surroundings = useSurroundings();
  const names = useColumnNames();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const close = () =>
    ui.update((state) =>
      state.dialog === 'palette'
        ? { ...state, dialog: null, focus: state.focus && { ...state.focus } }
        : state,
    );

  const found = search();
  const chosen = Math.min(at, Math.max(0, found.length - 1));

  function search(): readonly Found[] {
    const { contentLocale } = ui.get();
    const index = map.get();
    const results: Found[] = [];
    for (const command of commands) {
      if (command.id === 'palette' || !command.available(surroundings)) continue;
      const label = t(`command.${command.id}`);
      if (matchWords(label, query)) {
        results.push({
          id: `command:${command.id}`,
          label,
          shortcut: command.shortcut,
          run: () => command.run(surroundings),
        });
      }
    }
    if (query.trim() === '') return results;
    for (const stage of index.snapshot.stages) {
      const label = wordsOf(stage.name, contentLocale);
      if (!matchWords(label, query)) continue;
      results.push({
        id: stage.id,
        label,
        detail: t('palette.stage'),
        run: () => ui.update((state) => ({ ...state, focus: { kind: 'stage', stageId: stage.id } })),
      });
    }
    for (const card of index.snapshot.cards) {
      const label = wordsOf(card.text, contentLocale);
      if (label === '' || !matchWords(`${card.text.en} ${card.text.id}`, query)) continue;
      results.push({
        id: card.id,
        label,
        detail: names.cell(card.place.laneId, card.place.columnId),
        run: () =>
          ui.update((state) => ({
            ...state,
            focus: { kind: 'card', cardId: card.id },
            selection: { ids: new Set([card.id]), anchorId: card.id },
          })),
      });
      if (results.length > shownMax) break;
    }
    for (const person of people.get().all) {
      if (!matchWords(person.user.name, query)) continue;
      results.push({
        id: `person:${person.clientId}`,
        label: person.user.name,
        detail: t('people.follow'),
        run: () => ui.update((state) => ({ ...state, following: person.clientId })),
      });
    }
    return results.slice(0, shownMax);
  }

  const choose = (entry: Found | undefined) => {
    if (!entry) return;
    close();
    entry.run();
  };

  return (
    <dialog
      ref={dialog}
      className="map-palette"
      aria-label={t('command.palette')}
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          const next =
            (chosen + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length);
          setAt(next);
          list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
        } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
          event.preventDefault();
          choose(found[chosen]);
        }
      }}
    >
      <input
        className="map-palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[chosen] ? `${listId}-${chosen}` : undefined}
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
      />
      <div
        id={listId}
        ref={list}
        role="listbox"
        aria-label={t('palette.results')}
        className="map-palette-list"
      >
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox holds the keys
          <div
            key={entry.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(entry)}
          >
            <span className="map-palette-label">{entry.label}</span>
            {entry.detail && <span className="map-palette-detail">{entry.detail}</span>}
            {entry.shortcut && <Keys shortcut={entry.shortcut} />}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="map-palette-none">{t('palette.none', { query })}</p>}
    </dialog>
  );
}

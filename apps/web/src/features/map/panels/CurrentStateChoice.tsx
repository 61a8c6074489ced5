'use client';

import { Button, buttonClasses } from '@jejak/ui/Button';
import { Skeleton } from '@jejak/ui/Skeleton';
import { TextField } from '@jejak/ui/TextField';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Link } from '../../../i18n/navigation.ts';
import { useErrorText } from '../../../lib/errorText.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import type { NamedMap } from '../linked/LinkedMap.ts';
import { useMapChoice } from '../linked/useMapChoice.ts';
import { shownText } from '../text/localized.ts';

/** So many are listed; the words one types find the others. */
const listedMax = 20;

interface CurrentStateChoiceProps {
  readonly onChoose: (map: NamedMap) => void;
  readonly onLeave: () => void;
}

/** The current-state maps of the workspace, found by title. */
export function CurrentStateChoice({ onChoose, onLeave }: CurrentStateChoiceProps) {
  const t = useTranslations('map');
  const { workspace } = useMapPage();
  const { search, setSearch, answer, again } = useMapChoice(workspace.id);
  const frame = useRef<HTMLDivElement>(null);
  // On a phone the panel is low: what is found stands below the field.
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={frame} className="map-linked-choice">
      <TextField
        type="search"
        autoFocus
        label={t('linked.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onLeave();
        }}
      />
      <div aria-live="polite">
        <Answer answer={answer} again={again} onChoose={onChoose} />
      </div>
      <Button tone="quiet" className="map-linked-leave" onClick={onLeave}>
        {t('linked.leave')}
      </Button>
    </div>
  );
}

interface AnswerProps extends Pick<ReturnType<typeof useMapChoice>, 'answer' | 'again'> {
  readonly onChoose: (map: NamedMap) => void;
}

function Answer({ answer, again, onChoose }: AnswerProps) {
  const t = useTranslations('map');
  const errorText = useErrorText();
  const { mapId, ui } = useMapPage();
  const locale = useStore(ui, (state) => state.contentLocale);
  if (answer === null) {
    return (
      <div className="map-linked-list">
        <span className="sr-only">{t('linked.searching')}</span>
        <Skeleton className="h-9" />
        <Skeleton className="h-9" />
      </div>
    );
  }
  const { words: search, result } = answer;
  if (!result.ok) {
    return (
      <>
        <p className="map-panel-note">{errorText(result.failure)}</p>
        <Button onClick={again}>{t('linked.again')}</Button>
      </>
    );
  }
  const maps = result.value.maps.filter(({ id }) => id !== mapId);
  if (maps.length === 0 && !result.value.more) {
    return search === '' ? (
      <>
        <p className="map-panel-note">{t('linked.nothing')}</p>
        <Link href="/maps/new" prefetch={false} className={buttonClasses('secondary')}>
          {t('linked.make')}
        </Link>
      </>
    ) : (
      <p className="map-panel-note">{t('linked.noMatch', { search })}</p>
    );
  }
  return (
    <>
      <ul className="map-linked-list">
        {maps.slice(0, listedMax).map((map) => {
          const title = shownText(map.title, locale);
          return (
            <li key={map.id}>
              <button type="button" className="map-check-text" onClick={() => onChoose(map)}>
                <span lang={title.locale}>{title.text || t('untitled')}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {(maps.length > listedMax || result.value.more) && <p className="map-panel-note">{t('linked.more')}</p>}
    </>
  );
}

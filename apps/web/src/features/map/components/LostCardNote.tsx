'use client';

import { Button } from '@jejak/ui/Button';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { wordsOf } from '../text/localized.ts';

/** In the place of a card that somebody deleted while this person was writing in it: the words, and the way back. */
export function LostCardNote({ laneId, columnId }: { readonly laneId: string; readonly columnId: string }) {
  const t = useTranslations('map');
  const { ui, whenLive } = useMapPage();
  const locale = useStore(ui, (state) => state.contentLocale);
  const lost = useStore(ui, (state) =>
    state.lost?.laneId === laneId && state.lost.columnId === columnId ? state.lost : null,
  );
  const back = useRef<HTMLButtonElement>(null);
  const lostId = lost?.cardId;
  useEffect(() => {
    if (lostId) back.current?.focus();
  }, [lostId]);
  if (!lost) return null;
  const { cardId } = lost;
  const letGo = () =>
    ui.update((state) => ({ ...state, lost: null, focus: { kind: 'cell', laneId, columnId } }));
  const restore = () =>
    whenLive(({ acts, history }) => {
      history.gesture(() => acts.restore({ kind: 'card', ids: [cardId] }));
      // Behind the drawing of one's own act, so that the card is there to be written in.
      queueMicrotask(() =>
        ui.update((state) => ({ ...state, lost: null, editing: { kind: 'card', cardId } })),
      );
    });
  return (
    // Letters still being typed are no commands of the map.
    <section className="map-lost" role="alert" onKeyDown={(event) => event.stopPropagation()}>
      <p className="map-lost-why">{t('lost.why')}</p>
      <p className="map-card-text">{wordsOf(lost.text, locale)}</p>
      <div className="map-lost-ways">
        <Button ref={back} onClick={restore}>
          {t('command.restore')}
        </Button>
        <Button tone="quiet" onClick={letGo}>
          {t('lost.letGo')}
        </Button>
      </div>
    </section>
  );
}

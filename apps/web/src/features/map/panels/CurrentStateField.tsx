'use client';

import { localFailure } from '@jejak/client';
import { Button, buttonClasses } from '@jejak/ui/Button';
import { Notice } from '@jejak/ui/Notice';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Link } from '../../../i18n/navigation.ts';
import { useErrorText } from '../../../lib/errorText.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import type { LinkedMap, NamedMap } from '../linked/LinkedMap.ts';
import { shownText } from '../text/localized.ts';
import { CurrentStateChoice } from './CurrentStateChoice.tsx';

/** The map of today that this future-state map begins from (S27): its way there, another choice, or none. */
export function CurrentStateField() {
  const t = useTranslations('map');
  const errorText = useErrorText();
  const { can, linked, whenLive } = useMapPage();
  const link = useStore(linked, (value) => value);
  const [choosing, setChoosing] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLFieldSetElement>(null);

  /** What had the focus goes with the choice. */
  const leaveChoice = () => {
    setChoosing(false);
    field.current?.focus({ preventScroll: true });
  };
  const write = (to: NamedMap | null) =>
    whenLive(({ acts, history }) => {
      const error = acts.setCurrentStateMap(to?.id ?? null);
      history.endStep();
      setRefused(error && errorText(localFailure(error.code, error.messageKey)));
      if (error) return;
      linked.set(to ? { kind: 'known', ...to } : { kind: 'none' });
      leaveChoice();
    });

  return (
    <fieldset ref={field} className="map-field map-linked" data-linked={link.kind} tabIndex={-1}>
      <legend>{t('linked.title')}</legend>
      {link.kind === 'none' && (
        <p className="map-panel-note">{t(can.editStructure ? 'linked.none' : 'linked.noneReadOnly')}</p>
      )}
      {link.kind !== 'none' && <LinkedMapNote link={link} />}
      {refused && (
        <Notice tone="danger" announced>
          {refused}
        </Notice>
      )}
      {choosing ? (
        <CurrentStateChoice onChoose={write} onLeave={leaveChoice} />
      ) : (
        can.editStructure && (
          <div className="map-linked-ways">
            <Button onClick={() => setChoosing(true)}>
              {t(link.kind === 'none' ? 'linked.choose' : 'linked.chooseOther')}
            </Button>
            {link.kind !== 'none' && (
              <Button tone="quiet" onClick={() => write(null)}>
                {t('linked.unlink')}
              </Button>
            )}
          </div>
        )
      )}
    </fieldset>
  );
}

function LinkedMapNote({ link }: { readonly link: Exclude<LinkedMap, { kind: 'none' }> }) {
  const t = useTranslations('map');
  const { ui, linked } = useMapPage();
  const locale = useStore(ui, (state) => state.contentLocale);
  switch (link.kind) {
    case 'loading':
      return <p className="map-panel-note">{t('linked.loading')}</p>;
    case 'unreadable':
      return <p className="map-panel-note">{t('linked.unreadable')}</p>;
    case 'failed':
      return (
        <>
          <p className="map-panel-note">{t('linked.failed')}</p>
          <Button onClick={() => linked.set({ kind: 'loading', id: link.id })}>{t('linked.again')}</Button>
        </>
      );
    case 'known': {
      const title = shownText(link.title, locale);
      return (
        <Link href={`/maps/${link.id}`} prefetch={false} className={buttonClasses('secondary')}>
          <span>
            {t.rich('linked.open', {
              title: () => <span lang={title.locale}>{title.text || t('untitled')}</span>,
            })}
          </span>
        </Link>
      );
    }
  }
}

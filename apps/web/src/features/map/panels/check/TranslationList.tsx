'use client';

import { type Locale, missingTranslations, type TextAddress } from '@jejak/journey-model';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { findText } from '../../document/findText.ts';
import { useMapPage } from '../../document/MapPage.ts';
import { useStore } from '../../document/useStore.ts';
import { otherLocale, wordsOf } from '../../text/localized.ts';
import { TextOwner } from './TextOwner.tsx';

/** So many are listed for each language; the others appear as these are written. */
const listedMax = 50;
const languages = ['en', 'id'] as const;

/** The texts that one language lacks (N11), each a way to the field where it is written. */
export function TranslationList() {
  const t = useTranslations('map');
  const { map } = useMapPage();
  const snapshot = useStore(map, (index) => index.snapshot);
  const missing = useMemo(() => missingTranslations(snapshot), [snapshot]);
  if (missing.length === 0) return <p className="map-panel-note">{t('check.translated')}</p>;
  return languages.map((locale) => (
    <Language key={locale} locale={locale} missing={missing.filter((each) => each.locale === locale)} />
  ));
}

interface LanguageProps {
  readonly locale: Locale;
  readonly missing: readonly TextAddress[];
}

function Language({ locale, missing }: LanguageProps) {
  const t = useTranslations('map');
  const { ui } = useMapPage();
  const summary = useRef<HTMLElement>(null);
  const cameFrom = useStore(ui, ({ panel }) => panel?.at?.locale === locale);
  // Who wrote one of them goes on with the next.
  useEffect(() => {
    if (cameFrom) summary.current?.focus();
  }, [cameFrom]);
  if (missing.length === 0) return null;
  return (
    <details className="map-check-texts" data-language={locale} open={cameFrom || undefined}>
      <summary ref={summary}>{t(`check.notIn.${locale}`, { count: missing.length })}</summary>
      <ul>
        {missing.slice(0, listedMax).map((address) => (
          <MissingText key={`${address.recordId}:${address.field}`} address={address} />
        ))}
      </ul>
      {missing.length > listedMax && (
        <p className="map-panel-note">{t('check.more', { count: missing.length - listedMax })}</p>
      )}
    </details>
  );
}

/** A text written in one language only; pressing it leads to the field for the other. */
function MissingText({ address }: { readonly address: TextAddress }) {
  const { map, ui } = useMapPage();
  const found = useStore(map, (index) => index) && findText(map.get(), address);
  if (!found) return null;
  const written = otherLocale(address.locale);
  const go = () =>
    ui.update((state) => ({
      ...state,
      // The table of feelings shows one language at a time.
      contentLocale: found.of === 'emotion' ? address.locale : state.contentLocale,
      panel: { ...found.subject, at: address, fromCheck: true },
    }));
  return (
    <li>
      <button type="button" className="map-check-text" onClick={go}>
        <span lang={written}>{wordsOf(found.text, written)}</span>
        <TextOwner found={found} field={address.field} />
      </button>
    </li>
  );
}

'use client';

import type { Locale, LocalizedText } from '@jejak/journey-model';
import { useTranslations } from 'next-intl';
import { LiveTextArea } from '../components/LiveTextArea.tsx';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { otherLocale } from '../text/localized.ts';

interface BothLanguagesProps {
  readonly label: string;
  readonly recordId: string;
  readonly field: string;
  readonly text: LocalizedText;
  readonly editable: boolean;
  readonly singleLine?: boolean;
}

/** A text in both languages, one's own first; a gap says that it is one (N11). */
export function BothLanguages({
  label,
  recordId,
  field,
  text,
  editable,
  singleLine = false,
}: BothLanguagesProps) {
  const { ui } = useMapPage();
  const first = useStore(ui, (state) => state.contentLocale);
  return (
    <fieldset className="map-field">
      <legend>{label}</legend>
      {[first, otherLocale(first)].map((locale) => (
        <OneLanguage
          key={locale}
          label={label}
          recordId={recordId}
          field={field}
          locale={locale}
          text={text}
          editable={editable}
          singleLine={singleLine}
        />
      ))}
    </fieldset>
  );
}

function OneLanguage(props: BothLanguagesProps & { readonly locale: Locale }) {
  const { label, recordId, field, locale, text, editable, singleLine = false } = props;
  const t = useTranslations('map');
  const { ui } = useMapPage();
  const wanted = useStore(ui, ({ panel }) => {
    const at = panel?.at;
    return at?.recordId === recordId && at.field === field && at.locale === locale;
  });
  const missing = text[locale] === '' && text[otherLocale(locale)] !== '';
  return (
    <div className="map-language" data-missing={missing || undefined}>
      <span className="map-language-name">
        {t(`language.${locale}`)}
        {missing && <em>{t('language.missing')}</em>}
      </span>
      {editable ? (
        <LiveTextArea
          source={{ recordId, field }}
          locale={locale}
          autoFocus={wanted}
          singleLine={singleLine}
          label={t('language.field', { label, language: t(`language.${locale}`) })}
          className="map-input"
        />
      ) : (
        <p className="map-read" lang={locale}>
          {text[locale] || t('language.none')}
        </p>
      )}
    </div>
  );
}

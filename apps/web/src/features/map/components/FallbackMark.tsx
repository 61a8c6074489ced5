import type { Locale } from '@jejak/journey-model';
import { useTranslations } from 'next-intl';

/** Says that a text is shown in another language than the one asked for (N11). */
export function FallbackMark({ locale }: { readonly locale: Locale }) {
  const t = useTranslations('map');
  return (
    <span className="map-fallback" title={t(`fallback.${locale}`)}>
      <span aria-hidden="true">{locale.toUpperCase()}</span>
      <span className="sr-only">{t(`fallback.${locale}`)}</span>
    </span>
  );
}

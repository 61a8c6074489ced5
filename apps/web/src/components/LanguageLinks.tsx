'use client';

import { joinClasses } from '@jejak/ui/joinClasses';
import { useLocale, useTranslations } from 'next-intl';
import { Link, usePathname } from '../i18n/navigation.ts';
import { routing } from '../i18n/routing.ts';

/** Each language under its own name. */
export const languageNames = { en: 'English', id: 'Bahasa Indonesia' } as const;

/** The same page in each language. */
export function LanguageLinks({ search = '' }: { readonly search?: string }) {
  const t = useTranslations('common');
  const current = useLocale();
  const pathname = usePathname();
  return (
    <nav aria-label={t('language')} className="-mx-2 flex flex-wrap gap-1">
      {routing.locales.map((locale) => (
        <Link
          key={locale}
          href={`${pathname}${search}`}
          locale={locale}
          lang={locale}
          hrefLang={locale}
          aria-current={locale === current ? 'true' : undefined}
          className={joinClasses(
            'inline-flex min-h-8 pointer-coarse:min-h-11 items-center rounded-card px-2 text-meta transition-colors',
            locale === current ? 'font-semibold text-ink' : 'text-muted hover:bg-hover hover:text-ink',
          )}
        >
          {languageNames[locale]}
        </Link>
      ))}
    </nav>
  );
}

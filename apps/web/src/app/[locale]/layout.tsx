import '../globals.css';
import { ToastProvider } from '@jejak/ui/Toast';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { routing } from '../../i18n/routing.ts';
import { jakarta } from '../../lib/font.ts';
import { IntlMessages } from '../../lib/IntlMessages.tsx';
import { TimeZoneKeeper } from '../../lib/TimeZoneKeeper.tsx';
import { parseTheme, themeCookie } from '../../lib/theme.ts';

/** The browser's own bars take the colour of the paper. */
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f6' },
    { media: '(prefers-color-scheme: dark)', color: '#151619' },
  ],
};

/** The title of a page stands before the product's name. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    description: t('productDescription'),
  };
}

/** The document around every page: language, theme, font, texts and the live region. */
export default async function LocaleLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const t = await getTranslations('common');
  return (
    <html lang={locale} className={jakarta.variable} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body className="min-h-dvh bg-paper text-ink">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-card focus:bg-raised focus:px-4 focus:py-2 focus:shadow-lifted"
        >
          {t('skipToContent')}
        </a>
        <IntlMessages namespaces={['common', 'errors']}>
          <TimeZoneKeeper />
          <ToastProvider closeLabel={t('close')} regionLabel={t('messages')}>
            {children}
          </ToastProvider>
        </IntlMessages>
      </body>
    </html>
  );
}

import { LogoMark } from '@jejak/ui/LogoMark';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '../i18n/navigation.ts';

/** A page that stands alone: the way home and one thing in the middle. */
export function PlainFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-5 py-3 sm:px-8">
        <Link href="/" className="inline-flex min-h-10 items-center gap-2.5 text-lead font-semibold">
          <LogoMark />
          {t('product')}
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 items-center justify-center pb-24 outline-none">
        {children}
      </main>
    </div>
  );
}

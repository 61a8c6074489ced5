import { LogoMark } from '@jejak/ui/LogoMark';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageLinks } from './LanguageLinks.tsx';
import { MapPicture } from './MapPicture.tsx';
import { sampleSketch } from './sampleSketch.ts';

/** The frame of pages one meets before being inside: the form on the left, what it leads to on the right. */
export async function FrontFrame({ children }: { readonly children: ReactNode }) {
  const common = await getTranslations('common');
  const t = await getTranslations('account');
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex flex-col px-5 sm:px-8">
        <header className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
          <span className="flex items-center gap-2.5 text-lead font-semibold">
            <LogoMark />
            {common('product')}
          </span>
          <LanguageLinks />
        </header>
        <main id="main" tabIndex={-1} className="flex flex-1 flex-col justify-center py-8 outline-none">
          <div className="mx-auto w-full max-w-[25rem]">{children}</div>
        </main>
      </div>
      <div className="hidden items-center justify-center border-l border-line bg-sunken p-12 lg:flex">
        <div className="w-full max-w-xl rounded-panel border border-line bg-raised p-4">
          <MapPicture sketch={sampleSketch} label={t('picture')} />
        </div>
      </div>
    </div>
  );
}

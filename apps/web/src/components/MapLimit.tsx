'use client';

import { Button } from '@jejak/ui/Button';
import { Notice } from '@jejak/ui/Notice';
import { Skeleton } from '@jejak/ui/Skeleton';
import { useLocale, useTranslations } from 'next-intl';
import { localText } from '../lib/localText.ts';
import type { MapChoices } from '../lib/useMapChoices.ts';
import { CheckList } from './CheckList.tsx';

interface MapLimitProps {
  readonly choices: MapChoices;
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (mapIds: readonly string[]) => void;
}

/** Which maps something is for. */
export function MapLimit({ choices, chosen, error, onChange }: MapLimitProps) {
  const t = useTranslations('mapChoice');
  const common = useTranslations('common');
  const locale = useLocale();
  if (choices.state === 'loading') return <Skeleton className="h-11 w-full" />;
  if (choices.state === 'failed') {
    return (
      <Notice tone="danger" announced>
        <span className="flex flex-wrap items-center justify-between gap-2">
          {t('failed')}
          <Button onClick={choices.again}>{common('tryAgain')}</Button>
        </span>
      </Notice>
    );
  }
  const maps = Object.entries(choices.titles).map(([value, title]) => {
    const { text, lang } = localText(title, locale);
    return { value, label: text.trim() === '' ? t('untitled') : text, lang };
  });
  if (maps.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <CheckList
      name="mapIds"
      legend={t('maps')}
      error={error}
      choices={maps}
      chosen={chosen}
      onChange={onChange}
    />
  );
}

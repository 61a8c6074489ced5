import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { WebhookFieldsFragment } from '../../generated/graphql.ts';
import { localText } from '../../lib/localText.ts';
import type { MapTitles } from '../../lib/MapTitles.ts';
import { kindParts } from './kindParts.ts';

type Aim = Pick<WebhookFieldsFragment, 'kinds' | 'mapIds'>;

/** The words for what a webhook is for. */
export interface AimWords {
  /** What it tells; at most so many parts, the others counted. */
  readonly tells: (aim: Aim, partsMax?: number) => string;
  /** Of which maps. */
  readonly maps: (aim: Aim, titles: MapTitles) => string;
}

/** The words for what a webhook is for, in the language of the page. */
export function useAimWords(): AimWords {
  const t = useTranslations('webhooks');
  const format = useFormatter();
  const locale = useLocale();
  return {
    tells({ kinds }, partsMax = Number.POSITIVE_INFINITY) {
      if (kinds === null) return t('page.everything');
      const parts = kindParts(kinds).map((part) =>
        'group' in part
          ? t('form.wholeGroup', { group: t(`groups.${part.group}`) })
          : t(`kinds.${part.kind}`),
      );
      const more = parts.length - partsMax + 1;
      const shown = more > 1 ? [...parts.slice(0, partsMax - 1), t('list.more', { count: more })] : parts;
      return format.list(shown, { type: 'unit', style: 'short' });
    },
    maps({ mapIds }, titles) {
      if (mapIds === null) return t('page.allMaps');
      const names = mapIds.map((id) => {
        const title = titles[id];
        return title === undefined
          ? t('page.mapGone')
          : t('page.map', { title: localText(title, locale).text });
      });
      return format.list(names, { type: 'conjunction' });
    },
  };
}

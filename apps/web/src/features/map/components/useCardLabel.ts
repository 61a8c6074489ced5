import type { Card } from '@jejak/journey-model';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { wordsOf } from '../text/localized.ts';

/** The accessible name of a card: its words, then what the marks on it say. */
export function useCardLabel(card: Card | undefined, selected: boolean): string {
  const t = useTranslations('map');
  const { ui } = useMapPage();
  const locale = useStore(ui, (state) => state.contentLocale);
  if (!card) return '';
  const parts = [wordsOf(card.text, locale) || t('card.empty')];
  if (card.team) parts.push(t(`team.${card.team}`));
  if (card.resolved) parts.push(t('card.resolved'));
  if (selected) parts.push(t('card.selected'));
  return parts.join(', ');
}

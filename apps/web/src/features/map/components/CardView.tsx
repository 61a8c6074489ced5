'use client';

import type { Card } from '@jejak/journey-model';
import { TeamMark } from '@jejak/ui/TeamMark';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { shownText } from '../text/localized.ts';
import { CardEditor } from './CardEditor.tsx';
import { FallbackMark } from './FallbackMark.tsx';
import { EditingMark } from './PresenceMarks.tsx';
import { useCardLabel } from './useCardLabel.ts';

interface CardViewProps {
  readonly cardId: string;
  readonly laneKind: string;
}

/** One card where it stands: static text, or the editor while this person writes in it. */
export const CardView = memo(function CardView({ cardId, laneKind }: CardViewProps) {
  const t = useTranslations('map');
  const { map, ui } = useMapPage();
  const card = useStore(map, (index) => index.cards.get(cardId));
  const locale = useStore(ui, (state) => state.contentLocale);
  const selected = useStore(ui, (state) => state.selection.ids.has(cardId));
  const editing = useStore(ui, (state) => state.editing?.kind === 'card' && state.editing.cardId === cardId);
  const away = useStore(
    ui,
    (state) => (state.drag?.cardIds.includes(cardId) || state.carry?.cardIds.includes(cardId)) ?? false,
  );
  const label = useCardLabel(card, selected);
  if (!card) return null;
  const shown = shownText(card.text, locale);

  return (
    <article
      className="map-card"
      data-card-id={cardId}
      data-record={cardId}
      data-target={`card:${cardId}`}
      data-kind={card.kind}
      data-selected={selected || undefined}
      data-away={away || undefined}
      data-resolved={card.resolved || undefined}
      data-team={card.team ?? undefined}
      data-editing={editing || undefined}
      tabIndex={-1}
      aria-label={label}
    >
      {editing ? (
        <CardEditor cardId={cardId} locale={locale} />
      ) : (
        <CardText text={shown.text} lang={shown.locale} />
      )}
      <CardFoot
        card={card}
        laneKind={laneKind}
        fallback={shown.isFallback && !editing ? shown.locale : null}
      />
      {card.team && (
        <span className="map-card-team">
          <TeamMark team={card.team} size={12} label={t(`team.${card.team}`)} />
        </span>
      )}
      <EditingMark recordId={cardId} />
    </article>
  );
});

function CardText({ text, lang }: { readonly text: string; readonly lang: string }) {
  const t = useTranslations('map');
  if (text === '') return <p className="map-card-text map-card-empty">{t('card.empty')}</p>;
  return (
    <p className="map-card-text" lang={lang}>
      {text}
    </p>
  );
}

interface CardFootProps {
  readonly card: Card;
  readonly laneKind: string;
  readonly fallback: 'en' | 'id' | null;
}

/** The marks under a card's text; nothing at all where there are none. */
function CardFoot({ card, laneKind, fallback }: CardFootProps) {
  const t = useTranslations('map');
  const foreign = card.kind !== laneKind && card.kind !== 'NOTE';
  const marks = [
    card.resolved && (
      <span key="resolved" className="map-chip map-chip-positive">
        <Check aria-hidden="true" size={12} strokeWidth={2.5} />
        {t('card.resolved')}
      </span>
    ),
    foreign && (
      <span key="kind" className="map-chip">
        {t(`cardKind.${card.kind}`)}
      </span>
    ),
    card.channel && (
      <span key="channel" className="map-chip">
        {t(`channel.${card.channel}`)}
      </span>
    ),
    card.cause && (
      <span key="cause" className="map-chip map-chip-warning">
        {t(`painCause.${card.cause}`)}
      </span>
    ),
    ...card.tags.map((tag) => (
      <span key={`tag:${tag}`} className="map-chip">
        <TagName tag={tag} />
      </span>
    )),
  ].filter(Boolean);
  if (marks.length === 0 && !fallback) return null;
  return (
    <div className="map-card-foot">
      {marks}
      {fallback && <FallbackMark locale={fallback} />}
    </div>
  );
}

function TagName({ tag }: { readonly tag: string }) {
  const t = useTranslations('map');
  switch (tag) {
    case 'UNNECESSARY_EFFORT':
    case 'STRESS':
    case 'CONFUSION':
    case 'ANXIETY':
    case 'FRUSTRATION':
      return t(`negativeCause.${tag}`);
    case 'WORD_OF_MOUTH':
    case 'EXIT':
    case 'ADVANCE':
      return t(`tag.${tag}`);
    default:
      return tag;
  }
}

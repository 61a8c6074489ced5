'use client';

import { type Card, negativeCauses } from '@jejak/journey-model';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useMapPage } from '../document/MapPage.ts';

const known: readonly string[] = negativeCauses;

/** Free tags of a card: typed and added with Enter, taken off one by one. */
export function TagField({ card }: { readonly card: Card }) {
  const t = useTranslations('map');
  const { can, whenLive } = useMapPage();
  const id = useId();
  const free = card.tags.filter((tag) => !known.includes(tag));
  if (!can.editContent && free.length === 0) return null;
  return (
    <div className="map-field">
      {can.editContent ? (
        <label htmlFor={id} className="map-field-name">
          {t('field.tags')}
        </label>
      ) : (
        <p className="map-field-name">{t('field.tags')}</p>
      )}
      {free.length > 0 && (
        <ul className="map-tags">
          {free.map((tag) => (
            <li key={tag} className="map-chip">
              {tag}
              {can.editContent && (
                <button
                  type="button"
                  aria-label={t('field.removeTag', { tag })}
                  onClick={() => whenLive(({ acts }) => acts.tagCard(card.id, { remove: [tag] }))}
                >
                  <X aria-hidden="true" size={12} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {can.editContent && (
        <input
          id={id}
          className="map-input"
          maxLength={32}
          placeholder={t('field.tagPlaceholder')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            const tag = event.currentTarget.value.trim();
            event.currentTarget.value = '';
            if (tag) whenLive(({ acts }) => acts.tagCard(card.id, { add: [tag] }));
          }}
        />
      )}
    </div>
  );
}

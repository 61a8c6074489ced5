'use client';

import { type Colour, colours } from '@jejak/journey-model';
import { useTranslations } from 'next-intl';
import { PopMenuItem } from './PopMenu.tsx';

interface ColourChoiceProps {
  readonly value: Colour | null;
  readonly onChange: (colour: Colour | null) => void;
}

/** The palette within a menu: names for those who hear it, dots for those who see it. */
export function ColourChoice({ value, onChange }: ColourChoiceProps) {
  const t = useTranslations('map');
  return (
    <div className="map-swatches">
      {colours.map((colour) => (
        <PopMenuItem key={colour} onSelect={() => onChange(colour === value ? null : colour)}>
          <span
            className="map-swatch"
            data-chosen={colour === value || undefined}
            style={{ background: `var(--colour-${colour})` }}
            title={t(`colour.${colour}`)}
          />
          <span className="sr-only">
            {colour === value ? t('colour.chosen', { colour: t(`colour.${colour}`) }) : t(`colour.${colour}`)}
          </span>
        </PopMenuItem>
      ))}
    </div>
  );
}

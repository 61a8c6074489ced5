'use client';

import type { MapWarning } from '@jejak/journey-model';
import { Button } from '@jejak/ui/Button';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCheckWays } from './useCheckWays.ts';

/** What deserves a second look (S12, S32, S33), each with the one next act. */
export function NoteList({ notes }: { readonly notes: readonly MapWarning[] }) {
  const t = useTranslations('map');
  const ways = useCheckWays();
  return (
    <ul className="map-check-list">
      {notes.map((note) => {
        const way = ways.note(note);
        return (
          <li key={note.code} data-note={note.code}>
            <TriangleAlert aria-hidden="true" size={18} className="map-check-mark" />
            <div>
              <p>{t(`check.note.${note.code}`, { count: note.count })}</p>
              {way && <Button onClick={way.run}>{way.label}</Button>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

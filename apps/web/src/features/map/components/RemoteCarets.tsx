'use client';

import { teamLooks } from '@jejak/ui/tokens';
import { type RefObject, useEffect, useState } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';

interface RemoteCaretsProps {
  readonly recordId: string;
  readonly fieldName: string;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/**
 * Where others write in the same text: an invisible copy of the text with a mark at each of their carets, laid over the
 * field. Drawn only while somebody else is in there.
 */
export function RemoteCarets({ recordId, fieldName, area }: RemoteCaretsProps) {
  const { people, map } = useMapPage();
  const here = useStore(people, (all) => all.byRecord.get(recordId));
  const others = here?.filter((person) => person.editing?.field === fieldName) ?? [];
  const some = others.length > 0;
  const [text, setText] = useState('');

  useEffect(() => {
    const field = area.current;
    if (!some || !field) return;
    const read = () => setText(field.value);
    read();
    field.addEventListener('input', read);
    const stop = map.subscribe(read);
    return () => {
      field.removeEventListener('input', read);
      stop();
    };
  }, [some, area, map]);

  if (!some) return null;
  return (
    <span className="map-carets" aria-hidden="true">
      {others.map((person) => (
        <span key={person.clientId} className="map-caret-layer">
          {text.slice(0, person.editing?.head ?? 0)}
          <span className="map-caret" style={{ color: teamLooks[person.user.team].colour }}>
            <span className="map-caret-name">{person.user.name.split(' ')[0]}</span>
          </span>
        </span>
      ))}
    </span>
  );
}

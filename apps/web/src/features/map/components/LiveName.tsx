'use client';

import type { Locale } from '@jejak/journey-model';
import { LiveTextArea } from './LiveTextArea.tsx';

interface LiveNameProps {
  readonly recordId: string;
  readonly field: string;
  readonly locale: Locale;
  readonly className: string;
  readonly label: string;
  readonly onClose: (refocus: boolean) => void;
}

/** The live field behind a name; its own file so that it loads with the editor. */
export default function LiveName({ recordId, field, locale, className, label, onClose }: LiveNameProps) {
  return (
    <LiveTextArea
      source={{ recordId, field }}
      locale={locale}
      label={label}
      className={`${className} map-writing`}
      autoFocus
      singleLine
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          onClose(true);
        }
      }}
      onBlur={() => onClose(false)}
    />
  );
}

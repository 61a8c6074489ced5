import { Fragment } from 'react';

/** A shortcut as keys: `Mod+Shift+Z` becomes Ctrl ⇧ Z, or ⌘ ⇧ Z on a Mac. */
export function Keys({ shortcut }: { readonly shortcut: string }) {
  const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
  const parts = shortcut === '+' ? ['+'] : shortcut.split('+');
  return (
    <span className="map-keys">
      {parts.map((part) => (
        <Fragment key={part}>
          <kbd>{part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : part}</kbd>
        </Fragment>
      ))}
    </span>
  );
}

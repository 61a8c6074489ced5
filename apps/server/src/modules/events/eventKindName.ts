import type { EventKind } from '@jejak/journey-events';

/** How programs write what can happen: `CardAdded` is `CARD_ADDED`. */
export function eventKindName(kind: EventKind): string {
  return kind.replace(/(?!^)([A-Z])/g, '_$1').toUpperCase();
}

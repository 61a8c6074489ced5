import type { JourneyEventKind } from '../../generated/graphql.ts';
import { type KindGroup, kindGroupNames, kindGroups } from './kindGroups.ts';

/** Part of what a webhook tells: a whole group, or one kind. */
export type KindPart = { readonly group: KindGroup } | { readonly kind: JourneyEventKind };

/** What is told, in few parts: a group of several that is told whole is one. */
export function kindParts(kinds: readonly JourneyEventKind[]): readonly KindPart[] {
  return kindGroupNames.flatMap((group): readonly KindPart[] => {
    const offered: readonly JourneyEventKind[] = kindGroups[group];
    const told = offered.filter((kind) => kinds.includes(kind));
    return told.length === offered.length && told.length > 1 ? [{ group }] : told.map((kind) => ({ kind }));
  });
}

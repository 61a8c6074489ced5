import type { MapDocs } from '../operation.ts';
import { deletionOf } from '../schema/deletion.ts';
import { readTexts } from '../schema/localizedText.ts';
import { isRecord, openRoot } from '../schema/openMap.ts';
import type { LocalizedText } from '../snapshot.ts';

/** No list of deleted records is longer. */
const listedMax = 200;

/** A record that can be brought back: a card by `restoreCard`, any other by `restoreStructure`. */
export interface DeletedRecord {
  readonly id: string;
  readonly kind: 'stage' | 'step' | 'lane' | 'persona' | 'card';
  /** Its name, or the text of a card. */
  readonly text: LocalizedText;
}

const sources = [
  { root: 'stages', kind: 'stage', field: 'name' },
  { root: 'steps', kind: 'step', field: 'name' },
  { root: 'lanes', kind: 'lane', field: 'name' },
  { root: 'personas', kind: 'persona', field: 'name' },
  { root: 'cards', kind: 'card', field: 'text' },
] as const;

/** What was deleted last: by kind in the order of `kind`, the latest first, at most `max` of each kind and 200. */
export function deletedRecords(docs: MapDocs, max = listedMax): DeletedRecord[] {
  return sources.flatMap(({ root, kind, field }) => {
    const found: { readonly id: string; readonly at: number; readonly text: () => LocalizedText }[] = [];
    openRoot(kind === 'card' ? docs.content : docs.structure, root)?.forEach((record, id) => {
      const at = isRecord(record) ? deletionOf(record) : null;
      if (isRecord(record) && at !== null) found.push({ id, at, text: () => readTexts(record, field) });
    });
    return found
      .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
      .slice(0, Math.min(max, listedMax))
      .map(({ id, text }) => ({ id, kind, text: text() }));
  });
}

import * as Y from 'yjs';
import type { MapDocs } from '../operation.ts';
import type { Locale } from '../vocabulary.ts';
import { textKey } from './localizedText.ts';
import { metaId } from './mapMeta.ts';
import { isLiving, openRoot, type RootName } from './openMap.ts';

/** One language of one text of a map. `recordId` is `meta` for the title (`title`) and charter (`charter.why`…). */
export interface TextAddress {
  readonly recordId: string;
  readonly field: string;
  readonly locale: Locale;
}

const structureRecords: readonly RootName[] = ['stages', 'steps', 'lanes', 'personas'];

function findRecord(docs: MapDocs, recordId: string): Y.Map<unknown> | null {
  if (recordId === metaId) return openRoot(docs.structure, 'meta');
  const card = openRoot(docs.content, 'cards')?.get(recordId);
  if (isLiving(card)) return card;
  for (const name of structureRecords) {
    const record = openRoot(docs.structure, name)?.get(recordId);
    if (isLiving(record)) return record;
  }
  return null;
}

/** The live text at an address, to be bound to an editor; null when there is no such record or field. */
export function textOf(docs: MapDocs, { recordId, field, locale }: TextAddress): Y.Text | null {
  const text =
    field === 'word'
      ? openRoot(docs.content, 'emotionWords')?.get(`${recordId}:${locale}`)
      : findRecord(docs, recordId)?.get(textKey(field, locale));
  return text instanceof Y.Text ? text : null;
}

/**
 * The text at an address, made now where its living record has none: a page of an older format made the record offline.
 * It is made as nobody's act, so that no undo takes it away with what others write into it.
 */
export function ensureText(docs: MapDocs, address: TextAddress): Y.Text | null {
  const present = textOf(docs, address);
  if (present !== null || address.field === 'word') return present;
  const record = findRecord(docs, address.recordId);
  if (record === null) return null;
  return record.set(textKey(address.field, address.locale), new Y.Text());
}

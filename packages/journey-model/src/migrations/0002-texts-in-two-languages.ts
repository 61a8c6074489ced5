import type * as Y from 'yjs';
import { textKey, writeTexts } from '../schema/localizedText.ts';
import { isRecord, openMap } from '../schema/openMap.ts';
import { memberOf, stringOr } from '../schema/values.ts';
import { locales } from '../vocabulary.ts';
import type { Migration } from './Migration.ts';

/** What lane and card kinds were called in format 1. */
const renamedKinds: ReadonlyMap<unknown, string> = new Map([
  ['QUESTIONS', 'QUESTION'],
  ['PAIN', 'PAIN_POINT'],
  ['TOUCH_POINT', 'TOUCHPOINT'],
]);

function renameKind(record: Y.Map<unknown>): void {
  const renamed = renamedKinds.get(record.get('kind'));
  if (renamed !== undefined) record.set('kind', renamed);
}

/** Texts of format 1 that are still plain strings become two live texts; the other language stays unwritten. */
function splitText(record: Y.Map<unknown>, field: string, language: string): void {
  const text = record.get(field);
  if (typeof text !== 'string') return;
  writeTexts(record, field, { [language]: text });
  record.delete(field);
}

/**
 * Format 1 kept every text as one plain string in the language of the map (`meta.language`), overwritten
 * whole by whoever wrote last. Format 2 has one live text per language.
 */
export const textsInTwoLanguages: Migration = {
  to: 2,
  name: '0002-texts-in-two-languages',
  content(docs) {
    const { meta, cards } = openMap(docs);
    const language = memberOf(locales, meta.get('language')) ?? 'en';
    cards.forEach((card) => {
      if (!isRecord(card)) return;
      splitText(card, 'text', language);
      renameKind(card);
    });
  },
  structure(docs) {
    const { meta, stages, steps, lanes, personas } = openMap(docs);
    const language = memberOf(locales, meta.get('language')) ?? 'en';
    const fieldsOf = [
      [stages, ['name', 'purpose', 'brandGoal']],
      [steps, ['name']],
      [lanes, ['name']],
      [personas, ['name', 'description']],
    ] as const;
    for (const [root, fields] of fieldsOf) {
      root.forEach((record) => {
        if (!isRecord(record)) return;
        for (const field of fields) {
          if (record.has(field)) splitText(record, field, language);
          else if (!record.has(textKey(field, 'en'))) writeTexts(record, field, {});
        }
      });
    }
    lanes.forEach((lane) => {
      if (isRecord(lane)) renameKind(lane);
    });
    splitText(meta, 'title', language);
    const charter = stringOr(meta.get('objective'));
    if (!meta.has(textKey('charter.why', 'en'))) {
      writeTexts(meta, 'charter.why', { [language]: charter });
      for (const field of ['goals', 'about', 'experience']) writeTexts(meta, `charter.${field}`, {});
    }
    meta.delete('objective');
    meta.delete('language');
  },
};

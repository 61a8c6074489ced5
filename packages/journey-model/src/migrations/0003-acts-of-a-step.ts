import * as Y from 'yjs';
import { readText, textKey } from '../schema/localizedText.ts';
import { isRecord, openMap } from '../schema/openMap.ts';
import { locales } from '../vocabulary.ts';
import type { Migration } from './Migration.ts';

/**
 * Format 3 gives every step, deleted ones too, the texts of its advance act and its exit act (S23). They are
 * made here, once: made by whoever writes first, two people would make two, and one person's words would go.
 */
export const actsOfAStep: Migration = {
  to: 3,
  name: '0003-acts-of-a-step',
  content() {},
  structure(docs) {
    openMap(docs).steps.forEach((step) => {
      if (!isRecord(step)) return;
      for (const field of ['advanceAct', 'exitAct']) {
        for (const locale of locales) {
          const key = textKey(field, locale);
          const stored = step.get(key);
          if (!(stored instanceof Y.Text)) step.set(key, new Y.Text(readText(stored)));
        }
      }
    });
  },
};

import * as Y from 'yjs';
import type { MapDocs } from '../operation.ts';
import { readSchemaVersion, schemaVersion } from '../schema/mapMeta.ts';
import { openMap } from '../schema/openMap.ts';
import { textsInTwoLanguages } from './0002-texts-in-two-languages.ts';
import { actsOfAStep } from './0003-acts-of-a-step.ts';
import type { Migration } from './Migration.ts';

/** Every migration, in order. */
export const migrations: readonly Migration[] = [textsInTwoLanguages, actsOfAStep];

/** What became of a map. `TOO_NEW`: written by a later version of this program; it must not be touched. */
export type MigrationOutcome =
  | { readonly ok: true; readonly from: number; readonly to: number; readonly applied: readonly string[] }
  | { readonly ok: false; readonly reason: 'TOO_NEW'; readonly version: number };

/**
 * Brings a map to the format of this program. Only the server runs it, alone, before anybody is served. The
 * content is written first and the version last: after a crash in between it runs again to the same end.
 */
export function migrateMap(docs: MapDocs, origin: unknown): MigrationOutcome {
  const { meta } = openMap(docs);
  const from = readSchemaVersion(meta);
  if (from > schemaVersion) return { ok: false, reason: 'TOO_NEW', version: from };
  // Version 0: nothing has been written yet.
  if (from === 0) return { ok: true, from, to: from, applied: [] };
  const applied: string[] = [];
  for (const migration of migrations) {
    if (migration.to <= from) continue;
    Y.transact(docs.content, () => migration.content(docs), origin);
    Y.transact(
      docs.structure,
      () => {
        migration.structure(docs);
        meta.set('schemaVersion', migration.to);
      },
      origin,
    );
    applied.push(migration.name);
  }
  return { ok: true, from, to: schemaVersion, applied };
}

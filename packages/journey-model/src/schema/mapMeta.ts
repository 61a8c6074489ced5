import type * as Y from 'yjs';
import type { LocalizedText, MapCharter } from '../snapshot.ts';
import { type MapType, mapTypes } from '../vocabulary.ts';
import { emptyText, type LocalizedInput, readTexts, writeTexts } from './localizedText.ts';
import { idOrNull, memberOf } from './values.ts';

/** The format these documents are written in; see `migrations/`. */
export const schemaVersion = 3;

/** Questions of the charter (S32). */
export const charterFields = ['why', 'goals', 'about', 'experience'] as const;
export type CharterField = (typeof charterFields)[number];

/** Texts of the map itself. */
export const metaTextFields = [
  'title',
  'charter.why',
  'charter.goals',
  'charter.about',
  'charter.experience',
] as const;

/** Where texts of the map itself are addressed, as if it were a record. */
export const metaId = 'meta';

/** What a map says about itself. */
export interface MetaRecord {
  readonly schemaVersion: number;
  readonly type: MapType;
  readonly title: LocalizedText;
  readonly charter: MapCharter;
  readonly currentStateMapId: string | null;
}

/** What a new map is made of. */
export interface MetaInput {
  readonly type: MapType;
  readonly title: LocalizedInput;
  readonly charter?: { readonly [Field in CharterField]?: LocalizedInput };
}

/** Fills the empty meta map of a new map. */
export function fillMeta(meta: Y.Map<unknown>, input: MetaInput): void {
  meta.set('schemaVersion', schemaVersion);
  meta.set('type', input.type);
  writeTexts(meta, 'title', input.title);
  for (const field of charterFields) writeTexts(meta, `charter.${field}`, input.charter?.[field] ?? {});
}

/** What a map says about itself, from whatever is stored. */
export function parseMeta(meta: Y.Map<unknown> | null): MetaRecord {
  if (meta === null) {
    const charter = { why: emptyText, goals: emptyText, about: emptyText, experience: emptyText };
    return {
      schemaVersion: 0,
      type: 'CURRENT_STATE',
      title: emptyText,
      charter,
      currentStateMapId: null,
    };
  }
  const type = memberOf(mapTypes, meta.get('type')) ?? 'CURRENT_STATE';
  return {
    schemaVersion: readSchemaVersion(meta),
    type,
    title: readTexts(meta, 'title'),
    charter: {
      why: readTexts(meta, 'charter.why'),
      goals: readTexts(meta, 'charter.goals'),
      about: readTexts(meta, 'charter.about'),
      experience: readTexts(meta, 'charter.experience'),
    },
    // Another type keeps the link and does not show it.
    currentStateMapId: type === 'FUTURE_STATE' ? idOrNull(meta.get('currentStateMapId')) : null,
  };
}

/** The format a document says it is in; 0 when it says nothing usable. */
export function readSchemaVersion(meta: Y.Map<unknown>): number {
  const version = meta.get('schemaVersion');
  return typeof version === 'number' && Number.isSafeInteger(version) && version > 0 ? version : 0;
}

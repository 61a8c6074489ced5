import type { MapDocs } from '@jejak/journey-model';
import type * as Y from 'yjs';

interface HasDoc {
  readonly doc: Y.Doc;
}

/** The documents of a map, each built only when it is looked at. */
export function docsOf(parts: { readonly structure: HasDoc; readonly content: HasDoc }): MapDocs {
  return {
    get structure() {
      return parts.structure.doc;
    },
    get content() {
      return parts.content.doc;
    },
  };
}

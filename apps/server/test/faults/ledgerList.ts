import * as Y from 'yjs';

/** Where writers of faults write: a list of the content document that the server makes with the map. */
const listKey = 'ledger';

/** First content of a map that has a ledger. */
export function fillWithLedger(docs: { readonly structure: Y.Doc; readonly content: Y.Doc }): void {
  docs.structure.getMap('meta').set('schemaVersion', 1);
  docs.content.getMap('cards').set(listKey, new Y.Array<string>());
}

/** The ledger of a document; null before the document is here. */
export function ledgerList(content: Y.Doc): Y.Array<string> | null {
  const found = content.getMap<unknown>('cards').get(listKey);
  return found instanceof Y.Array ? found : null;
}

/** What a document's ledger holds. */
export function ledgerEntries(content: Y.Doc): readonly string[] {
  return ledgerList(content)?.toArray() ?? [];
}

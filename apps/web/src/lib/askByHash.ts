import {
  type AnyVariables,
  type Client,
  createRequest,
  type OperationResult,
  type PersistedDocument,
} from '@urql/core';
import { type AskedDocument, hashOf } from './AskedDocument.ts';

const unknownHere = 'PERSISTED_QUERY_NOT_FOUND';

async function textOf(documentId: string): Promise<string> {
  const texts: Readonly<Record<string, string>> = (await import('../generated/persisted-documents.json'))
    .default;
  return texts[documentId] ?? '';
}

/**
 * Asks by the hash of a document, so that pages carry no texts, and once more by its text where the server is of
 * another version than the page and does not know it.
 */
export async function askByHash<Data, Variables extends Record<string, unknown>>(
  client: Client,
  kind: 'query' | 'mutation',
  document: AskedDocument<Data, Variables>,
  variables: Variables,
): Promise<OperationResult<Data>> {
  const documentId = hashOf(document);
  // What stands in for the text is not sent: it tells the client what kind of operation this is.
  const { query: operation } = createRequest(`${kind}{__typename}`, {});
  const standIn: PersistedDocument = { kind: operation.kind, definitions: operation.definitions, documentId };
  const request = createRequest<Data, AnyVariables>(standIn, variables, {
    persistedQuery: { version: 1, sha256Hash: documentId.replace('sha256:', '') },
  });
  const asked = kind === 'query' ? client.executeQuery(request) : client.executeMutation(request);
  const result = await asked.toPromise();
  if (!result.error?.graphQLErrors.some(({ extensions }) => extensions.code === unknownHere)) return result;
  const text = await textOf(documentId);
  return (
    kind === 'query' ? client.query<Data>(text, variables) : client.mutation<Data>(text, variables)
  ).toPromise();
}

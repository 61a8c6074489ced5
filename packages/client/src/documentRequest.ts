import {
  type AnyVariables,
  type Client,
  createRequest,
  type GraphQLRequest,
  type OperationResult,
  type OperationResultSource,
  type PersistedDocument,
  type TypedDocumentNode,
} from '@urql/core';

/** What kind of operation a document is; subscriptions have a way of their own. */
export type OperationKind = 'query' | 'mutation';

/** A document: generated with its types, or a text. */
export type Asked<Data, Variables> = TypedDocumentNode<Data, Variables> | string;

/** The hash under which the server knows a document that is held without its text; null for any other. */
export function hashOf(document: object | string): string | null {
  const meta: unknown = Object.getOwnPropertyDescriptor(document, '__meta__')?.value;
  if (typeof document === 'string' || 'definitions' in document) return null;
  if (typeof meta !== 'object' || meta === null || !('hash' in meta) || typeof meta.hash !== 'string')
    throw new TypeError('A document without text and hash');
  return meta.hash;
}

/** A question by the hash of its document alone. */
export function hashRequest<Data>(
  kind: OperationKind,
  documentId: string,
  variables: AnyVariables,
): GraphQLRequest<Data, AnyVariables> {
  // What stands in for the text is not sent: it tells the client what kind of operation this is.
  const { query: operation } = createRequest(`${kind}{__typename}`, {});
  const standIn: PersistedDocument = { kind: operation.kind, definitions: operation.definitions, documentId };
  return createRequest<Data, AnyVariables>(standIn, variables, {
    persistedQuery: { version: 1, sha256Hash: documentId.replace('sha256:', '') },
  });
}

let asked = 0;

/** Runs a request by itself: otherwise the answer of a like question that is on its way would do for both. */
export function run<Data>(
  client: Client,
  kind: OperationKind,
  request: GraphQLRequest<Data, AnyVariables>,
): OperationResultSource<OperationResult<Data>> {
  asked += 1;
  const own = { ...request, key: asked };
  return kind === 'query' ? client.executeQuery(own) : client.executeMutation(own);
}

import { type Asked, ask, type OperationKind } from '@jejak/client';
import type { Client } from '@urql/core';
import type { ApiResult } from './callApi.ts';

/** The text of a document, for a server of another version than the page, which does not know its hash. */
async function textOf(hash: string): Promise<string> {
  const texts: Readonly<Record<string, string>> = (await import('../generated/persisted-documents.json'))
    .default;
  return texts[hash] ?? '';
}

function asking(kind: OperationKind) {
  return <Data, Variables extends Record<string, unknown>>(
    client: Client,
    document: Asked<Data, Variables>,
    variables: Variables,
  ): Promise<ApiResult<Data>> => ask(client, kind, document, variables, { textOf });
}

/** Runs a query in the browser, by the hash of its document; never throws. */
export const runQuery = asking('query');

/** Runs a mutation in the browser, by the hash of its document; never throws. */
export const runMutation = asking('mutation');

import type { Client, CombinedError, OperationResult } from '@urql/core';
import type { AskedDocument } from './AskedDocument.ts';
import { askByHash } from './askByHash.ts';
import type { ApiResult } from './callApi.ts';
import { type Failure, localFailure } from './Failure.ts';
import { graphqlFailure } from './graphqlFailure.ts';

function failureOf(error: CombinedError | undefined): Failure {
  const [first] = error?.graphQLErrors ?? [];
  return first === undefined ? localFailure('UNREACHABLE', 'errors.unreachable') : graphqlFailure(first);
}

function resultOf<Data>(result: OperationResult<Data>): ApiResult<Data> {
  if (result.error !== undefined || result.data === undefined) {
    return { ok: false, failure: failureOf(result.error) };
  }
  return { ok: true, value: result.data };
}

/** Runs a query in the browser; never throws. */
export async function runQuery<Data, Variables extends Record<string, unknown>>(
  client: Client,
  document: AskedDocument<Data, Variables>,
  variables: Variables,
): Promise<ApiResult<Data>> {
  return resultOf(await askByHash(client, 'query', document, variables));
}

/** Runs a mutation in the browser; never throws. */
export async function runMutation<Data, Variables extends Record<string, unknown>>(
  client: Client,
  document: AskedDocument<Data, Variables>,
  variables: Variables,
): Promise<ApiResult<Data>> {
  return resultOf(await askByHash(client, 'mutation', document, variables));
}

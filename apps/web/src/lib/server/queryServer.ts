import { type Asked, graphqlFailure, hashOf, localFailure } from '@jejak/client';
import texts from '../../generated/persisted-documents.json';
import type { ApiResult } from '../callApi.ts';
import { forwardedHeaders, internalUrl } from './askServer.ts';

const waitMs = 10_000;

const textOfHash = new Map<string, string>(Object.entries(texts));

/** The text: server and pages may be of two versions for a moment, and here it costs nothing. */
function textOf(document: object | string): string {
  const text = textOfHash.get(hashOf(document) ?? '');
  if (text === undefined) throw new Error('A document without its text');
  return text;
}

/** Runs a GraphQL query for a page on the server, as the person who looks at it; never throws. */
export async function queryServer<Data, Variables extends Record<string, unknown>>(
  document: Asked<Data, Variables>,
  variables: Variables,
): Promise<ApiResult<Data>> {
  try {
    const response = await fetch(internalUrl('/graphql'), {
      method: 'POST',
      headers: {
        ...(await forwardedHeaders()),
        'content-type': 'application/json',
        // Within a machine packing costs more than it saves.
        'accept-encoding': 'identity',
      },
      body: JSON.stringify({ query: textOf(document), variables }),
      cache: 'no-store',
      signal: AbortSignal.timeout(waitMs),
    });
    const body: { data?: Data | null; errors?: readonly unknown[] } = await response.json();
    const [error] = body.errors ?? [];
    if (error !== undefined) return { ok: false, failure: graphqlFailure(error) };
    if (body.data) return { ok: true, value: body.data };
  } catch {
    // Below: an answer that never came and one that is not GraphQL are the same to the page.
  }
  return { ok: false, failure: localFailure('UNREACHABLE', 'errors.unreachable') };
}

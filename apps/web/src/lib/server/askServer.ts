import { headers } from 'next/headers';
import { type ApiResult, callApi } from '../callApi.ts';

/** Where the server listens for us; it started this process and said so. */
export function internalUrl(path: string): string {
  return new URL(path, process.env.JEJAK_INTERNAL_URL ?? 'http://127.0.0.1:3000').href;
}

/** The headers that let the server see who looks at the page, and from where. */
export async function forwardedHeaders(): Promise<Record<string, string>> {
  const incoming = await headers();
  const names = ['cookie', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-request-id'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = incoming.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** `callApi` from a page on the server, as the person who looks at it. */
export async function askServer<T>(path: string, read: (body: unknown) => T): Promise<ApiResult<T>> {
  return callApi(internalUrl(path), read, { headers: await forwardedHeaders(), waitMs: 10_000 });
}

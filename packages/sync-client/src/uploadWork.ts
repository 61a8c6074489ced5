import { CloseCode } from '@jejak/protocol';

/** How an upload ended. */
export type UploadOutcome =
  /** It is journaled. */
  | { readonly kind: 'saved' }
  /** It will never be taken; `code` says why, like the code of a closed socket. */
  | { readonly kind: 'refused'; readonly code: number }
  /** Not now; `waitMs` when the server said how long. */
  | { readonly kind: 'later'; readonly waitMs: number };

/** What is uploaded, and where. */
export interface Upload {
  /** The document's own address, e.g. `wss://map.example/sync/<mapId>/content`. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly update: Uint8Array;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
}

const finalOf: Readonly<Record<number, number>> = {
  400: CloseCode.BadMessage,
  401: CloseCode.SignIn,
  403: CloseCode.Forbidden,
  404: CloseCode.NotFound,
  409: CloseCode.EpochChanged,
  413: CloseCode.TooLarge,
  415: CloseCode.BadMessage,
  422: CloseCode.NoNewWriters,
};

/** Sends work that no message holds over HTTP. Never rejects. */
export async function uploadWork({ url, params, update, fetch, signal }: Upload): Promise<UploadOutcome> {
  const query = new URLSearchParams(params).toString();
  const address = `${url.replace(/^ws/, 'http')}/work${query === '' ? '' : `?${query}`}`;
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      // Of its own memory: a view of a shared one is no body.
      body: new Uint8Array(update),
      signal,
    });
    if (response.ok) return { kind: 'saved' };
    const code = finalOf[response.status];
    if (code !== undefined) return { kind: 'refused', code };
    const seconds = Number(response.headers.get('retry-after') ?? 0);
    return { kind: 'later', waitMs: Number.isFinite(seconds) ? seconds * 1_000 : 0 };
  } catch {
    // No connection, or nobody wants it any more.
    return { kind: 'later', waitMs: 0 };
  }
}

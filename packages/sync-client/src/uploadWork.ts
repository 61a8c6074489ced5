import { CloseCode, offlineWorkBytesMax } from '@jejak/protocol';

/** Why a request about work came to nothing. */
export type WorkRefusal =
  /** It will never be taken; `code` says why, like the code of a closed socket. */
  | { readonly kind: 'refused'; readonly code: number }
  /** Not now; `waitMs` when the server said how long. */
  | { readonly kind: 'later'; readonly waitMs: number };

/** How an upload ended. */
export type UploadOutcome =
  /** It is journaled, and the log stands at `sequence`. */
  { readonly kind: 'saved'; readonly sequence: number } | WorkRefusal;

/** Where work goes. */
export interface WorkPlace {
  /** The document's own address, e.g. `wss://map.example/sync/<mapId>/content`. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
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
};
/** No connection, or nobody wants it any more. */
const away: WorkRefusal = { kind: 'later', waitMs: 0 };

/** Asks something of a document's place for work and reads the answer. Never rejects. */
export async function askForWork<T>(
  { url, params, fetch, signal }: WorkPlace,
  init: RequestInit,
  read: (response: Response) => Promise<T | null>,
): Promise<T | WorkRefusal> {
  const query = new URLSearchParams(params).toString();
  const address = `${url.replace(/^ws/, 'http')}/work${query === '' ? '' : `?${query}`}`;
  try {
    const response = await fetch(address, { ...init, signal });
    // An answer that breaks off or is somebody else's says nothing.
    if (response.ok) return (await read(response)) ?? away;
    const code = finalOf[response.status];
    if (code !== undefined) return { kind: 'refused', code };
    const seconds = Number(response.headers.get('retry-after') ?? 0);
    return { kind: 'later', waitMs: Number.isFinite(seconds) ? seconds * 1_000 : 0 };
  } catch {
    return away;
  }
}

/** Sends work that no message holds over HTTP, unless it is more than is ever taken. Never rejects. */
export async function uploadWork(place: WorkPlace, update: Uint8Array): Promise<UploadOutcome> {
  if (update.byteLength > offlineWorkBytesMax) return { kind: 'refused', code: CloseCode.TooLarge };
  const init: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    // Of its own memory: a view of a shared one is no body.
    body: new Uint8Array(update),
  };
  return askForWork(place, init, async (response) => {
    const answer: unknown = await response.json();
    if (typeof answer !== 'object' || answer === null || !('seq' in answer)) return null;
    return typeof answer.seq === 'number' ? { kind: 'saved', sequence: answer.seq } : null;
  });
}

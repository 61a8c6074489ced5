/** An answer of a server that is none. */
export interface StandInAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is answered as JSON, a text as HTML, an error breaks the connection; never is never answered. */
  readonly body: object | string | Error | 'never';
}

/** A request as it was sent. */
export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: { readonly query?: string; readonly variables?: Readonly<Record<string, unknown>> };
  /** Whether the caller hung up. */
  readonly isGivenUp: boolean;
}

/** A fetch that gives these answers one after the other, the last one for ever, and keeps what it was sent. */
export function standIn(...answers: readonly StandInAnswer[]): { fetch: typeof fetch; sent: SentRequest[] } {
  const sent: SentRequest[] = [];
  return {
    sent,
    fetch: async (url, init = {}) => {
      const {
        status = 200,
        headers,
        body,
      } = answers[Math.min(sent.length, answers.length - 1)] ?? { body: {} };
      sent.push({
        url: String(url),
        init,
        body: JSON.parse(String(init.body)),
        get isGivenUp() {
          return init.signal?.aborted === true;
        },
      });
      if (body instanceof Error) throw body;
      if (body === 'never')
        return new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        });
      const isText = typeof body === 'string';
      return new Response(isText ? body : JSON.stringify(body), {
        status,
        headers: { 'content-type': isText ? 'text/html' : 'application/json', ...headers },
      });
    },
  };
}

/** An answer whose only error has this code, and what else is told. */
export const refused = (code: string, more: object = {}, status = 200): StandInAnswer => ({
  status,
  body: { errors: [{ message: 'No', extensions: { code, ...more } }] },
});

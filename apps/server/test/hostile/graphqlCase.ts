import { request } from 'node:http';

/** A request to `/graphql` and what must come of it. */
export interface GraphqlCase {
  readonly name: string;
  /** Sent as it is; anything but a text as JSON. */
  readonly body: unknown;
  /** Replaces a header of ours; null leaves it out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly method?: string;
  readonly query?: string;
  /** Codes that are right; null for an answer without a failure. */
  readonly codes: readonly (string | null)[];
  readonly status: number;
}

/** What came of it. */
export interface GraphqlOutcome {
  readonly status: number;
  readonly text: string;
}

/** Sends a case as a browser with a cookie would that knows no rule. */
export function send(url: string, cookie: string, given: GraphqlCase): Promise<GraphqlOutcome> {
  const { origin } = new URL(url);
  const wanted = { 'content-type': 'application/json', cookie, origin, ...given.headers };
  const headers = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null));
  const body = typeof given.body === 'string' ? given.body : JSON.stringify(given.body);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/graphql${given.query ?? ''}`,
      { method: given.method ?? 'POST', headers: headers as Record<string, string>, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The code of the first failure in an answer, of the request or of a mutation; null for none. */
export function codeIn(text: string): string | null {
  if (text === '') return null;
  const { errors, data }: { errors?: { extensions?: { code?: string } }[]; data?: object | null } =
    JSON.parse(text);
  if (errors !== undefined) return errors[0]?.extensions?.code ?? 'without a code';
  const [result] = Object.values(data ?? {});
  const code = typeof result === 'object' && result !== null && 'code' in result ? result.code : null;
  return typeof code === 'string' ? code : null;
}

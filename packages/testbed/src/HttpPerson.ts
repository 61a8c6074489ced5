const answerMsMax = 30_000;

/** Somebody who talks to a server over HTTP and keeps its cookies, as a browser would. */
export class HttpPerson {
  readonly #url: string;
  readonly #cookies: Map<string, string>;

  constructor(url: string, cookies = new Map<string, string>()) {
    this.#url = url;
    this.#cookies = cookies;
  }

  /** The same person, with the same cookies, at another node. */
  at(url: string): HttpPerson {
    return new HttpPerson(url, this.#cookies);
  }

  /** The cookies as a request sends them. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Each cookie, to hand to a browser. */
  get cookies(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value }));
  }

  /** Sends JSON and reads JSON; throws on any answer but success. */
  async post(path: string, body: unknown): Promise<unknown> {
    const response = await this.send(path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  /** Sends JSON and hands over whatever comes back. */
  async send(path: string, body: unknown): Promise<Response> {
    const response = await fetch(new URL(path, this.#url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#url, cookie: this.cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answerMsMax),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }

  /** Runs a GraphQL document; throws when it answers errors. The caller checks the shape of what it asked for. */
  async graphql<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const answer = await this.post('/graphql', { query, variables });
    const { data, errors } = answer as { data?: T; errors?: unknown };
    if (errors !== undefined || data === undefined) throw new Error(`GraphQL: ${JSON.stringify(errors)}`);
    return data;
  }
}

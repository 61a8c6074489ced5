/** How one signs in: with a token, with the session cookie of a person, or as the page one is in. */
export type Credentials =
  | { readonly token?: string; readonly cookie?: never }
  | { readonly cookie?: string; readonly token?: never };

/** Where the server is, and who asks. */
export type EndpointOptions = Credentials & {
  /** Address of the server, e.g. `https://map.example`; that of the page one is in unless given. */
  readonly url?: string;
  /** The language of messages; that of the account unless given. */
  readonly language?: 'en' | 'id';
  /** The platform's fetch unless given. */
  readonly fetch?: typeof fetch;
  /** The platform's WebSocket unless given; one given takes headers as `ws` does, if there is a token or cookie. */
  readonly WebSocket?: typeof WebSocket;
};

/** Addresses of one server, with what each request says about who asks. */
export class Endpoint {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  /** Signs in by a header of its own, not by the cookies of a page. */
  readonly signsItself: boolean;
  readonly WebSocket: typeof WebSocket | undefined;

  constructor({ url = '', token, cookie, language, ...given }: EndpointOptions) {
    const trimmed = url.replace(/\/+$/, '');
    if (trimmed !== '' && !/^https?:$/.test(new URL(trimmed).protocol))
      throw new TypeError('The address of the server begins with http:// or https://');
    this.url = trimmed;
    this.headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(language === undefined ? {} : { 'accept-language': language }),
    };
    this.signsItself = token !== undefined || cookie !== undefined;
    this.fetch = given.fetch ?? ((...request) => fetch(...request));
    this.WebSocket = given.WebSocket;
  }

  /** What goes with each request beside its body. A secret is not carried on to wherever somebody redirects to. */
  get requestInit(): RequestInit {
    return this.signsItself
      ? { headers: this.headers, redirect: 'error' }
      : { headers: this.headers, credentials: 'same-origin' };
  }

  /** Where sockets are: the address in the scheme of sockets. */
  get socketUrl(): string {
    return (this.url === '' ? pageOrigin() : this.url).replace(/^http/, 'ws');
  }

  /** The headers of a socket: a cookie counts only beside the origin of the server's own pages. */
  get socketHeaders(): Readonly<Record<string, string>> {
    return 'cookie' in this.headers ? { ...this.headers, origin: new URL(this.url).origin } : this.headers;
  }
}

function pageOrigin(): string {
  const location: unknown = Reflect.get(globalThis, 'location');
  if (typeof location === 'object' && location !== null && 'origin' in location)
    return String(location.origin);
  throw new TypeError('Outside a page the address of the server is needed');
}

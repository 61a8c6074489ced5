/** An upgrade request as raw bytes; what is not told is as a browser of ours sends it. */
export interface UpgradeRequest {
  readonly method?: string;
  readonly target: string;
  readonly httpVersion?: string;
  /** Replaces a header of the handshake; null leaves it out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Further lines, before the others or behind them. */
  readonly before?: readonly string[];
  readonly behind?: readonly string[];
  /** What is sent behind the head. */
  readonly body?: string;
}

/** Where a handshake goes, and who makes it. */
export interface Handshake {
  readonly host: string;
  readonly origin: string | null;
  readonly cookie: string | null;
}

/** The bytes of a request, each character one byte, so that anything can be said. */
export function upgradeBytes(request: UpgradeRequest, { host, origin, cookie }: Handshake): Buffer {
  const headers: Record<string, string | null> = {
    Host: host,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    Cookie: cookie,
    Origin: origin,
    ...request.headers,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  const head = [
    `${request.method ?? 'GET'} ${request.target} ${request.httpVersion ?? 'HTTP/1.1'}`,
    ...(request.before ?? []),
    ...lines,
    ...(request.behind ?? []),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${request.body ?? ''}`, 'latin1');
}

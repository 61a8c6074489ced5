import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Where a web process listens. */
export interface WebAddress {
  readonly host: string;
  readonly port: number;
}

/** Answers page requests. */
export interface WebPages {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Passes a development socket through; absent in production. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close(): Promise<void>;
}

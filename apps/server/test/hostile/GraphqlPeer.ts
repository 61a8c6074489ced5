import { once } from 'node:events';
import { WebSocket } from 'ws';
import { until } from '../sync/until.ts';

/** A socket to `/graphql` that says whatever it is told to, and notes what it hears. */
export class GraphqlPeer {
  readonly #socket: WebSocket;
  readonly #heard: string[] = [];
  #closed: number | null = null;

  constructor(url: string, as: string, protocols: string | readonly string[] = 'graphql-transport-ws') {
    const named = typeof protocols === 'string' ? protocols : [...protocols];
    this.#socket = new WebSocket(url, named, { headers: { authorization: as } });
    this.#socket.on('error', () => {});
    this.#socket.on('message', (data) => this.#heard.push(shortOf(String(data))));
    this.#socket.on('close', (code) => {
      this.#closed = code;
    });
  }

  async opened(): Promise<this> {
    if (this.#socket.readyState === WebSocket.CONNECTING) await once(this.#socket, 'open');
    return this;
  }

  async greeted(): Promise<this> {
    await this.opened();
    this.say({ type: 'connection_init' });
    await until('greeted', () => this.#heard.includes('connection_ack'));
    this.#heard.length = 0;
    return this;
  }

  /** Sends texts and bytes as they are, anything else as JSON. */
  say(message: unknown): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#socket.send(
      typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message),
    );
  }

  ask(id: string, query: string, variables: object = {}): void {
    this.say({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** What it heard, each as id, type and code; or how it was closed. */
  get outcome(): string {
    return this.#closed === null ? [...this.#heard].sort().join(', ') : `closed ${this.#closed}`;
  }

  get heard(): readonly string[] {
    return this.#heard;
  }

  /** Waits for an outcome, and for the answer to something harmless behind it; says what it is instead, in the end. */
  async outcomeLike(expected: string): Promise<string> {
    this.say({ type: 'ping', payload: { last: true } });
    const wanted = [expected, 'pong']
      .filter((each) => each !== '')
      .join(', ')
      .split(', ')
      .sort()
      .join(', ');
    const isThere = () => this.outcome === expected || this.outcome === wanted;
    await until('an outcome', () => isThere() || this.#closed !== null, 5_000).catch(() => {});
    return isThere() ? expected : this.outcome;
  }

  /** Reads nothing more. */
  stall(): void {
    this.#socket.pause();
  }

  get closed(): number | null {
    return this.#closed;
  }

  async end(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    this.#socket.resume();
    const closed = once(this.#socket, 'close');
    this.#socket.terminate();
    await closed;
  }
}

/** Id, type and code of a message. */
function shortOf(text: string): string {
  const { id, type, payload } = JSON.parse(text);
  const code = payload?.[0]?.extensions?.code ?? payload?.errors?.[0]?.extensions?.code;
  return [id, type, code].filter((part) => part !== undefined).join(' ');
}

/** What a client sent over a socket. */
interface Sent {
  readonly type: string;
  readonly id?: string;
}

/** The server's end of a socket that is none, as graphql-transport-ws speaks. */
export class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  /** All that were opened, the newest last. */
  static opened: FakeSocket[] = [];
  /** What happens to the next ones. */
  static behaviour: 'acknowledges' | 'refuses' | 'says nothing' = 'acknowledges';
  readonly sent: Sent[] = [];
  readonly given: readonly unknown[];
  readyState = FakeSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number; reason: string; wasClean: boolean }) => void) | null = null;
  onerror: ((error: unknown) => void) | null = null;
  #answersPings = true;

  constructor(...given: readonly unknown[]) {
    this.given = given;
    FakeSocket.opened.push(this);
    if (FakeSocket.behaviour === 'says nothing') return;
    queueMicrotask(() => {
      if (FakeSocket.behaviour === 'refuses') return this.end(1006);
      this.readyState = FakeSocket.OPEN;
      this.onopen?.();
    });
  }

  static get last(): FakeSocket {
    const socket = FakeSocket.opened.at(-1);
    if (socket === undefined) throw new Error('No socket was opened');
    return socket;
  }

  /** The id of the newest subscription. */
  get subscription(): string | undefined {
    return this.sent.findLast(({ type }) => type === 'subscribe')?.id;
  }

  send(text: string): void {
    const message = JSON.parse(text) as Sent;
    this.sent.push(message);
    if (message.type === 'connection_init') this.tell({ type: 'connection_ack' });
    if (message.type === 'ping' && this.#answersPings) this.tell({ type: 'pong' });
  }

  close(code = 1000): void {
    this.end(code);
  }

  /** Sends a message to the client. */
  tell(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  /** Sends a value of the newest subscription. */
  next(payload: object): void {
    this.tell({ type: 'next', id: this.subscription, payload });
  }

  /** Closes the connection. */
  end(code: number): void {
    if (this.readyState === FakeSocket.CLOSED) return;
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.({ code, reason: '', wasClean: code === 1000 });
  }

  /** Stays open and says nothing any more. */
  freeze(): void {
    this.#answersPings = false;
  }
}

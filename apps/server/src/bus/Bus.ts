/**
 * Carries small messages between nodes, soon and perhaps never: whoever listens must be right without it.
 * Nothing waits for it.
 */
export interface Bus {
  /** Whether messages can come from, or be lost on the way to, other processes. */
  readonly remote: boolean;
  /** Whether nobody else can be listening, so that a message need not even be made. */
  readonly alone: boolean;
  /** Sends to all subscribers of the topic on other nodes; never throws and never waits. */
  publish(topic: string, message: string): void;
  /**
   * Hears what others publish until the returned function is called. It may begin a moment later; `ready` is called
   * then, so that whoever asks the others a question hears the answer. While the bus is away `onResume` tells instead.
   */
  subscribe(topic: string, listener: (message: string) => void, ready?: () => void): () => void;
  /** Calls back when the bus works (again): messages may have been missed, and not been sent, until now. */
  onResume(listener: () => void): () => void;
  close(): Promise<void>;
}

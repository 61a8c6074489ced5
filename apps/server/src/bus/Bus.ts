/**
 * Carries small messages between nodes, soon and perhaps never: whoever listens must be right without it.
 * Nothing waits for it.
 */
export interface Bus {
  /** Whether messages can come from, or be lost on the way to, other processes. */
  readonly remote: boolean;
  /** Sends to all subscribers of the topic on other nodes; never throws and never waits. */
  publish(topic: string, message: string): void;
  /** Hears what others publish from soon after this call until the returned function is called. */
  subscribe(topic: string, listener: (message: string) => void): () => void;
  /** Calls back after messages may have been missed. */
  onResume(listener: () => void): () => void;
  close(): Promise<void>;
}

/** What a watch looks at and may do. */
export interface WatchedConnection {
  /** Whether the database answers on our connection, asked with a bounded wait. */
  answers(): Promise<boolean>;
  /** Whether the database answers on a connection of its own, asked with a bounded wait. */
  answersOthers(): Promise<boolean>;
  /** Closes our connection and opens it anew; rejects when it cannot. */
  reopen(): Promise<void>;
  readonly log: (message: string) => void;
  /** Between two looks; 1 s unless told. */
  readonly intervalMs?: number;
}

/** This many looks without an answer, before anybody else is asked. */
const silentLooksMax = 3;

/**
 * Opens a connection anew when the database answers others but not us. The driver's monitor can wait for ever for a
 * heartbeat whose connection closed under it; from then on every query fails although the database is back.
 *
 * @returns stops the watch and waits for what it is doing.
 */
export function watchConnection(watched: WatchedConnection): () => Promise<void> {
  const { intervalMs = 1_000 } = watched;
  let stopped = false;
  let silentLooks = 0;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    if (await watched.answers()) {
      silentLooks = 0;
      return;
    }
    silentLooks += 1;
    if (silentLooks < silentLooksMax || stopped) return;
    if (!(await watched.answersOthers()) || stopped) return;
    // Between the two questions it may have come back by itself.
    if ((await watched.answers()) || stopped) return;
    watched.log('The database answers others but not this connection: opening it anew.');
    await watched.reopen();
    silentLooks = 0;
  }

  function lookAndGoOn(): void {
    looking = look()
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        watched.log(`The database connection could not be opened anew, trying again: ${reason}`);
      })
      .then(() => {
        if (!stopped) timer = setTimeout(lookAndGoOn, intervalMs);
      });
  }

  let timer = setTimeout(lookAndGoOn, intervalMs);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await looking;
  };
}

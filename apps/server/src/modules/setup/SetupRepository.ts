/** A try of the first set-up, kept so that a crash in the middle can be cleared away. */
export interface SetupAttempt {
  readonly id: string;
  readonly email: string;
  readonly workspaceId: string;
}

/** What `claim` found. */
export type SetupClaim =
  | { readonly won: false }
  /** `abandoned` is an earlier try that died in the middle: its leftovers are to be cleared. */
  | { readonly won: true; readonly abandoned: SetupAttempt | null };

/** Wrong codes so far; `salt` is made once per database. */
export interface CodeTries {
  readonly salt: string;
  readonly tries: number;
}

/** Knows whether the first account has been made, and lets exactly one try at a time make it. */
export interface SetupRepository {
  isDone(): Promise<boolean>;
  claim(attempt: SetupAttempt): Promise<SetupClaim>;
  finish(attemptId: string): Promise<void>;
  release(attemptId: string): Promise<void>;
  codeTries(): Promise<CodeTries>;
  /** Counts one try of the code; resolves with how it stood before. */
  takeCodeTry(): Promise<CodeTries>;
  /** Takes back a try that turned out to be right. */
  giveBackCodeTry(): Promise<void>;
}

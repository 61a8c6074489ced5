/** Judges people who sign in through the provider and have no account yet. */
export interface Newcomers {
  /** Whether somebody of this verified address may have an account; `path` is the page they came from. */
  admits(email: string, path: string): Promise<boolean>;
  /** Called for a new account of a verified address, so that it finds its place. */
  welcome(userId: string, email: string): Promise<void>;
}

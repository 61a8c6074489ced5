/** Whether the server can take work. */
export interface Health {
  /** The process is ending: no new work. */
  draining(): boolean;
  /** The database answers, asked with a bounded wait. */
  databaseAnswers(): Promise<boolean>;
}

/** Whether the server can take work. */
export interface Health {
  /** The process is ending: no new work. */
  draining(): boolean;
  /** Why work would be lost or wait, asked with a bounded wait; null when all is well. */
  problem(): Promise<'database away' | 'writes fail' | null>;
}

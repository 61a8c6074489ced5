/**
 * Whose turn it is to edit a map in the name of the server. An edit with a condition has it until it is journaled: given
 * up, it takes what the server wrote behind it along. Where there is none nobody waits.
 */
export class EditTurns {
  readonly #lasts = new WeakMap<object, Promise<void>>();

  /** Runs `edit` when all edits with a condition that came before are through; the next ones wait for it. */
  async alone<T>(map: object, edit: () => Promise<T>): Promise<T> {
    const before = this.#lasts.get(map);
    let done = (): void => {};
    const turn = new Promise<void>((resolve) => {
      done = resolve;
    });
    this.#lasts.set(map, turn);
    try {
      await before;
      return await edit();
    } finally {
      done();
      if (this.#lasts.get(map) === turn) this.#lasts.delete(map);
    }
  }

  /** Whether an edit with a condition is under way. */
  taken(map: object): boolean {
    return this.#lasts.has(map);
  }

  /** Resolves when those that are under way now are through. */
  async free(map: object): Promise<void> {
    await this.#lasts.get(map);
  }
}

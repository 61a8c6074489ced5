import type { LiveSession, OwnStep } from '../document/LiveSession.ts';
import type { TextBinding, TextField } from './TextBinding.ts';

/** How a new card comes to be. */
export interface NewCardWays {
  /** Makes the record with its first letters; null when the map takes no more. */
  begin(session: LiveSession, text: string): string | null;
  bind(session: LiveSession, cardId: string, field: TextField): TextBinding | null;
  /** Takes away a card that no step of undo holds any more. */
  discard(session: LiveSession, cardId: string): void;
}

/** One card from its first letter until it is kept or dropped: all of it is one step of undo, or none. */
export class NewCard {
  readonly #ways: NewCardWays;
  #held: OwnStep | null = null;
  #session: LiveSession | null = null;
  #binding: TextBinding | null = null;
  #field: TextField | null = null;
  #cardId: string | null = null;

  constructor(ways: NewCardWays) {
    this.#ways = ways;
  }

  /** The record, from the first letter on. */
  get cardId(): string | null {
    return this.#cardId;
  }

  /** Takes over what the field holds: makes the card, or changes its text. */
  write(session: LiveSession, field: TextField): void {
    if (this.#binding) {
      this.#binding.input();
      return;
    }
    // Blanks alone are nothing anybody should see. A second attempt at a full map would only be refused again.
    if (this.#held || field.value.trim() === '') return;
    const held = session.history.hold();
    const cardId = this.#ways.begin(session, field.value);
    if (cardId === null) {
      held.drop();
      return;
    }
    this.#held = held;
    this.#session = session;
    this.#cardId = cardId;
    this.#field = field;
    this.#binding = this.#ways.bind(session, cardId, field);
  }

  compositionStart(): void {
    this.#binding?.compositionStart();
  }

  compositionEnd(): void {
    this.#binding?.compositionEnd();
  }

  /** Done with this card; the next letter begins another. Blanks around a kept text go. */
  end(how: 'keep' | 'drop'): void {
    const held = this.#held;
    const session = this.#session;
    const cardId = this.#cardId;
    const trimmed = this.#field?.value.trim() ?? '';
    const keeps = how === 'keep' && trimmed !== '';
    if (keeps && this.#field && this.#binding && this.#field.value !== trimmed) {
      this.#field.value = trimmed;
      this.#binding.input();
    }
    this.#binding?.destroy();
    this.#binding = null;
    this.#held = null;
    this.#session = null;
    this.#field = null;
    this.#cardId = null;
    if (keeps) held?.keep();
    else if (held?.drop() === 'begunBefore' && session && cardId) this.#ways.discard(session, cardId);
  }
}

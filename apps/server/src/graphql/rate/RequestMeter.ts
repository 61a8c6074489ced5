import type { Actor } from '../../auth/Actor.ts';
import type { Asker } from '../createApollo.ts';
import type { Allowances } from './Allowances.ts';
import type { Charge } from './Charge.ts';

/** What charging HTTP requests needs. */
export interface MeterParts {
  readonly allowances: Allowances;
  readonly resolveActor: (headers: Headers) => Promise<Actor>;
  readonly report: (error: unknown, requestId: string) => void;
}

/** Charges each HTTP request once, and remembers it until the answer goes out. */
export class RequestMeter {
  readonly #parts: MeterParts;
  readonly #charges = new WeakMap<Asker, Charge>();

  constructor(parts: MeterParts) {
    this.#parts = parts;
  }

  /** Who asks, once it is charged to them. The front door has settled the address that the header tells. */
  async payerOf(asker: Asker, cost: number): Promise<{ readonly actor: Actor; readonly charge: Charge }> {
    const { allowances, resolveActor } = this.#parts;
    const actor = await resolveActor(asker.headers);
    if (actor.kind === 'member') asker.messageLocale ??= actor.locale;
    const address = actor.kind === 'nobody' ? asker.headers.get('x-forwarded-for') : null;
    const charge = allowances.charge(actor, address, cost);
    this.#charges.set(asker, charge);
    return { actor, charge };
  }

  /**
   * What was charged for a request that is about to be answered. One of which nothing ran is a request all the same;
   * null where nobody can say whose it is.
   */
  async settle(asker: Asker): Promise<Charge | null> {
    const charged = this.#charges.get(asker);
    if (charged !== undefined) return charged;
    try {
      return (await this.payerOf(asker, 0)).charge;
    } catch (error) {
      this.#parts.report(error, asker.requestId);
      return null;
    }
  }
}

import { actorRefOf } from '../../auth/actorRefOf.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import type { MutationLedger } from './MutationLedger.ts';
import { type Call, type Run, runOnce } from './runOnce.ts';

declare module '../../graphql/Context.ts' {
  interface Services {
    readonly mutations: MutationLedger;
  }
}

/** Runs a mutation that is about no map once; what it answers must be plain data without a secret. */
export function once<T>(
  { services, actor }: GraphqlContext,
  call: Omit<Call, 'by'>,
  run: (run: Run) => Promise<T>,
): Promise<T> {
  return runOnce(services, { ...call, by: actorRefOf(actor) }, async () => null, run);
}

/** What a call is to bring about. */
interface Aim {
  /** Throws where the caller may not do it, or there is nothing to do it to. */
  readonly may: () => Promise<unknown>;
  /** Asked after a run of which nobody knows how far it came. */
  readonly isDone: () => Promise<boolean>;
}

/**
 * Brings something about once that cannot be asked for twice: what is gone cannot be taken away, and a right given up
 * gives no right. Where a run that might have done it ended unheard, and it is done, that is the result.
 */
export function achieveOnce<T>(
  { services, actor }: GraphqlContext,
  call: Omit<Call, 'by'>,
  { may, isDone }: Aim,
  act: (isDone: boolean) => Promise<T>,
): Promise<T> {
  const before = async (): Promise<string | null> => {
    try {
      await may();
      return 'allowed';
    } catch (error) {
      // What it is refused for is told by the act itself.
      if (error instanceof DomainError) return null;
      throw error;
    }
  };
  return runOnce(services, { ...call, by: actorRefOf(actor) }, before, async ({ again }) =>
    act(again?.since === 'allowed' && (await isDone())),
  );
}

import { actorRefOf } from '../../auth/actorRefOf.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import type { MutationLedger } from './MutationLedger.ts';
import { type Call, runOnce } from './runOnce.ts';

declare module '../../graphql/Context.ts' {
  interface Services {
    readonly mutations: MutationLedger;
  }
}

/** Runs a mutation that is about no map once; what it answers must be plain data without a secret. */
export function once<T>(
  { services, actor }: GraphqlContext,
  call: Omit<Call, 'by'>,
  run: () => Promise<T>,
): Promise<T> {
  return runOnce(services, { ...call, by: actorRefOf(actor) }, async () => null, run);
}

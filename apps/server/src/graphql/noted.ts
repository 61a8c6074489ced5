import { DomainError } from '../errors/DomainError.ts';
import type { DomainErrorCode } from '../errors/domainErrors.ts';
import type { GraphqlContext } from './Context.ts';
import type { Repeat } from './Repeat.ts';

/** How a mutation ended, for whoever writes it down. */
export interface NotedAct {
  /** The name of the mutation. */
  readonly act: string;
  readonly input: object;
  /** What it answered; null where it was refused. */
  readonly payload: object | null;
  /** Why it was refused; null where it was done. */
  readonly refusedAs: DomainErrorCode | null;
  /** Stands for the deed, the same for all who repeat the call; null where nobody can. */
  readonly deed: string | null;
}

/** Refusals of rights. What was merely filled in wrongly says nothing about who tried what. */
const refusals: ReadonlySet<DomainErrorCode> = new Set(['FORBIDDEN', 'NOT_FOUND', 'LAST_OWNER']);

/** Runs a mutation and has it written down before it is answered [AUDIT1]. */
export async function noted<Payload extends object>(
  field: { readonly name: string; readonly noted?: 'always' | 'refusals' },
  input: object,
  context: GraphqlContext,
  repeat: Pick<Repeat, 'deed'>,
  run: () => Promise<Payload>,
): Promise<Payload> {
  const { name: act } = field;
  const { noteAct } = context.services;
  let payload: Payload;
  try {
    payload = await run();
  } catch (error) {
    if (error instanceof DomainError && refusals.has(error.code))
      await noteAct(context, { act, input, payload: null, refusedAs: error.code, deed: repeat.deed });
    throw error;
  }
  if (field.noted !== 'refusals')
    await noteAct(context, { act, input, payload, refusedAs: null, deed: repeat.deed });
  return payload;
}

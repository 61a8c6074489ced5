import { type Failure, readFailure } from './Failure.ts';
import type { Result } from './Result.ts';

/** The members of the result of a mutation document, which asks for one mutation. */
type MemberOf<Data> = unknown extends Data ? unknown : NonNullable<Data[keyof Data]>;

/** The member that says what was done. */
export type PayloadOf<Data> =
  MemberOf<Data> extends infer Member
    ? Member extends { readonly __typename: `${string}Error` }
      ? never
      : Member
    : never;

/** The members that say why nothing was done, with what the document asked of them. */
export type RefusalOf<Data> = Exclude<MemberOf<Data>, PayloadOf<Data>>;

/** What became of a mutation; `told` is the failure as the document asked for it, where the mutation itself refused. */
export type MutationResult<Data> =
  | { readonly ok: true; readonly value: PayloadOf<Data> }
  | { readonly ok: false; readonly failure: Failure; readonly told: RefusalOf<Data> | null };

/** Parts the payload of a mutation from its expected failures. Its document selects `... on UserError { code }`. */
export function mutationResult<Data>(answer: Result<Data>): MutationResult<Data> {
  if (!answer.ok) return { ok: false, failure: answer.failure, told: null };
  const member = memberOf<Data>(answer.value);
  return isRefusal<Data>(member)
    ? { ok: false, failure: readFailure(member), told: member }
    : { ok: true, value: member };
}

function memberOf<Data>(data: Data): PayloadOf<Data> | RefusalOf<Data> {
  const fields = Object.entries(data ?? {}).filter(([name]) => name !== '__typename');
  // One field: that of the mutation.
  return fields[0]?.[1] as PayloadOf<Data> | RefusalOf<Data>;
}

function isRefusal<Data>(member: PayloadOf<Data> | RefusalOf<Data>): member is RefusalOf<Data> {
  if (typeof member !== 'object' || member === null) return false;
  if ('__typename' in member && typeof member.__typename === 'string')
    return member.__typename.endsWith('Error');
  return 'code' in member && typeof member.code === 'string';
}

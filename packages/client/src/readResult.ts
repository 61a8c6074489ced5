import { readFailure } from './Failure.ts';
import type { Result } from './Result.ts';

interface UnionMember {
  readonly __typename?: string | undefined;
}

/**
 * Reads what a mutation answered: its success, or the expected failure that is another member of the result
 * (they all end in `Error`).
 */
export function readResult<Member extends UnionMember, Success extends Member>(
  answer: Result<Member>,
  isSuccess: (member: Member) => member is Success,
): Result<Success> {
  if (!answer.ok) return answer;
  return isSuccess(answer.value)
    ? { ok: true, value: answer.value }
    : { ok: false, failure: readFailure(answer.value) };
}

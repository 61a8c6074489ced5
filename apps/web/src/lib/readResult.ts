import type { ApiResult } from './callApi.ts';
import { readFailure } from './Failure.ts';

interface UnionMember {
  readonly __typename?: string | undefined;
}

/**
 * Reads what a mutation answered: its success, or the expected failure that is another member of the result
 * (they all end in `Error`).
 */
export function readResult<Member extends UnionMember, Success extends Member>(
  answer: ApiResult<Member>,
  isSuccess: (member: Member) => member is Success,
): ApiResult<Success> {
  if (!answer.ok) return answer;
  return isSuccess(answer.value)
    ? { ok: true, value: answer.value }
    : { ok: false, failure: readFailure(answer.value) };
}

import { GraphQLError } from 'graphql';
import { DomainError } from '../errors/DomainError.ts';
import { failureText } from './failureText.ts';
import type { Quota } from './rate/Charge.ts';
import { type RequestErrorCode, requestErrors } from './requestErrors.ts';

/** What belongs to the message of a refusal: the argument at fault, a limit, a computed cost. */
export interface RefusalDetails {
  readonly field?: string;
  readonly limit?: number;
  readonly cost?: number;
  readonly min?: number;
  readonly max?: number;
  /** What there was not enough of, and how much of it was left. */
  readonly quota?: Quota;
  readonly remaining?: number;
  readonly retryAfterSeconds?: number;
  /** A more exact sentence than the one of the table. */
  readonly message?: string;
}

/** A refused request as an entry of `errors`, in English: `inLanguage` tells it in another language. */
export function refusal(code: RequestErrorCode, details: RefusalDetails = {}): GraphQLError {
  const { message, ...figures } = details;
  return new GraphQLError(message ?? requestErrors[code].message.en, {
    extensions: { code, messageKey: requestErrors[code].messageKey, ...figures },
  });
}

/** An expected failure of a use case as an entry of `errors`: queries answer so. */
export function refusalOf(error: DomainError, figures: Pick<RefusalDetails, 'limit'> = {}): GraphQLError {
  const { code, messageKey, field, index, retryAfterSeconds, scope } = error;
  return new GraphQLError(failureText(error, 'en'), {
    originalError: error,
    extensions: {
      code,
      messageKey,
      ...error.figures,
      ...(field === null ? {} : { field }),
      ...(scope === null ? {} : { scope }),
      ...(index === null ? {} : { operationIndex: index }),
      ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
      ...figures,
    },
  });
}

/** The refusal in anything that was thrown; null when it is no expected failure. */
export function refusalIn(error: unknown): GraphQLError | null {
  if (error instanceof DomainError) return refusalOf(error);
  if (!(error instanceof GraphQLError)) return null;
  if (error.extensions.code !== undefined) return error;
  return error.originalError === undefined ? null : refusalIn(error.originalError);
}

import type { Denial, DenialReason, TokenScope } from '@jejak/access';
import { type DomainErrorCode, domainErrors } from './domainErrors.ts';

interface DomainErrorDetails {
  /** The argument at fault, as the caller named it. */
  readonly field?: string | null;
  /** A more exact text than the one of the table. */
  readonly messageKey?: string;
  /** How long to wait before trying again. */
  readonly retryAfterSeconds?: number;
  /** The scope that the caller's token lacks. */
  readonly scope?: TokenScope;
  /** Which of several operations failed; the first is 0. */
  readonly index?: number;
  /** What else a program may want to know, beside the code. */
  readonly figures?: Readonly<Record<string, string | number>>;
}

/** An expected failure: safe to show to whoever asked. Anything else that is thrown is logged and masked. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly messageKey: string;
  readonly field: string | null;
  readonly retryAfterSeconds: number | null;
  readonly scope: TokenScope | null;
  readonly index: number | null;
  readonly figures: Readonly<Record<string, string | number>>;

  constructor(code: DomainErrorCode, details: DomainErrorDetails = {}) {
    const about = details.scope ? `the token lacks the scope ${details.scope}` : details.field;
    super(about ? `${code} (${about})` : code);
    this.name = 'DomainError';
    this.code = code;
    this.messageKey = details.messageKey ?? domainErrors[code].messageKey;
    this.field = details.field ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    this.scope = details.scope ?? null;
    this.index = details.index ?? null;
    this.figures = details.figures ?? {};
  }

  get httpStatus(): number {
    return domainErrors[this.code].httpStatus;
  }

  get closeCode(): number {
    return domainErrors[this.code].closeCode;
  }

  get graphqlType(): string {
    return domainErrors[this.code].graphqlType;
  }
}

/** The failure that a denied decision becomes; its reasons are codes of the table, and what a token lacks is named. */
export function deniedError(denial: Denial | DenialReason): DomainError {
  if (typeof denial === 'string') return new DomainError(denial);
  const { reason, lacks } = denial;
  switch (lacks) {
    case undefined:
      return new DomainError(reason);
    case 'session':
      return new DomainError(reason, { messageKey: 'errors.notByToken' });
    case 'allMaps':
      return new DomainError(reason, { messageKey: 'errors.tokenForSomeMaps' });
    default:
      return new DomainError(reason, { messageKey: 'errors.tokenLacksScope', scope: lacks });
  }
}

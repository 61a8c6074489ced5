import type { DenialReason } from '@jejak/access';
import { type DomainErrorCode, domainErrors } from './domainErrors.ts';

interface DomainErrorDetails {
  /** The argument at fault, as the caller named it. */
  readonly field?: string | null;
  /** A more exact text than the one of the table. */
  readonly messageKey?: string;
  /** How long to wait before trying again. */
  readonly retryAfterSeconds?: number;
}

/** An expected failure: safe to show to whoever asked. Anything else that is thrown is logged and masked. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly messageKey: string;
  readonly field: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(code: DomainErrorCode, details: DomainErrorDetails = {}) {
    super(details.field ? `${code} (${details.field})` : code);
    this.name = 'DomainError';
    this.code = code;
    this.messageKey = details.messageKey ?? domainErrors[code].messageKey;
    this.field = details.field ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
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

/** The failure that a denied decision becomes; its reasons are codes of the table. */
export function deniedError(reason: DenialReason): DomainError {
  return new DomainError(reason);
}

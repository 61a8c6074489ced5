import { CloseCode } from '@jejak/protocol';

interface DomainErrorEntry {
  /** Name of the GraphQL type that carries it. */
  readonly graphqlType: string;
  readonly httpStatus: number;
  /** How a socket ends for this reason. */
  readonly closeCode: CloseCode;
  /** What the web app translates. */
  readonly messageKey: string;
}

/** Every expected failure of the server: what it is called and what it becomes at each edge. */
export const domainErrors = {
  UNAUTHENTICATED: {
    graphqlType: 'UnauthenticatedError',
    httpStatus: 401,
    closeCode: CloseCode.SignIn,
    messageKey: 'errors.unauthenticated',
  },
  FORBIDDEN: {
    graphqlType: 'ForbiddenError',
    httpStatus: 403,
    closeCode: CloseCode.Forbidden,
    messageKey: 'errors.forbidden',
  },
  NOT_FOUND: {
    graphqlType: 'NotFoundError',
    httpStatus: 404,
    closeCode: CloseCode.NotFound,
    messageKey: 'errors.notFound',
  },
  INVALID: {
    graphqlType: 'InvalidInputError',
    httpStatus: 400,
    closeCode: CloseCode.BadMessage,
    messageKey: 'errors.invalid',
  },
  LIMIT: {
    graphqlType: 'LimitError',
    httpStatus: 422,
    closeCode: CloseCode.BadMessage,
    messageKey: 'errors.limit',
  },
  CONFLICT: {
    graphqlType: 'ConflictError',
    httpStatus: 409,
    closeCode: CloseCode.EpochChanged,
    messageKey: 'errors.conflict',
  },
  VERSION_CONFLICT: {
    graphqlType: 'VersionConflictError',
    httpStatus: 409,
    closeCode: CloseCode.BadMessage,
    messageKey: 'errors.versionConflict',
  },
  IDEMPOTENCY_MISMATCH: {
    graphqlType: 'IdempotencyMismatchError',
    httpStatus: 422,
    closeCode: CloseCode.BadMessage,
    messageKey: 'errors.idempotencyMismatch',
  },
  IN_PROGRESS: {
    graphqlType: 'InProgressError',
    httpStatus: 409,
    closeCode: CloseCode.Overload,
    messageKey: 'errors.inProgress',
  },
  LAST_OWNER: {
    graphqlType: 'LastOwnerError',
    httpStatus: 409,
    closeCode: CloseCode.Forbidden,
    messageKey: 'errors.lastOwner',
  },
  EMAIL_TAKEN: {
    graphqlType: 'EmailTakenError',
    httpStatus: 409,
    closeCode: CloseCode.Forbidden,
    messageKey: 'errors.emailTaken',
  },
  INVITATION_NOT_FOUND: {
    graphqlType: 'InvitationNotFoundError',
    httpStatus: 404,
    closeCode: CloseCode.NotFound,
    messageKey: 'errors.invitationNotFound',
  },
  SETUP_DONE: {
    graphqlType: 'SetupDoneError',
    httpStatus: 409,
    closeCode: CloseCode.Forbidden,
    messageKey: 'errors.setupDone',
  },
  SETUP_CODE_WRONG: {
    graphqlType: 'SetupCodeWrongError',
    httpStatus: 403,
    closeCode: CloseCode.Forbidden,
    messageKey: 'errors.setupCodeWrong',
  },
  BAD_ORIGIN: {
    graphqlType: 'BadOriginError',
    httpStatus: 403,
    closeCode: CloseCode.Forbidden,
    messageKey: 'errors.badOrigin',
  },
  NOT_JSON: {
    graphqlType: 'NotJsonError',
    httpStatus: 415,
    closeCode: CloseCode.BadMessage,
    messageKey: 'errors.notJson',
  },
  TOO_LARGE: {
    graphqlType: 'TooLargeError',
    httpStatus: 413,
    closeCode: CloseCode.TooLarge,
    messageKey: 'errors.tooLarge',
  },
  TOO_MANY_ATTEMPTS: {
    graphqlType: 'TooManyAttemptsError',
    httpStatus: 429,
    closeCode: CloseCode.Overload,
    messageKey: 'errors.tooManyAttempts',
  },
  VERSION_TIMEOUT: {
    graphqlType: 'VersionTimeoutError',
    httpStatus: 503,
    closeCode: CloseCode.Overload,
    messageKey: 'errors.versionTimeout',
  },
  UNAVAILABLE: {
    graphqlType: 'UnavailableError',
    httpStatus: 503,
    closeCode: CloseCode.Overload,
    messageKey: 'errors.unavailable',
  },
  INTERNAL: {
    graphqlType: 'InternalError',
    httpStatus: 500,
    closeCode: CloseCode.Restart,
    messageKey: 'errors.internal',
  },
} as const satisfies Readonly<Record<string, DomainErrorEntry>>;

/** Stable name of an expected failure. */
export type DomainErrorCode = keyof typeof domainErrors;

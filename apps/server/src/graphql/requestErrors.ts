import type { Locale } from '@jejak/journey-model';

interface RequestError {
  /** What the web app tells a person: that its own request failed. */
  readonly messageKey: string;
  /** What is told to whoever wrote the request. */
  readonly message: Readonly<Record<Locale, string>>;
}

/**
 * Why a request was refused before (or instead of) running: failures of the caller's query, not of the domain.
 * The code is stable.
 */
export const requestErrors = {
  SYNTAX: {
    messageKey: 'errors.graphql.syntax',
    message: { en: 'The document cannot be parsed.', id: 'Dokumen tidak dapat diurai.' },
  },
  VALIDATION: {
    messageKey: 'errors.graphql.validation',
    message: { en: 'The document does not fit the schema.', id: 'Dokumen tidak sesuai dengan skema.' },
  },
  BAD_REQUEST: {
    messageKey: 'errors.graphql.badRequest',
    message: { en: 'The request is malformed.', id: 'Permintaan tidak berbentuk sebagaimana mestinya.' },
  },
  PERSISTED_QUERY_NOT_FOUND: {
    messageKey: 'errors.graphql.persistedQueryNotFound',
    message: {
      en: 'The document of this hash is not known here: send its text.',
      id: 'Dokumen dengan hash ini tidak dikenal di sini: kirimkan teksnya.',
    },
  },
  BAD_VARIABLES: {
    messageKey: 'errors.graphql.badVariables',
    message: { en: 'The variables do not fit the operation.', id: 'Variabel tidak sesuai dengan operasi.' },
  },
  TOKEN_LIMIT: {
    messageKey: 'errors.graphql.tokenLimit',
    message: {
      en: 'The document has too many tokens or lines.',
      id: 'Dokumen memuat terlalu banyak token atau baris.',
    },
  },
  DEPTH_LIMIT: {
    messageKey: 'errors.graphql.depthLimit',
    message: { en: 'The document is too deep.', id: 'Dokumen terlalu dalam.' },
  },
  ALIAS_LIMIT: {
    messageKey: 'errors.graphql.aliasLimit',
    message: { en: 'The document has too many aliases.', id: 'Dokumen memuat terlalu banyak alias.' },
  },
  ROOT_FIELD_LIMIT: {
    messageKey: 'errors.graphql.rootFieldLimit',
    message: {
      en: 'The operation has too many root fields.',
      id: 'Operasi memuat terlalu banyak field akar.',
    },
  },
  DIRECTIVE_LIMIT: {
    messageKey: 'errors.graphql.directiveLimit',
    message: { en: 'The document has too many directives.', id: 'Dokumen memuat terlalu banyak direktif.' },
  },
  REPEAT_LIMIT: {
    messageKey: 'errors.graphql.repeatLimit',
    message: {
      en: 'The document asks for the same fields too often.',
      id: 'Dokumen meminta field yang sama terlalu sering.',
    },
  },
  COST_LIMIT: {
    messageKey: 'errors.graphql.costLimit',
    message: { en: 'The operation costs too much.', id: 'Biaya operasi terlalu besar.' },
  },
  RATE_LIMITED: {
    messageKey: 'errors.graphql.rateLimited',
    message: {
      en: 'You asked too much within a minute. Come back after `retryAfterSeconds`.',
      id: 'Anda meminta terlalu banyak dalam satu menit. Kembalilah setelah `retryAfterSeconds`.',
    },
  },
  INTROSPECTION_OFF: {
    messageKey: 'errors.graphql.introspectionOff',
    message: { en: 'Introspection is off on this server.', id: 'Introspeksi dimatikan di server ini.' },
  },
  OPERATION_TIMEOUT: {
    messageKey: 'errors.graphql.operationTimeout',
    message: { en: 'The operation took too long.', id: 'Operasi berjalan terlalu lama.' },
  },
  FIRST_OUT_OF_RANGE: {
    messageKey: 'errors.graphql.firstOutOfRange',
    message: { en: 'The argument `first` is out of range.', id: 'Argumen `first` di luar batas.' },
  },
  INVALID_CURSOR: {
    messageKey: 'errors.graphql.invalidCursor',
    message: { en: 'The cursor is not one of this list.', id: 'Kursor bukan milik daftar ini.' },
  },
  CURSOR_EXPIRED: {
    messageKey: 'errors.graphql.cursorExpired',
    message: {
      en: 'What followed this cursor is not kept any more. Read the map anew, then follow it from its `lastEventCursor`.',
      id: 'Yang terjadi setelah kursor ini sudah tidak disimpan. Baca ulang peta, lalu ikuti dari `lastEventCursor`-nya.',
    },
  },
  SUBSCRIPTION_LIMIT: {
    messageKey: 'errors.graphql.subscriptionLimit',
    message: { en: 'Too many subscriptions on this socket.', id: 'Terlalu banyak langganan pada soket ini.' },
  },
  SLOW_CONSUMER: {
    messageKey: 'errors.graphql.slowConsumer',
    message: { en: 'Events were not read fast enough.', id: 'Peristiwa tidak dibaca cukup cepat.' },
  },
} as const satisfies Readonly<Record<string, RequestError>>;

/** The stable name of a refused request. */
export type RequestErrorCode = keyof typeof requestErrors;

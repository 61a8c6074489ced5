/**
 * Why a request was refused before (or instead of) running: failures of the caller's query, not of the domain.
 * The code is stable, `messageKey` names the translated text, `message` is for programs and logs.
 */
export const requestErrors = {
  SYNTAX: { messageKey: 'errors.graphql.syntax', message: 'The document cannot be parsed.' },
  VALIDATION: { messageKey: 'errors.graphql.validation', message: 'The document does not fit the schema.' },
  BAD_REQUEST: { messageKey: 'errors.graphql.badRequest', message: 'The request is malformed.' },
  BAD_VARIABLES: {
    messageKey: 'errors.graphql.badVariables',
    message: 'The variables do not fit the operation.',
  },
  TOKEN_LIMIT: { messageKey: 'errors.graphql.tokenLimit', message: 'The document has too many tokens.' },
  DEPTH_LIMIT: { messageKey: 'errors.graphql.depthLimit', message: 'The document is too deep.' },
  ALIAS_LIMIT: { messageKey: 'errors.graphql.aliasLimit', message: 'The document has too many aliases.' },
  ROOT_FIELD_LIMIT: {
    messageKey: 'errors.graphql.rootFieldLimit',
    message: 'The operation has too many root fields.',
  },
  DIRECTIVE_LIMIT: {
    messageKey: 'errors.graphql.directiveLimit',
    message: 'The document has too many directives.',
  },
  COST_LIMIT: { messageKey: 'errors.graphql.costLimit', message: 'The operation costs too much.' },
  INTROSPECTION_OFF: {
    messageKey: 'errors.graphql.introspectionOff',
    message: 'Introspection is off on this server.',
  },
  OPERATION_TIMEOUT: {
    messageKey: 'errors.graphql.operationTimeout',
    message: 'The operation took too long.',
  },
  FIRST_OUT_OF_RANGE: {
    messageKey: 'errors.graphql.firstOutOfRange',
    message: 'The argument `first` is out of range.',
  },
  INVALID_CURSOR: {
    messageKey: 'errors.graphql.invalidCursor',
    message: 'The cursor is not one of this list.',
  },
  SUBSCRIPTION_LIMIT: {
    messageKey: 'errors.graphql.subscriptionLimit',
    message: 'Too many subscriptions on this socket.',
  },
  SLOW_CONSUMER: {
    messageKey: 'errors.graphql.slowConsumer',
    message: 'Events were not read fast enough.',
  },
} as const;

/** The stable name of a refused request. */
export type RequestErrorCode = keyof typeof requestErrors;

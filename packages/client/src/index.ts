export { type AskOptions, type AskSettings, ask } from './ask.ts';
export { createUrqlClient } from './createUrqlClient.ts';
export { type Asked, hashOf, type OperationKind } from './documentRequest.ts';
export { type Credentials, Endpoint, type EndpointOptions } from './Endpoint.ts';
export {
  type Failure,
  graphqlFailure,
  localFailure,
  readFailure,
  retryAfterSecondsOf,
} from './Failure.ts';
export { type FailureCode, passes } from './FailureCode.ts';
export { forwardSubscriptions } from './forwardSubscriptions.ts';
export { GraphqlSocket } from './GraphqlSocket.ts';
export { createJejakClient, type Given, JejakClient, type JejakOptions } from './JejakClient.ts';
export type { MutationResult, PayloadOf, RefusalOf } from './MutationResult.ts';
export { once } from './once.ts';
export { JejakError, orThrow, type Result } from './Result.ts';
export { readResult } from './readResult.ts';

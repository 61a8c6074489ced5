import { requestBytesMax } from '@jejak/protocol';

/** Bounds of every GraphQL request. A depth of 8 reaches a card's text from its map over stages and steps. */
export const graphqlLimits = {
  bodyBytesMax: requestBytesMax,
  tokensMax: 1500,
  /** To tell where a mistake is, all lines before it are counted: for each mistake, and each place it names. */
  linesMax: 1500,
  depthMax: 8,
  /** Introspection nests deeper than any question about data, and is bounded on its own. */
  introspectionDepthMax: 15,
  aliasesMax: 15,
  rootFieldsMax: 10,
  directivesMax: 10,
  /** Pairs of fields that stand at one place of an answer; a field asked for in 30 fragments makes 435. */
  comparisonsMax: 10_000,
  costMax: 1000,
  validationErrorsMax: 5,
  /** What a mistake is told in: names and values of the document are repeated in it. */
  mistakeLengthMax: 500,
  mistakePlacesMax: 10,
  operationMsMax: 10_000,
  documentsCached: 1000,
  documentCachedLengthMax: 16 * 1024,
  /** Characters of all remembered documents; parsed, one takes up to a hundred bytes. */
  documentsCachedLengthMax: 1024 * 1024,
  /** Answers that follow from a version of a map, kept as they go out: of all, of one, and from which size on. */
  answersKeptBytesMax: 32 * 1024 * 1024,
  answerKeptBytesMax: 2 * 1024 * 1024,
  answerKeptBytesMin: 4 * 1024,
  /** Answers to queries from this size on are packed for who takes that: a packet or two less is not worth the work. */
  packedFromBytes: 8 * 1024,
  socketMessageBytesMax: 64 * 1024,
  socketInitMsMax: 3000,
  socketsPerUserMax: 10,
  subscriptionsPerSocketMax: 16,
  eventsQueuedMax: 100,
  socketSendBufferBytesMax: 1024 * 1024,
  socketPingIntervalMs: 20_000,
  /** How long a removed right may still be believed by an open socket. */
  rightsCheckedEveryMs: 1500,
} as const;

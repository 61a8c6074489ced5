/** Limits of the sync socket; one place, used by both ends. Sizes in bytes, times in milliseconds. */
export const syncLimits = {
  messageBytesMax: 1024 * 1024,
  liveUpdateBytesMax: 256 * 1024,
  fragmentsMax: 64,
  sendQueueDropPresenceBytes: 256 * 1024,
  sendQueueBytesMax: 4 * 1024 * 1024,
  sendQueueStallMsMax: 10_000,
  /** Transport pings, to notice half-open sockets. */
  pingIntervalMs: 20_000,
  pongWaitMs: 15_000,
  /** y-websocket gives up after 30 s without an application message; pings do not count. */
  keepAliveIntervalMs: 20_000,
  connectionsPerUserAndMap: 10,
  connectionsPerMap: 400,
  /** A second offence within the window ends in a ban from the map. */
  offenceWindowMs: 10 * 60_000,
  banMs: 60_000,
  /** How many offenders a process remembers. */
  offendersMax: 10_000,
  awarenessBytesMax: 2048,
  awarenessDepthMax: 4,
  snapshotPieceBytesMax: 4 * 1024 * 1024,
  compactAfterUpdates: 500,
  compactAfterBytes: 1024 * 1024,
  compactAfterIdleMs: 60_000,
} as const;

/** The largest request `/graphql` takes, in bytes: a page that knows it says so before it sends. */
export const requestBytesMax = 128 * 1024;

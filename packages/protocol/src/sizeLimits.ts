/** What one message of the sync socket may hold, in bytes. Here stands what pages need to know, and nothing else. */
export const messageLimits = {
  messageBytesMax: 1024 * 1024,
  liveUpdateBytesMax: 256 * 1024,
} as const;

/** The largest work done offline that is taken, uploaded because no message holds it. */
export const offlineWorkBytesMax = 8 * 1024 * 1024;

/** The largest request `/graphql` takes, in bytes: a page that knows it says so before it sends. */
export const requestBytesMax = 128 * 1024;

/** The largest document a client unpacks: many times what a server lets one become. */
export const packedStateBytesMax = 64 * 1024 * 1024;

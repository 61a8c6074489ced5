import { messageLimits } from './sizeLimits.ts';

/** Limits of the sync socket; one place, used by both ends. Sizes in bytes, times in milliseconds. */
export const syncLimits = {
  ...messageLimits,
  fragmentsMax: 64,
  sendQueueDropPresenceBytes: 256 * 1024,
  sendQueueBytesMax: 4 * 1024 * 1024,
  sendQueueStallMsMax: 10_000,
  /** Transport pings, to notice half-open sockets. */
  pingIntervalMs: 20_000,
  pongWaitMs: 15_000,
  /** y-websocket gives up after 30 s without an application message; pings do not count. */
  keepAliveIntervalMs: 20_000,
  /** What one connection may send: above it nothing is read from it until there is room again. */
  messagesPerSecond: 60,
  messagesBurst: 200,
  bytesPerSecond: 256 * 1024,
  bytesBurst: 2 * 1024 * 1024,
  /** Four bytes of step 1 bring back the whole document. */
  stateVectorsPerMinute: 6,
  /** Too fast for so long without a second of rest: the connection ends. */
  debtMsMax: 10_000,
  /** Presence of one connection that is heard a second; the newest is kept. */
  presencePerSecond: 20,
  /** A window has two sockets: five windows on one map, twenty in all, 200 people on a map. */
  connectionsPerUserAndMap: 10,
  connectionsPerUser: 40,
  connectionsPerMap: 400,
  /** One address is one office: two whole workshops, who may all come back at once. */
  connectionsPerAddress: 1_000,
  attemptsPerSecondAndAddress: 50,
  attemptsBurstPerAddress: 1_000,
  connectionsPerProcess: 5_000,
  /** Addresses whose attempts a process remembers. */
  addressesMax: 10_000,
  /** A second offence within the window ends in a ban from the map. */
  offenceWindowMs: 10 * 60_000,
  banMs: 60_000,
  /** How many offenders a process remembers. */
  offendersMax: 10_000,
  /** Windows that are shown in a map, and client ids that are remembered of it with those that left. */
  presenceStatesPerMap: 200,
  presenceIdsPerMap: 1_000,
  awarenessBytesMax: 2048,
  awarenessDepthMax: 4,
  snapshotPieceBytesMax: 4 * 1024 * 1024,
  /** Whole documents from this size on are deflated for who takes them, so many at a time. */
  packFromBytes: 16 * 1024,
  packedAtOnceMax: 2,
  /** What is sent behind a deflated document that was written since; beyond it the document is deflated anew. */
  packedSinceUpdatesMax: 500,
  packedSinceBytesMax: 64 * 1024,
  compactAfterUpdates: 500,
  compactAfterBytes: 1024 * 1024,
  compactAfterIdleMs: 60_000,
  /** A document that nobody needed for so long is kept as bytes. */
  restAfterIdleMs: 30_000,
} as const;

/** All uploaded work that a process holds in memory at one moment, from its first byte to the answer. */
export const offlineWorkBytesAtOnceMax = 64 * 1024 * 1024;

/** Limits of every connection to the front door, whatever it asks for. */
export const doorLimits = {
  headerBytesMax: 16 * 1024,
  headersMax: 64,
  /** From the first byte to the last header: whoever sends them one by one does not keep a connection. */
  headersMsMax: 5_000,
  /** Large offline work over a slow line: 8 MiB at 30 kB a second. */
  requestMsMax: 300_000,
  /** Sockets of the live documents, those of GraphQL and requests. */
  connectionsMax: 10_000,
} as const;

const shape = { textLength: 20_000, keyLength: 128, valueDepth: 16 } as const;

/**
 * What one update may hold, and what it may do to a document. `live` is an edit as it happens, `state` the answer to
 * the server's step 1: all that was written while away, with every deletion the document knows. `work` is as much of it
 * as no message holds.
 */
export const updateLimits = {
  live: {
    walk: { structs: 1_000, values: 4_000, clients: 64, deleteRanges: 1_000, ...shape },
    clients: 64,
    placeSteps: 50_000,
    scattered: 300,
    newDeletes: 1_000,
  },
  state: {
    walk: { structs: 5_000, values: 20_000, clients: 5_000, deleteRanges: 100_000, ...shape },
    clients: 64,
    placeSteps: 200_000,
    scattered: 500,
    newDeletes: 5_000,
  },
  /** Work done offline that no message holds and that is uploaded: tried in a thread of its own first. */
  work: {
    walk: { structs: 20_000, values: 100_000, clients: 20_000, deleteRanges: 100_000, ...shape },
    clients: 64,
    placeSteps: 200_000,
    scattered: 3_000,
    newDeletes: 20_000,
  },
  /** Types within types; a text of a record is two deep. */
  typeDepth: 8,
  /** Clients a state vector may name. */
  stateVectorEntries: 20_000,
} as const;

/** How many client ids may come into a document: every one makes it slower for all, and stays. */
export const clientIdLimits = {
  /** A window writes under one. What a step 2 brings counts only below: an id of each window closed while away. */
  newPerConnection: 8,
  newPerUserAndHour: 1_000,
  perDocument: 10_000,
} as const;

/**
 * How much past a document may collect before it is begun anew with the same content: client ids, and bytes of deletions,
 * which everybody is told who comes back. Earlier while nobody is there.
 */
export const renewalLimits = {
  alone: { clients: 5_000, deletionBytes: 128 * 1024 },
  inCompany: { clients: 9_000, deletionBytes: 256 * 1024 },
  /** Work done away that rests on a former life is taken for so long. */
  formerLifeMs: 90 * 24 * 60 * 60 * 1_000,
} as const;

/** Above these sizes an update is tried in a thread of its own first. */
export const heavyFrom = { bytes: 64 * 1024, structs: 1_000 } as const;

/** What that thread may take, and how many updates wait for it. */
export const heavyLimits = {
  heapMiB: 256,
  /** Of the processor. On a busy machine that may take longer. */
  cpuMsMax: 5_000,
  msMax: 20_000,
  startMsMax: 15_000,
  idleMs: 30_000,
  waitMsMax: 30_000,
  queueMax: 64,
  queueBytesMax: 64 * 1024 * 1024,
  /** A window has two documents. */
  perUserMax: 2,
  /** What was tried is applied in parts of so many structs, and others are served in between. */
  partStructs: 2_000,
} as const;

import { type Connection, type Model, Schema } from 'mongoose';

/** An entry as stored. `writer` tells our own write, come late, from somebody else's. */
export interface LogRecord {
  docId: string;
  seq: number;
  writer: string;
  updates: Buffer[];
  /** Where the document begins anew. */
  epoch?: number;
  /** Whose the updates are, as `encodeRun` writes it. */
  by?: string[];
  /** Where the document gets another format. */
  migrates?: true;
  /** Calls that wrote some of it: the id, a space, the outcome. */
  calls?: string[];
  at: Date;
}

/** Sequence number at or below which nothing may be appended any more. */
export interface TrimRecord {
  _id: string;
  seq: number;
}

/** An entry that could not be applied. */
export interface QuarantineRecord {
  docId: string;
  seq: number;
  updates: Buffer[];
  reason: string;
  at: Date;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const date = { type: Date, required: true } as const;
const options = { versionKey: false, autoIndex: false, autoCreate: false } as const;

const logSchema = new Schema<LogRecord>(
  {
    docId: text,
    seq: whole,
    writer: text,
    updates: { type: [Buffer], required: true },
    epoch: Number,
    by: { type: [String], default: undefined },
    migrates: Boolean,
    calls: { type: [String], default: undefined },
    at: date,
  },
  { ...options, collection: 'mapLog' },
);
// The heart of it: two writers cannot both have a number.
logSchema.index({ docId: 1, seq: 1 }, { unique: true });

const trimSchema = new Schema<TrimRecord>(
  { _id: text, seq: whole },
  { ...options, collection: 'mapLogTrims' },
);

const quarantineSchema = new Schema<QuarantineRecord>(
  { docId: text, seq: whole, updates: { type: [Buffer], required: true }, reason: text, at: date },
  { ...options, collection: 'mapLogQuarantine' },
);
quarantineSchema.index({ docId: 1, seq: 1 }, { unique: true });

/** The models of the log on one connection. */
export interface LogModels {
  readonly entries: Model<LogRecord>;
  readonly trims: Model<TrimRecord>;
  readonly quarantine: Model<QuarantineRecord>;
}

/** Registers the models once per connection. */
export function logModels(connection: Connection): LogModels {
  const { models } = connection;
  return {
    entries: models.MapLog ?? connection.model<LogRecord>('MapLog', logSchema),
    trims: models.MapLogTrim ?? connection.model<TrimRecord>('MapLogTrim', trimSchema),
    quarantine:
      models.MapLogQuarantine ?? connection.model<QuarantineRecord>('MapLogQuarantine', quarantineSchema),
  };
}

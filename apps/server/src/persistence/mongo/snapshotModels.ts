import { type Connection, type Model, Schema } from 'mongoose';

/** Where a snapshot is, and which life of the document it is of. */
export interface SnapshotPointer {
  epoch: number;
  /** 0: no snapshot yet. */
  seq: number;
  generation: string | null;
  pieces: number;
  bytes: number;
  sha256: string;
  /** Where whoever saved the snapshot knew it. */
  stateVector?: Buffer | null;
}

/** A document's newest snapshot, and the one before it. */
export interface HeadRecord extends SnapshotPointer {
  _id: string;
  /** Kept for the case that the newest is damaged; null when there is none, or it is in use again. */
  before?: SnapshotPointer | null;
  /** How long a former life is kept. */
  until?: Date;
}

/** One piece of a snapshot. */
export interface PieceRecord {
  docId: string;
  generation: string;
  index: number;
  /** Up to where the snapshot goes that it is a piece of. */
  seq: number;
  data: Buffer;
  at: Date;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const options = { versionKey: false, autoIndex: false, autoCreate: false } as const;

const headSchema = new Schema<HeadRecord>(
  {
    _id: text,
    epoch: whole,
    seq: whole,
    generation: { type: String, default: null },
    pieces: whole,
    bytes: whole,
    sha256: { type: String, default: '' },
    stateVector: { type: Buffer, default: null },
    before: { type: Schema.Types.Mixed, default: null },
    until: Date,
  },
  { ...options, collection: 'mapHeads' },
);
headSchema.index({ until: 1 }, { sparse: true });

const pieceSchema = new Schema<PieceRecord>(
  {
    docId: text,
    generation: text,
    index: whole,
    seq: whole,
    data: { type: Buffer, required: true },
    at: { type: Date, required: true },
  },
  { ...options, collection: 'mapSnapshotPieces' },
);
pieceSchema.index({ docId: 1, generation: 1, index: 1 }, { unique: true });

/** The models of snapshots on one connection. */
export interface SnapshotModels {
  readonly heads: Model<HeadRecord>;
  readonly pieces: Model<PieceRecord>;
}

/** Registers the models once per connection. */
export function snapshotModels(connection: Connection): SnapshotModels {
  const { models } = connection;
  return {
    heads: models.MapHead ?? connection.model<HeadRecord>('MapHead', headSchema),
    pieces: models.MapSnapshotPiece ?? connection.model<PieceRecord>('MapSnapshotPiece', pieceSchema),
  };
}

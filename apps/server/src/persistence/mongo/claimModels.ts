import { type Connection, type Model, Schema } from 'mongoose';

/** Whose a client id of a document is; null: the server's. */
export interface ClaimRecord {
  docId: string;
  clientId: number;
  userId: string | null;
}

const claimSchema = new Schema<ClaimRecord>(
  {
    docId: { type: String, required: true },
    clientId: { type: Number, required: true },
    userId: { type: String, default: null },
  },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'mapClients' },
);
// Two nodes cannot give one id to two people.
claimSchema.index({ docId: 1, clientId: 1 }, { unique: true });

/** Registers the model of claims once per connection. */
export function claimModel(connection: Connection): Model<ClaimRecord> {
  return connection.models.MapClient ?? connection.model<ClaimRecord>('MapClient', claimSchema);
}

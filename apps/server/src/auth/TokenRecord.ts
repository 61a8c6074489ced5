import type { Role, TokenGrant, TokenScope } from '@jejak/access';
import { type Connection, type Model, Schema } from 'mongoose';
import type { TokenKind } from './tokenSecret.ts';

/** A token as it is kept: all but its secret. */
export interface TokenRecord {
  _id: string;
  kind: TokenKind;
  name: string;
  /** What lists show of the secret. */
  prefix: string;
  /** The beginning of the hash, to find it by. */
  lookup: string;
  hash: string;
  scopes: TokenScope[];
  /** Whose rights it has; null for a token of a workspace. */
  userId: string | null;
  /** The workspace it belongs to, or is limited to. */
  workspaceId: string | null;
  /** What a token of a workspace is in it; null for a person's. */
  role: Role | null;
  mapIds: string[] | null;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const text = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;
const maybeText = { type: String, default: null } as const;
const maybeDate = { type: Date, default: null } as const;

const tokenSchema = new Schema<TokenRecord>(
  {
    _id: text,
    kind: text,
    name: text,
    prefix: text,
    lookup: text,
    hash: text,
    scopes: { type: [String], required: true },
    userId: maybeText,
    workspaceId: maybeText,
    role: maybeText,
    mapIds: { type: [String], default: null },
    createdBy: text,
    createdAt: date,
    expiresAt: date,
    lastUsedAt: maybeDate,
    revokedAt: maybeDate,
  },
  {
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
    strict: 'throw',
    strictQuery: 'throw',
    collection: 'apiTokens',
  },
);
tokenSchema.index({ lookup: 1 }, { unique: true });
tokenSchema.index({ userId: 1, expiresAt: -1 });
tokenSchema.index({ workspaceId: 1, expiresAt: -1 });

/** The tokens of a connection. */
export function tokenModel(connection: Connection): Model<TokenRecord> {
  return connection.models.ApiToken ?? connection.model<TokenRecord>('ApiToken', tokenSchema);
}

/** What a token narrows rights to. */
export function grantOf(record: TokenRecord): TokenGrant {
  const { _id: tokenId, scopes, workspaceId, mapIds } = record;
  return { tokenId, scopes, workspaceId, mapIds };
}

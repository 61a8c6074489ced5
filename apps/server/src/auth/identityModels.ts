import type { Role } from '@jejak/access';
import type { Locale, Team } from '@jejak/journey-model';
import { type Connection, type Model, Schema } from 'mongoose';

/** A person, as better-auth writes it. */
export interface UserRecord {
  _id: string;
  name: string;
  email: string;
  locale?: Locale;
  createdAt: Date;
}

/** A session, as better-auth writes it. */
export interface SessionRecord {
  _id: string;
  token: string;
  userId: string;
  expiresAt: Date;
}

/** A way to sign in, as better-auth writes it. */
export interface AccountRecord {
  _id: string;
  userId: string;
  providerId: string;
  accountId: string;
}

/** A decided change of one member, not yet applied to the member's own record. */
export interface MemberChange {
  /** Of the member's record, not of the person: somebody who came back later is another record. */
  memberId: string;
  /** null: the member is removed. */
  role: Role | null;
  revision: number;
}

/** A workspace; better-auth calls it an organisation. */
export interface OrganizationRecord {
  _id: string;
  name: string;
  slug: string;
  createdAt: Date;
  /** Counts the decided changes of members. */
  memberRevision: number;
  memberChange: MemberChange | null;
}

/** A person's place in a workspace. */
export interface MemberRecord {
  _id: string;
  organizationId: string;
  userId: string;
  role: Role;
  team: Team;
  createdAt: Date;
  /** The last change of the workspace that this record has seen. */
  revision: number;
}

/** The collections of people and workspaces, shared with better-auth. */
export interface IdentityModels {
  readonly User: Model<UserRecord>;
  readonly Session: Model<SessionRecord>;
  readonly Account: Model<AccountRecord>;
  readonly Organization: Model<OrganizationRecord>;
  readonly Member: Model<MemberRecord>;
}

const text = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;
// better-auth writes more fields than we name here; `strict` keeps ours from adding unknown ones.
const options = { versionKey: false, autoIndex: false, autoCreate: false } as const;

const userSchema = new Schema<UserRecord>(
  { _id: text, name: text, email: text, locale: { type: String }, createdAt: date },
  { ...options, collection: 'user' },
);
userSchema.index({ email: 1 }, { unique: true });

const sessionSchema = new Schema<SessionRecord>(
  { _id: text, token: text, userId: text, expiresAt: date },
  { ...options, collection: 'session' },
);
sessionSchema.index({ token: 1 }, { unique: true });
sessionSchema.index({ userId: 1 });

const accountSchema = new Schema<AccountRecord>(
  { _id: text, userId: text, providerId: text, accountId: text },
  { ...options, collection: 'account' },
);
accountSchema.index({ providerId: 1, accountId: 1 }, { unique: true });
accountSchema.index({ userId: 1 });

const organizationSchema = new Schema<OrganizationRecord>(
  {
    _id: text,
    name: text,
    slug: text,
    createdAt: date,
    memberRevision: { type: Number, default: 0 },
    memberChange: { type: Schema.Types.Mixed, default: null },
  },
  { ...options, collection: 'organization' },
);
organizationSchema.index({ slug: 1 }, { unique: true });

const memberSchema = new Schema<MemberRecord>(
  {
    _id: text,
    organizationId: text,
    userId: text,
    role: text,
    team: text,
    createdAt: date,
    revision: { type: Number, default: 0 },
  },
  { ...options, collection: 'member' },
);
memberSchema.index({ organizationId: 1, userId: 1 }, { unique: true });
memberSchema.index({ userId: 1 });
memberSchema.index({ organizationId: 1, createdAt: 1, _id: 1 });

const made = new WeakMap<Connection, IdentityModels>();

/** The identity models of a connection; the same ones each time it is asked. */
export function identityModels(connection: Connection): IdentityModels {
  const known = made.get(connection);
  if (known) return known;
  const models: IdentityModels = {
    User: connection.model<UserRecord>('User', userSchema),
    Session: connection.model<SessionRecord>('Session', sessionSchema),
    Account: connection.model<AccountRecord>('Account', accountSchema),
    Organization: connection.model<OrganizationRecord>('Organization', organizationSchema),
    Member: connection.model<MemberRecord>('Member', memberSchema),
  };
  made.set(connection, models);
  return models;
}

/**
 * Creates the unique indexes that better-auth does not wait for: without them, sign-ups at the same
 * moment make several users of one address [AUTH2].
 */
export async function ensureIdentityIndexes(models: IdentityModels): Promise<void> {
  await Promise.all([
    models.User.createIndexes(),
    models.Session.createIndexes(),
    models.Account.createIndexes(),
    models.Organization.createIndexes(),
    models.Member.createIndexes(),
  ]);
}

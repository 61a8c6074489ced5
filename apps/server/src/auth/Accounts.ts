import type { Locale } from '@jejak/journey-model';
import { isAPIError } from 'better-auth/api';
import { DomainError } from '../errors/DomainError.ts';
import { type BetterAuth, clientAddressHeader } from './createBetterAuth.ts';
import type { IdentityModels, UserRecord } from './identityModels.ts';
import type { LibraryCalls } from './LibraryCalls.ts';

/** No sign-up takes longer; what is unfinished after that is dead. */
const signUpMsMax = 60_000;

/** What a new account begins with. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: Locale;
}

/** A new account, signed in. */
export interface CreatedAccount {
  readonly userId: string;
  /** `Set-Cookie` headers that sign the person in. */
  readonly cookies: readonly string[];
}

/** Makes accounts. Nothing reaches it but the set-up page and invitations [AUTH1]. */
export interface Accounts {
  /** Makes an account and signs it in; `EMAIL_TAKEN` when there is one of that address. */
  create(account: NewAccount, address: string): Promise<CreatedAccount>;
  /** Takes back an account that was just made, with all of its sessions. */
  discard(email: string): Promise<void>;
}

/** Accounts kept by the sign-in library. */
export class BetterAuthAccounts implements Accounts {
  readonly #auth: BetterAuth;
  readonly #calls: LibraryCalls;
  readonly #models: IdentityModels;
  readonly #now: () => Date;

  constructor(auth: BetterAuth, calls: LibraryCalls, models: IdentityModels, now: () => Date) {
    this.#auth = auth;
    this.#calls = calls;
    this.#models = models;
    this.#now = now;
  }

  async create(account: NewAccount, address: string): Promise<CreatedAccount> {
    return this.#create({ ...account, email: account.email.toLowerCase() }, address, true);
  }

  async discard(email: string): Promise<void> {
    const user = await this.#models.User.findOne({ email: email.toLowerCase() }).lean();
    if (user === null) return;
    const ofUser = { userId: user._id };
    await Promise.all([
      this.#models.Session.deleteMany(ofUser),
      this.#models.Account.deleteMany(ofUser),
      this.#models.Member.deleteMany(ofUser),
    ]);
    await this.#models.User.deleteOne({ _id: user._id });
  }

  /** Removes what a sign-up left that died half-way: an account of this address that nobody can sign in to. */
  async discardStillborn(email: string): Promise<void> {
    const user = await this.#models.User.findOne({ email }).lean();
    if (user !== null && (await this.#isStillborn(user))) await this.discard(email);
  }

  async #create(account: NewAccount, address: string, again: boolean): Promise<CreatedAccount> {
    const { email } = account;
    try {
      const { headers, response } = await this.#calls.run(() =>
        this.#auth.api.signUpEmail({
          body: account,
          headers: new Headers({ [clientAddressHeader]: address }),
          returnHeaders: true,
        }),
      );
      return { userId: response.user.id, cookies: headers.getSetCookie() };
    } catch (error) {
      // The library answers alike for a lost race and other trouble: the stored user tells them apart.
      const user = isAPIError(error) ? await this.#models.User.findOne({ email }).lean() : null;
      if (user === null) throw error;
      if (!again || !(await this.#isStillborn(user)))
        throw new DomainError('EMAIL_TAKEN', { field: 'email' });
      await this.discard(email);
      return this.#create(account, address, false);
    }
  }

  /** A user without a password: its sign-up died between two writes, and nobody can ever sign in to it. */
  async #isStillborn({ _id, createdAt }: UserRecord): Promise<boolean> {
    if (createdAt.getTime() > this.#now().getTime() - signUpMsMax) return false;
    return (await this.#models.Account.exists({ userId: _id })) === null;
  }
}

import type { Locale } from '@jejak/journey-model';
import { isAPIError } from 'better-auth/api';
import { DomainError } from '../errors/DomainError.ts';
import { type BetterAuth, clientAddressHeader } from './createBetterAuth.ts';
import type { IdentityModels } from './identityModels.ts';

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
  readonly #models: IdentityModels;

  constructor(auth: BetterAuth, models: IdentityModels) {
    this.#auth = auth;
    this.#models = models;
  }

  async create(account: NewAccount, address: string): Promise<CreatedAccount> {
    const email = account.email.toLowerCase();
    try {
      const { headers, response } = await this.#auth.api.signUpEmail({
        body: { ...account, email },
        headers: new Headers({ [clientAddressHeader]: address }),
        returnHeaders: true,
      });
      return { userId: response.user.id, cookies: headers.getSetCookie() };
    } catch (error) {
      // The library answers alike for a lost race and other trouble: the stored user tells them apart.
      if (isAPIError(error) && (await this.#models.User.exists({ email }))) {
        throw new DomainError('EMAIL_TAKEN', { field: 'email' });
      }
      throw error;
    }
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
}

import type { Locale } from '@jejak/journey-model';
import type { IdentityModels } from '../../auth/identityModels.ts';
import type { AccountRepository } from './AccountRepository.ts';

/** Accounts as users of the sign-in library. */
export class MongoAccountRepository implements AccountRepository {
  readonly #models: IdentityModels;

  constructor(models: IdentityModels) {
    this.#models = models;
  }

  async setLocale(userId: string, locale: Locale): Promise<boolean> {
    const { matchedCount } = await this.#models.User.updateOne({ _id: userId }, { $set: { locale } });
    return matchedCount === 1;
  }
}

import { accountLimits } from '@jejak/access';
import { locales, teams } from '@jejak/journey-model';
import { z } from 'zod';

/** A person's or a workspace's name: something visible, not too long, without control characters. */
export const nameSchema = z
  .string('errors.nameMissing')
  .trim()
  .min(1, 'errors.nameMissing')
  .max(accountLimits.nameLengthMax, 'errors.nameTooLong')
  .refine((name) => !/\p{Cc}/u.test(name), 'errors.nameInvalid');

/** The team of a person in a workspace. */
export const teamSchema = z.enum(teams, 'errors.teamInvalid');

/** The language of a person's interface. */
export const localeSchema = z.enum(locales, 'errors.localeInvalid');

/** What somebody fills in to get an account. */
export const accountInputSchema = z.object({
  name: nameSchema,
  email: z
    .string('errors.emailInvalid')
    .trim()
    .toLowerCase()
    .max(accountLimits.emailLengthMax, 'errors.emailInvalid')
    .pipe(z.email('errors.emailInvalid')),
  password: z
    .string('errors.passwordTooShort')
    .min(accountLimits.passwordLengthMin, 'errors.passwordTooShort')
    .max(accountLimits.passwordLengthMax, 'errors.passwordTooLong'),
  locale: localeSchema,
  team: teamSchema,
});

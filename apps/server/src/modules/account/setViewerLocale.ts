import type { Locale } from '@jejak/journey-model';
import type { Actor } from '../../auth/Actor.ts';
import { localeSchema } from '../../auth/accountInput.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import type { AccountRepository } from './AccountRepository.ts';

/** What the use cases of an account work with. */
export interface AccountPorts {
  readonly settings: AccountRepository;
  /** Forgets what is remembered of people: it has changed. */
  readonly forgetActors: () => void;
}

/** Chooses the language of one's interface. */
export async function setViewerLocale(ports: AccountPorts, actor: Actor, locale: Locale): Promise<Locale> {
  const { userId } = permit(actor, 'account:update', 'self');
  const chosen = parseInput(localeSchema, locale);
  if (!(await ports.settings.setLocale(userId, chosen))) throw new DomainError('UNAUTHENTICATED');
  ports.forgetActors();
  return chosen;
}

import type { Locale } from '@jejak/journey-model';
import { z } from 'zod';
import type { Accounts, CreatedAccount } from '../../auth/Accounts.ts';
import { accountInputSchema, nameSchema } from '../../auth/accountInput.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import type { WorkspaceRepository } from '../workspaces/WorkspaceRepository.ts';
import type { SetupCode } from './SetupCode.ts';
import type { SetupAttempt, SetupRepository } from './SetupRepository.ts';

/** Makes the map that a new workspace begins with. Resolves with its id. */
export type CreateSampleMap = (workspace: {
  readonly workspaceId: string;
  readonly userId: string;
  readonly locale: Locale;
}) => Promise<string>;

/** What setting up works with. */
export interface SetupPorts {
  readonly setups: SetupRepository;
  readonly accounts: Accounts;
  readonly workspaces: WorkspaceRepository;
  readonly createSampleMap: CreateSampleMap;
  readonly code: SetupCode;
  readonly newId: (prefix: string) => string;
  /** Told what went wrong while clearing away; the first failure is what counts for the person. */
  readonly report: (error: unknown) => void;
}

/** Where a request to set up comes from. */
export interface SetupOrigin {
  readonly address: string;
  /** Whether somebody beyond this machine could have sent it. */
  readonly codeRequired: boolean;
}

/** The state of a server as its set-up page wants to know it. */
export interface SetupState {
  readonly needed: boolean;
  readonly codeRequired: boolean;
}

const inputSchema = accountInputSchema.extend({
  workspaceName: nameSchema,
  code: z.string().max(64).optional(),
});

/** The first account and workspace, signed in. */
export interface SetUp extends CreatedAccount {
  readonly workspaceId: string;
  readonly mapId: string;
}

/** Whether the first account is still to be made. */
export async function readSetupState(
  ports: Pick<SetupPorts, 'setups' | 'code'>,
  origin: SetupOrigin,
): Promise<SetupState> {
  const needed = !(await ports.setups.isDone());
  const codeRequired = needed && origin.codeRequired;
  if (codeRequired) await ports.code.announce();
  return { needed, codeRequired };
}

/** Makes the first account, its workspace and a map to look at: all of it, or nothing; once [SETUP1] [SETUP2]. */
export async function runSetup(ports: SetupPorts, origin: SetupOrigin, input: unknown): Promise<SetUp> {
  if (await ports.setups.isDone()) throw new DomainError('SETUP_DONE');
  const { workspaceName, code, team, ...account } = parseInput(inputSchema, input);
  if (origin.codeRequired) {
    // A page that did not know of the code had no reason to have it printed.
    await ports.code.announce();
    if (!(await ports.code.accepts(code ?? ''))) throw new DomainError('SETUP_CODE_WRONG', { field: 'code' });
  }
  const attempt: SetupAttempt = {
    id: ports.newId('try'),
    email: account.email,
    workspaceId: ports.newId('wsp'),
  };
  const claim = await ports.setups.claim(attempt);
  if (!claim.won) throw new DomainError('SETUP_DONE');
  try {
    if (claim.abandoned) await clearAway(ports, claim.abandoned);
    const created = await ports.accounts.create(account, origin.address);
    const { userId } = created;
    const { workspaceId } = attempt;
    await ports.workspaces.create({ id: workspaceId, name: workspaceName, ownerId: userId, team });
    const mapId = await ports.createSampleMap({ workspaceId, userId, locale: account.locale });
    await ports.setups.finish(attempt.id);
    return { ...created, workspaceId, mapId };
  } catch (error) {
    // An account that was there before is not ours to clear away.
    const foreign = error instanceof DomainError && error.code === 'EMAIL_TAKEN';
    await (foreign ? Promise.resolve() : clearAway(ports, attempt))
      .then(() => ports.setups.release(attempt.id))
      .catch(ports.report);
    throw error;
  }
}

/** Before set-up is done nobody else can have an account, so this takes nothing from anybody. */
async function clearAway(ports: SetupPorts, attempt: SetupAttempt): Promise<void> {
  await ports.workspaces.discard(attempt.workspaceId);
  await ports.accounts.discard(attempt.email);
}

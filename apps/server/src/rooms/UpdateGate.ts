import { updateLimits } from '@jejak/protocol';
import {
  checkAgainst,
  holdsAll,
  type LiveLimits,
  type LiveReason,
  type RootKind,
  type StaticReason,
  type Verdict,
  type WalkedUpdate,
  type WalkOptions,
  walkUpdate,
} from '@jejak/update-guard';
import type * as Y from 'yjs';
import type { ClientIds } from './ClientIds.ts';
import { NewIdAllowance } from './NewIdAllowance.ts';
import type { Receiver } from './Receiver.ts';
import type { Submission, UpdateSize } from './RoomOptions.ts';

/** A format that is none of ours would keep everybody out of the map for good. */
const serverKeys: ReadonlySet<string> = new Set(['schemaVersion']);
const limitsOf = (size: UpdateSize): LiveLimits => ({
  ...updateLimits[size],
  typeDepth: updateLimits.typeDepth,
  serverKeys,
});
/** Made once: they are looked at for every edit. */
const liveLimits = { live: limitsOf('live'), state: limitsOf('state'), work: limitsOf('work') } as const;
const kindOf = { tooManyIds: 'refused', idsPerHour: 'later', idsPerDocument: 'later' } as const;
const tooMuch: ReadonlySet<StaticReason | LiveReason> = new Set(['tooMany', 'deletes', 'crowded', 'clients']);

/** An update that may be applied. */
export interface Sound {
  readonly kind: 'sound';
  /** An edit as it happened: no struct of it is in the document yet, and it names no deletions but its own. */
  readonly isEdit: boolean;
}

/** Decides whether a peer's bytes may be applied to a document; nothing of them has been applied before. */
export class UpdateGate {
  readonly #roots: ReadonlyMap<string, RootKind>;
  readonly #ids: ClientIds;
  readonly #allowance: NewIdAllowance;

  constructor(roots: ReadonlyMap<string, RootKind>, ids: ClientIds, now: () => number) {
    this.#roots = roots;
    this.#ids = ids;
    this.#allowance = new NewIdAllowance(now);
  }

  /** What stands against an update, or `taken` when it holds nothing new; `sound` when it may be applied. */
  judge(
    doc: Y.Doc,
    update: Uint8Array,
    from: Receiver,
    size: UpdateSize,
    caughtUp: boolean,
  ): Submission | Sound {
    const walked = this.#walk(update, size);
    if (!walked.ok)
      return { kind: tooMuch.has(walked.reason) ? 'tooMuch' : 'refused', reason: walked.reason };
    if (holdsAll(doc, walked)) return 'taken';
    const verdict = checkAgainst(doc, walked, liveLimits[size], (client) =>
      this.#ids.mayExtend(doc, client, from.userId),
    );
    if (!verdict.ok) return answerTo(verdict, caughtUp);
    // Perhaps it is somebody's whose edits another node journaled.
    if (verdict.newClients.length > 0 && !caughtUp) return 'behind';
    const refused = this.#allowance.take(verdict.newClients.length, doc.store.clients.size, from, size);
    if (refused !== null) return { kind: kindOf[refused], reason: refused };
    // A state names all deletions its writer knows; nobody wants them again.
    return { kind: 'sound', isEdit: size === 'live' && verdict.structsNew };
  }

  /** Whether the document holds everything in an update already. */
  holds(doc: Y.Doc, update: Uint8Array): boolean {
    const walked = this.#walk(update, 'state');
    return walked.ok && holdsAll(doc, walked);
  }

  /** What an update of this size may be made of. */
  walkOptions(size: UpdateSize): WalkOptions {
    return { budget: updateLimits[size].walk, roots: this.#roots };
  }

  #walk(
    update: Uint8Array,
    size: UpdateSize,
  ): WalkedUpdate | { readonly ok: false; readonly reason: StaticReason } {
    return walkUpdate(update, this.walkOptions(size));
  }
}

function answerTo(verdict: Verdict & { readonly ok: false }, caughtUp: boolean): Submission {
  const { reason, mayBeBehind } = verdict;
  if (mayBeBehind && !caughtUp) return 'behind';
  if (reason === 'gap') return 'pending';
  return { kind: tooMuch.has(reason) ? 'tooMuch' : 'refused', reason };
}

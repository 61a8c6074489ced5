import type { Roots } from '@jejak/document-lives';
import type { LiveReason, StaticReason } from '@jejak/update-guard';
import type { Logger } from 'pino';
import type { ClientClaims } from '../persistence/ClientClaims.ts';
import type { SnapshotStore } from '../persistence/SnapshotStore.ts';
import type { UpdateLog } from '../persistence/UpdateLog.ts';
import type { LogReader } from './LogReader.ts';
import type { MergeTurn } from './MergeTurn.ts';
import type { IdRefusal } from './NewIdAllowance.ts';
import type { Packer } from './Packer.ts';
import type { RoomMetrics } from './RoomMetrics.ts';

/** What a room needs from outside. */
export interface RoomOptions {
  readonly log: UpdateLog;
  readonly snapshots: SnapshotStore;
  readonly claims: ClientClaims;
  readonly reader: LogReader;
  /** The roots its document has. */
  readonly roots: Roots;
  /** Epochs it had before, as far as they are remembered. */
  readonly formerEpochs: ReadonlySet<number>;
  readonly logger: Logger;
  readonly metrics: RoomMetrics;
  /** Shared by all rooms of a process. */
  readonly packer: Packer;
  readonly mergeTurn: MergeTurn;
  readonly now: () => number;
  readonly random: () => number;
  /** Tells the other nodes that they and this one got in each other's way. */
  readonly tellHold: (seq: number, holdMs: number) => void;
}

/** An edit as it happens, the answer to step 1 with all that was written while away, or such work uploaded. */
export type UpdateSize = 'live' | 'state' | 'work';

/** Why an update was refused; of a fixed list, so that it can be counted and logged. */
export type RefusalReason = StaticReason | LiveReason | IdRefusal | 'unapplied' | 'tooHeavy';

/**
 * What stands against an update. `tooMuch`: more than an update of its size may do. `later`: nothing wrong with it but
 * the moment. `refused`: no honest client sends it.
 */
export interface Refusal {
  readonly kind: 'tooMuch' | 'later' | 'refused';
  readonly reason: RefusalReason;
}

/**
 * What became of an update; everything but `taken` left the document as it was for everybody. `behind`: it may rest on
 * what another node journaled; catch up and submit it again. `pending`: it rests on what its sender has not sent.
 */
export type Submission = 'taken' | 'behind' | 'pending' | 'full' | 'readOnly' | Refusal;

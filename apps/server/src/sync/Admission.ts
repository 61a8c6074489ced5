import type { IncomingMessage } from 'node:http';
import { CloseCode } from '@jejak/protocol';
import { bearerOf } from '../auth/bearerOf.ts';
import { webHeaders } from '../auth/nodeRequest.ts';
import { DomainError } from '../errors/DomainError.ts';
import { within } from '../rooms/bounded.ts';
import type { Authorise, SyncGrant, SyncRefusal } from './Authorise.ts';
import type { Entrance, EntranceVerdict } from './Entrance.ts';
import type { Offences } from './Offences.ts';
import { originAllowed } from './originAllowed.ts';
import type { SyncTarget } from './targetOf.ts';

interface AdmissionOptions {
  readonly authorise: Authorise;
  /** The origin people type. */
  readonly publicUrl: string;
  readonly addressOf: (req: IncomingMessage) => string;
  readonly entrance: Entrance;
  readonly offences: Offences;
}

const authoriseMsMax = 5_000;

const refusalOf = {
  [CloseCode.SignIn]: 'UNAUTHENTICATED',
  [CloseCode.Forbidden]: 'FORBIDDEN',
  [CloseCode.NotFound]: 'NOT_FOUND',
} as const;

/** Decides who comes in, by socket or upload, before anything of theirs is read. */
export class Admission {
  readonly #options: AdmissionOptions;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** Token and ticket are proofs of their own; a cookie is sent by the browser for whoever asks. */
  isForged(req: IncomingMessage, { query }: SyncTarget): boolean {
    const hasProof = query.has('ticket') || bearerOf(webHeaders(req)) !== null;
    const byCookie = !hasProof && req.headers.cookie !== undefined;
    return byCookie && !originAllowed(req, this.#options.publicUrl);
  }

  /** Counts the request for its address. */
  enter(req: IncomingMessage): EntranceVerdict {
    return this.#options.entrance.enter(this.#options.addressOf(req));
  }

  /** Rights as they are now; bounded. */
  async judge(req: IncomingMessage, mapId: string): Promise<SyncGrant | SyncRefusal> {
    const grant = await within(
      this.#options.authorise(req, mapId),
      authoriseMsMax,
      () => new Error('authorisation took too long'),
    );
    const banned = grant.ok && this.#options.offences.banned(grant.userId, mapId);
    return banned ? { ok: false, code: CloseCode.Forbidden } : grant;
  }

  /** All of that for an upload; throws a `DomainError`. Browsers name no origin where nothing is changed. */
  async admitUpload(req: IncomingMessage, target: SyncTarget, changes: boolean): Promise<SyncGrant> {
    if (changes && this.isForged(req, target)) throw new DomainError('BAD_ORIGIN');
    const entered = this.enter(req);
    if (!entered.ok) {
      const code = entered.status === 429 ? 'TOO_MANY_ATTEMPTS' : 'UNAVAILABLE';
      throw new DomainError(code, { retryAfterSeconds: entered.retryAfterSeconds });
    }
    req.once('close', entered.leave);
    const grant = await this.judge(req, target.mapId);
    if (!grant.ok) throw new DomainError(refusalOf[grant.code]);
    return grant;
  }
}

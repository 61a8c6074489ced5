import type { ReceiverFault } from './receiverOf.ts';

/** Why a POST was no success, in the order in which it goes on. */
export type PostFault = ReceiverFault | 'DNS' | 'CONNECTION' | 'TLS' | 'TIMEOUT' | 'REDIRECT' | 'STATUS';

/** How a POST ended; a status without a fault is a success. */
export interface PostOutcome {
  readonly status: number | null;
  readonly fault: PostFault | null;
}

/** What is sent where. */
export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config/Config.ts';
import { isLoopback } from '../../config/reachableHost.ts';
import type { SetupOrigin } from './runSetup.ts';

/** What is known of the one who sent a request. */
export interface RequestSource {
  readonly address: string;
  /** A proxy that is not on our list passed it on: behind one, everybody looks like this machine. */
  readonly forwardedByStranger: boolean;
  /** Whom that proxy says it passed on. */
  readonly claimedAddresses: readonly string[];
}

/** Judges where a request to set up comes from: the code is wanted unless nobody beyond this machine could have sent it [SETUP3]. */
export function setupOrigin(
  config: Pick<Config, 'host' | 'publicUrl'>,
  sourceOf: (message: IncomingMessage) => RequestSource,
): (message: IncomingMessage) => SetupOrigin {
  const reachable = isReachableFromOutside(config);
  return (message) => {
    const { address, forwardedByStranger, claimedAddresses } = sourceOf(message);
    // Our own web process asks on behalf of whoever looks at the page. Its word is good enough to say what the
    // page shows, and never to let somebody in.
    const shows = message.method === 'GET' && claimedAddresses.length > 0;
    const stranger = forwardedByStranger && !(shows && claimedAddresses.every(isLoopback));
    return { address, codeRequired: reachable || stranger || !isLoopback(address) };
  };
}

/** Whether other machines can reach the server, as far as its settings tell. */
export function isReachableFromOutside(config: Pick<Config, 'host' | 'publicUrl'>): boolean {
  return (
    !isLoopback(config.host) || !isLoopback(new URL(config.publicUrl).hostname.replace(/^\[(.*)\]$/, '$1'))
  );
}

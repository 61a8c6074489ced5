import type { IncomingMessage } from 'node:http';
import { isLoopbackAddress } from '../../auth/clientAddress.ts';
import type { Config } from '../../config/Config.ts';
import type { SetupOrigin } from './runSetup.ts';

/** What is known of the one who sent a request. */
export interface RequestSource {
  readonly address: string;
  /** A proxy that is not on our list passed it on: behind one, everybody looks like this machine. */
  readonly forwardedByStranger: boolean;
}

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '[::1]', '::1']);

function isLoopbackHost(host: string): boolean {
  return loopbackHosts.has(host) || isLoopbackAddress(host);
}

/** Judges where a request to set up comes from: the code is wanted unless nobody beyond this machine could have sent it [SETUP3]. */
export function setupOrigin(
  config: Pick<Config, 'host' | 'publicUrl'>,
  sourceOf: (message: IncomingMessage) => RequestSource,
): (message: IncomingMessage) => SetupOrigin {
  const reachable = isReachableFromOutside(config);
  return (message) => {
    const { address, forwardedByStranger } = sourceOf(message);
    return { address, codeRequired: reachable || forwardedByStranger || !isLoopbackAddress(address) };
  };
}

/** Whether other machines can reach the server, as far as its settings tell. */
export function isReachableFromOutside(config: Pick<Config, 'host' | 'publicUrl'>): boolean {
  return !isLoopbackHost(config.host) || !isLoopbackHost(new URL(config.publicUrl).hostname);
}

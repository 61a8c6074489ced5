import { lookup, Resolver } from 'node:dns/promises';

/** Asks for all addresses of a host. What is under way when the signal comes is given up. */
export type Resolve = (host: string, signal: AbortSignal) => Promise<readonly string[]>;

const askMsMax = 2_000;

/** By whatever the system knows names by, its file of hosts among it: for names that whoever runs the server has listed. */
export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * By DNS alone, IPv4 first. The system's look-up cannot be given up, and few run at once: servers of names that never
 * answer would hold up every other.
 */
export function resolveByDns(servers?: readonly string[]): Resolve {
  return async (host, signal) => {
    if (signal.aborted) return [];
    const resolver = new Resolver({ timeout: askMsMax, tries: 2 });
    if (servers !== undefined) resolver.setServers(servers);
    const cancel = (): void => resolver.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const asked = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
      return asked.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  };
}

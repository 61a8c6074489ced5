import { hostname, type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { Config } from '../config/Config.ts';
import { bearerOf } from './bearerOf.ts';

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}

/** The origins whose pages are ours: what people type into the address bar to reach this server. */
export function allowedOrigins(
  config: Pick<Config, 'publicUrl' | 'host' | 'port'>,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
  machineName = hostname(),
): ReadonlySet<string> {
  const origins = new Set<string>();
  const add = (url: string) => {
    const origin = originOf(url);
    if (origin !== null) origins.add(origin);
  };
  add(config.publicUrl);
  for (const host of loopbackHosts) add(`http://${host}:${config.port}`);
  if (config.host === '0.0.0.0' || config.host === '::') {
    for (const name of [machineName, `${machineName}.local`]) add(`http://${name}:${config.port}`);
    for (const { address, family } of Object.values(interfaces).flatMap((entries) => entries ?? [])) {
      add(`http://${family === 'IPv6' ? `[${address}]` : address}:${config.port}`);
    }
  }
  return origins;
}

/**
 * Whether a request that changes something comes from a page of ours, or from a program [AUTH5].
 * Browsers always send `Origin` with such a request, so a request without one is not forged by a page. Neither is one
 * with a token: no page of another site can add it, and no cookie counts beside it [TOKEN5].
 */
export function isOwnPageOrProgram(headers: Headers, origins: ReadonlySet<string>): boolean {
  if (bearerOf(headers) !== null) return true;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  return origin === null || origins.has(origin);
}

import { isIP } from 'node:net';
import type { AllowedHosts } from './AllowedHosts.ts';
import { isPublicAddress } from './isPublicAddress.ts';

/** Why nothing is sent to an address. */
export type ReceiverFault = 'URL' | 'SCHEME' | 'PORT' | 'ADDRESS';

/** Where something is sent to, as far as it can be said before its name is resolved. */
export interface Receiver {
  readonly url: URL;
  /** The host without brackets. */
  readonly host: string;
  /** The address, where the host is one already. */
  readonly address: string | null;
  /** Listed by whoever runs the server: whatever it resolves to is fine. */
  readonly isListed: boolean;
}

const lengthMax = 2_000;
const ports = ['', '443', '8443'];
const localNames = /(^|\.)(localhost|local|internal|localdomain|home\.arpa)$/;

/**
 * Reads where something is to be sent: https on port 443 or 8443 of a public host, without a name or password, unless
 * the host is listed. Decimal, octal and hexadecimal addresses are what the address parser makes of them.
 */
export function receiverOf(text: string, allowed: AllowedHosts): Receiver | ReceiverFault {
  const url = text.length > lengthMax ? null : parsed(text);
  if (url === null) return 'URL';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'SCHEME';
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'URL';
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  // A resolver may drop what is empty in a name; then it would be another name than the one that was judged.
  if (isIP(host) === 0 && host.split('.').includes('')) return 'URL';
  const address = isIP(host) === 0 ? null : host;
  const isListed = allowed.names(host);
  const receiver = { url, host, address, isListed };
  if (isListed) return receiver;
  if (url.protocol !== 'https:') return 'SCHEME';
  if (!ports.includes(url.port)) return 'PORT';
  if (address === null ? localNames.test(host) : !isPublicAddress(address)) return 'ADDRESS';
  return receiver;
}

/** `URL.canParse` is no help: once it is compiled, Node 20 reads letters beyond ASCII as other letters there. */
function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

import { BlockList, isIP } from 'node:net';

/** Hosts and addresses of this network that may be reached all the same, because whoever runs the server says so. */
export class AllowedHosts {
  readonly #names = new Set<string>();
  readonly #addresses = new BlockList();

  /** Names, addresses, and nets such as `10.1.0.0/16`. */
  constructor(listed: readonly string[]) {
    for (const entry of listed) {
      const [address = '', prefix] = entry.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      if (isIP(address) === 0) this.#names.add(entry.toLowerCase());
      else if (prefix === undefined) this.#addresses.addAddress(address, family);
      else this.#addresses.addSubnet(address, Number(prefix), family);
    }
  }

  /** Whether a host of an address is listed itself: then plain http, any port and whatever it resolves to are fine. */
  names(host: string): boolean {
    return this.#names.has(host.toLowerCase()) || this.covers(host);
  }

  /** Whether an address is listed. */
  covers(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && this.#addresses.check(address, family === 6 ? 'ipv6' : 'ipv4');
  }
}

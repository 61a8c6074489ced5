import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { allowedOrigins, isOwnPageOrProgram } from './allowedOrigins.ts';

const on = (address: string, family: 'IPv4' | 'IPv6'): NetworkInterfaceInfo => {
  const shared = { address, netmask: '', mac: '', internal: false, cidr: null };
  return family === 'IPv4' ? { ...shared, family } : { ...shared, family, scopeid: 0 };
};
const interfaces = { eth0: [on('192.168.1.20', 'IPv4'), on('2001:db8::20', 'IPv6')] };

describe('own origins', () => {
  it('[AUTH5] on loopback only the names of this machine are ours', () => {
    const config = { publicUrl: 'http://localhost:3000', host: '127.0.0.1', port: 3000 };
    expect([...allowedOrigins(config, interfaces, 'meja')]).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
    ]);
  });

  it('[AUTH5] shared in a room, every address of the machine is ours, and no other', () => {
    const config = { publicUrl: 'http://192.168.1.20:3000', host: '0.0.0.0', port: 3000 };
    const origins = allowedOrigins(config, interfaces, 'meja');
    for (const origin of [
      'http://192.168.1.20:3000',
      'http://[2001:db8::20]:3000',
      'http://meja:3000',
      'http://meja.local:3000',
    ]) {
      expect(isOwnPageOrProgram(new Headers({ origin }), origins), origin).toBe(true);
    }
    for (const origin of [
      'http://192.168.1.20',
      'http://192.168.1.20:3001',
      'https://192.168.1.20:3000',
      'http://192.168.1.20:3000.evil.example',
      'http://192.168.1.21:3000',
      'http://evil.example:3000',
      'null',
      '',
    ]) {
      expect(isOwnPageOrProgram(new Headers({ origin }), origins), origin).toBe(false);
    }
  });

  it('[AUTH5] the public address counts by its origin, whatever its path', () => {
    const config = { publicUrl: 'https://maps.example/jejak/', host: '10.0.0.5', port: 3000 };
    const origins = allowedOrigins(config, interfaces, 'meja');
    expect(origins.has('https://maps.example')).toBe(true);
    expect(origins.has('http://192.168.1.20:3000')).toBe(false);
  });
});

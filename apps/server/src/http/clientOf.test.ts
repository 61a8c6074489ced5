import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { settleClient, trustedProxies } from './clientOf.ts';

function requestFrom(address: string, headers: Record<string, string>): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  const request = new IncomingMessage(socket);
  Object.assign(request.headers, { host: 'maps.example.org', ...headers });
  return request;
}

const trusted = trustedProxies(['10.0.0.0/8', '127.0.0.0/8', '::1', 'fd00::/8']);

test('[DOOR7] forwarded headers of a stranger are dropped and replaced by what we saw', () => {
  const request = requestFrom('203.0.113.9', {
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evil.example',
    'x-real-ip': '127.0.0.1',
    forwarded: 'for=127.0.0.1',
  });
  expect(settleClient(request, trusted)).toEqual({
    address: '203.0.113.9',
    protocol: 'http',
    host: 'maps.example.org',
    forwardedByStranger: true,
    claimedAddresses: ['127.0.0.1'],
  });
  expect(request.headers).toEqual({
    host: 'maps.example.org',
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': 'maps.example.org',
  });
});

test('[DOOR7] a trusted proxy is believed, but not what its client wrote before it', () => {
  const request = requestFrom('::ffff:10.0.0.5', {
    'x-forwarded-for': '1.1.1.1, 198.51.100.7, 10.2.0.1',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'jejak.example',
  });
  expect(settleClient(request, trusted)).toEqual({
    address: '198.51.100.7',
    protocol: 'https',
    host: 'jejak.example',
    forwardedByStranger: false,
    claimedAddresses: ['1.1.1.1', '198.51.100.7', '10.2.0.1'],
  });
});

test.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['10.255.0.1', true],
  ['fd12::1', true],
  ['11.0.0.1', false],
  ['2001:db8::1', false],
  ['', false],
])('the proxy list answers %s with %s', (address, expected) => {
  expect(trusted(address)).toBe(expected);
});

test('[DOOR7] junk in a forwarded header falls back to the peer', () => {
  const request = requestFrom('127.0.0.1', { 'x-forwarded-for': 'unknown, <script>' });
  expect(settleClient(request, trusted).address).toBe('127.0.0.1');
});

import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate and its key, as a TLS server takes them. */
export interface MadeCertificate {
  readonly name: string;
  readonly certificate: string;
  readonly key: KeyObject;
  /** The key as a server takes it. */
  readonly pem: string;
}

/** What a certificate says. */
export interface CertificateFacts {
  readonly name: string;
  /** Hosts it is for; a name alone counts for nothing. */
  readonly hosts?: readonly string[];
  readonly addresses?: readonly string[];
  readonly from?: Date;
  readonly until?: Date;
  readonly isAuthority?: boolean;
  /** What its key may be used for. */
  readonly use?: 'server' | 'client';
}

const dayMs = 86_400_000;

function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}
const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const octets = (content: Uint8Array): Buffer => der(0x04, content);
const yes = der(0x01, Buffer.from([255]));
const moment = (date: Date): Buffer =>
  der(0x18, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`));
const nameOf = (text: string): Buffer =>
  sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(text)))));
const extension = (id: string, isCritical: boolean, content: Uint8Array): Buffer =>
  sequence(oid(id), ...(isCritical ? [yes] : []), octets(content));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const purposes = { server: '2b06010505070301', client: '2b06010505070302' } as const;

/** Makes a certificate of version 3 with a key of P-256, signed by an authority or by itself. */
export function makeCertificate(facts: CertificateFacts, by: MadeCertificate | null = null): MadeCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { name, hosts = [], addresses = [], isAuthority = false, use = 'server' } = facts;
  const now = Date.now();
  const { from = new Date(now - dayMs), until = new Date(now + dayMs) } = facts;
  const alternatives = [
    ...hosts.map((host) => der(0x82, Buffer.from(host))),
    ...addresses.map((address) => der(0x87, Buffer.from(address.split('.').map(Number)))),
  ];
  const extensions = [
    extension('551d13', true, sequence(...(isAuthority ? [yes] : []))),
    ...(alternatives.length === 0 ? [] : [extension('551d11', false, sequence(...alternatives))]),
    ...(isAuthority ? [] : [extension('551d25', false, sequence(oid(purposes[use])))]),
  ];
  const told = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(by?.name ?? name),
    sequence(moment(from), moment(until)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', told, by?.key ?? privateKey);
  const whole = sequence(told, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  const certificate = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return {
    name,
    certificate,
    key: privateKey,
    pem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

import type { TlsOptions } from 'node:tls';
import type { PostFault } from '../../src/outbound/PostOutcome.ts';
import { type CertificateFacts, type MadeCertificate, makeCertificate } from './madeCertificate.ts';

/** A TLS server, under which name it is called, and how a POST to it ends. */
export interface TlsCase {
  readonly name: string;
  readonly host: string;
  readonly options: TlsOptions;
  /** null where it arrives. */
  readonly expected: PostFault | null;
}

const day = 86_400_000;

/** What tests believe, and servers in every state of right and wrong. */
export function tlsCases(now: number): {
  readonly authority: MadeCertificate;
  readonly cases: readonly TlsCase[];
} {
  const authority = makeCertificate({ name: 'Authority', isAuthority: true });
  const stranger = makeCertificate({ name: 'Stranger', isAuthority: true });
  const namesake = makeCertificate({ name: 'Authority', isAuthority: true });
  const lateAuthority = makeCertificate(
    { name: 'Late', isAuthority: true, until: new Date(now - 1_000) },
    authority,
  );
  const noAuthority = makeCertificate({ name: 'Leaf', hosts: ['hooks.test'] }, authority);
  const served = (
    facts: Partial<CertificateFacts>,
    by: MadeCertificate | null = authority,
    above: readonly MadeCertificate[] = [],
  ): TlsOptions => {
    const leaf = makeCertificate({ name: 'leaf', hosts: ['hooks.test'], ...facts }, by);
    return { cert: [leaf, ...above].map(({ certificate }) => certificate).join(''), key: leaf.pem };
  };
  const at = (
    name: string,
    expected: PostFault | null,
    options: TlsOptions,
    host = 'hooks.test',
  ): TlsCase => ({
    name,
    host,
    options,
    expected,
  });
  const right = served({});
  const cases: readonly TlsCase[] = [
    at('the right name', null, right),
    at('the right name with a dot', null, right, 'hooks.test.'),
    at('the right name in capitals', null, right, 'HOOKS.test'),
    at('one of several names', null, served({ hosts: ['a.test', 'hooks.test', 'b.test'] })),
    at('a name below a star', null, served({ hosts: ['*.hooks.test'] }), 'a.hooks.test'),
    at('a name two below a star', 'TLS', served({ hosts: ['*.hooks.test'] }), 'a.b.hooks.test'),
    at('the name that a star is below', 'TLS', served({ hosts: ['*.hooks.test'] })),
    at('a star alone', 'TLS', served({ hosts: ['*'] })),
    at('another name', 'TLS', served({ hosts: ['other.test'] })),
    at('a name that begins alike', 'TLS', served({ hosts: ['hooks.test.evil.example'] })),
    at('a name that ends alike', 'TLS', served({ hosts: ['xhooks.test'] })),
    at('a name with a NUL behind it', 'TLS', served({ hosts: ['hooks.test\0.evil.example'] })),
    at('its name only as what it is called', 'TLS', served({ name: 'hooks.test', hosts: ['other.test'] })),
    at('its name only as an address', 'TLS', served({ hosts: [], addresses: ['127.0.0.1'] })),
    at('its address', null, served({ hosts: [], addresses: ['127.0.0.1'] }), '127.0.0.1'),
    at('another address', 'TLS', served({ hosts: [], addresses: ['127.0.0.2'] }), '127.0.0.1'),
    at('its address as a name', 'TLS', served({ hosts: ['127.0.0.1'] }), '127.0.0.1'),
    at('a name for an address', 'TLS', right, '127.0.0.1'),
    at('run out a second ago', 'TLS', served({ until: new Date(now - 1_000) })),
    at(
      'run out long ago',
      'TLS',
      served({ from: new Date(now - 90 * day), until: new Date(now - 30 * day) }),
    ),
    at('not yet valid', 'TLS', served({ from: new Date(now + day), until: new Date(now + 2 * day) })),
    at('signed by itself', 'TLS', served({}, null)),
    at('signed by itself, as an authority', 'TLS', served({ isAuthority: true }, null)),
    at('signed by somebody unknown', 'TLS', served({}, stranger)),
    at('signed by somebody unknown, who is sent along', 'TLS', served({}, stranger, [stranger])),
    at('signed by somebody of the same name', 'TLS', served({}, namesake)),
    at('signed by somebody of the same name, who is sent along', 'TLS', served({}, namesake, [namesake])),
    at('signed by an authority that ran out', 'TLS', served({}, lateAuthority, [lateAuthority])),
    at('signed by a certificate that is no authority', 'TLS', served({}, noAuthority, [noAuthority])),
    at('for clients alone', 'TLS', served({ use: 'client' })),
    at('TLS 1.2', null, { ...right, maxVersion: 'TLSv1.2' }),
    at('TLS 1.1 alone', 'TLS', {
      ...right,
      minVersion: 'TLSv1.1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    }),
    at('no cipher in common', 'TLS', {
      ...right,
      maxVersion: 'TLSv1.2',
      ciphers: 'ECDHE-RSA-AES128-GCM-SHA256',
    }),
    at('an offer of another protocol', null, { ...right, ALPNProtocols: ['h2'] }),
    at('it wants a certificate', 'TLS', {
      ...right,
      requestCert: true,
      rejectUnauthorized: true,
      ca: authority.certificate,
    }),
    at('it wants a certificate, TLS 1.2', 'TLS', {
      ...right,
      requestCert: true,
      rejectUnauthorized: true,
      ca: authority.certificate,
      maxVersion: 'TLSv1.2',
    }),
  ];
  return { authority, cases };
}

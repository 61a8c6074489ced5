import type { ReceiverFault } from '../../src/outbound/receiverOf.ts';

/** An address somebody gives, and why nothing is sent there. */
export interface AddressCase {
  readonly url: string;
  readonly fault: ReceiverFault;
}

/** Nets of IPv4 that are not the public internet: their first octets, and how many bits of what follows are free. */
const inside: readonly (readonly [first: number, second: number | null])[] = [
  [0, null],
  [10, null],
  [100, 64],
  [100, 127],
  [127, null],
  [169, 254],
  [172, 16],
  [172, 31],
  [192, 168],
  [198, 18],
  [198, 19],
  [224, null],
  [239, null],
  [240, null],
  [255, 255],
];
/** What of it people are after most. */
const wellKnown = ['127.0.0.1', '169.254.169.254', '10.0.0.1', '192.168.0.1', '172.17.0.1', '0.0.0.0'];

const hex = (value: number, places = 1): string => value.toString(16).padStart(places, '0');
const octal = (value: number): string => `0${value.toString(8)}`;
const spelt = (text: string, zero: number): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** How the same four octets can be written, so that a browser, a resolver or a kernel reads them all the same. */
function formsOf(octets: readonly number[]): readonly string[] {
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  const dotted = octets.join('.');
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const rest = (b * 256 + c) * 256 + d;
  const high = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
  return [
    dotted,
    `${dotted}.`,
    String(whole),
    `0x${hex(whole)}`,
    `0X${hex(whole).toUpperCase()}`,
    octal(whole),
    `${a}.${rest}`,
    `${a}.${b}.${c * 256 + d}`,
    octets.map(octal).join('.'),
    octets.map((octet) => `0x${hex(octet)}`).join('.'),
    octets.map((octet) => `0000${octet.toString(8)}`).join('.'),
    `0x${hex(a)}.${octal(b)}.${c}.0x${hex(d, 8)}`,
    `${octal(a)}.${rest}`,
    [...dotted].map((letter) => `%${hex(letter.charCodeAt(0), 2)}`).join(''),
    spelt(dotted, 0xff10),
    spelt(dotted, 0x1d7ce),
    dotted.replaceAll('.', '\u3002'),
    dotted.replaceAll('.', '\uff0e'),
    dotted.replaceAll('.', '\u00ad.'),
    `[::ffff:${dotted}]`,
    `[::ffff:${high}]`,
    `[0:0:0:0:0:FFFF:${high}]`,
    `[::${dotted}]`,
    `[::ffff:0:${high}]`,
    `[64:ff9b::${high}]`,
    `[64:ff9b:1::${high}]`,
    `[2002:${high}::1]`,
    `[2001:0:${high}::1]`,
    `[2001:0:1:2:3:4:${hex(0xffff - (a * 256 + b))}:${hex(0xffff - (c * 256 + d))}]`,
    `[fe80::5efe:${high}]`,
  ];
}

/** Every form of an address of each net that is not the internet: `rounds` of each, besides the well-known ones. */
export function insideForms(random: () => number, rounds: number): readonly AddressCase[] {
  const octet = (): number => Math.floor(random() * 256);
  const made = Array.from({ length: rounds }, () =>
    inside.map(([first, second]) => [first, second ?? octet(), octet(), octet()]),
  ).flat();
  const known = wellKnown.map((address) => address.split('.').map(Number));
  return [...known, ...made]
    .flatMap(formsOf)
    .map((host): AddressCase => ({ url: `https://${host}/hook`, fault: 'ADDRESS' }));
}

const refused = (fault: ReceiverFault, urls: readonly string[]): readonly AddressCase[] =>
  urls.map((url) => ({ url, fault }));

/** What is inside in IPv6 alone, names of this network, and addresses that hold another one. */
export const otherForms: readonly AddressCase[] = [
  ...refused(
    'ADDRESS',
    [
      '::',
      '::1',
      'fe80::1',
      'febf:ffff::1',
      'fec0::1',
      'fc00::1',
      'fdff::1',
      'fd00:ec2::254',
      'ff02::1',
      'ff0e::1',
    ]
      .concat([
        '100::1',
        '2001:db8::1',
        '2001:10::1',
        '2001:20::1',
        '3fff::1',
        '5f00::1',
        '2620:4f:8000::1',
        '4000::1',
      ])
      .flatMap((address) => [`https://[${address}]/`, `https://[${address.toUpperCase()}]:8443/`]),
  ),
  ...refused(
    'ADDRESS',
    [
      'localhost',
      'LocalHost',
      'localhost.',
      'localhost%2e',
      'a.localhost',
      'ⓛocalhost',
      'local\u00adhost',
      'ｌocalhost',
    ]
      .concat([
        'localhost\u3002',
        'printer.local',
        'metadata.google.internal',
        'db.internal.',
        'nas.home.arpa',
      ])
      .concat(['app.localdomain', 'LOCAL', 'internal'])
      .map((host) => `https://${host}/`),
  ),
  ...refused(
    'URL',
    [
      'localhost..',
      '127.0.0.1..',
      'hooks..example.org',
      '.hooks.example.org',
      '[::1].',
      '[::1',
      '::1',
      '[fe80::1%25lo]',
    ]
      .concat([
        '[fe80::1%lo]',
        '127.0.0.1%00.example.org',
        '127.0.0.1 .example.org',
        '256.0.0.1',
        '1.2.3.4.5',
        '0x100000000',
      ])
      .concat([
        '4294967296',
        '१२७.0.0.1',
        'xn--',
        'hooks.example.org:65536',
        'hooks.example.org:-1',
        '[::ffff:127.0.0.1.]',
      ])
      .concat(['%', '%zz', 'a<b', 'a^b', 'a|b', '', '[]', '[0:0:0:0:0:0:0:0:1]', '[::ffff:999.0.0.1]'])
      .map((host) => `https://${host}/`),
  ),
  ...refused('URL', [
    'https://127.0.0.1@hooks.example.org/',
    'https://hooks.example.org@127.0.0.1/',
    'https://user:@hooks.example.org/',
    'https://:word@hooks.example.org/',
    'https://hooks.example.org:443@127.0.0.1/',
    'https://hooks.example.org%40127.0.0.1/',
    'https://hooks.example.org#@127.0.0.1/',
    'https://hooks.example.org/#fragment',
    'https://127.0.0.1:8443.example.org/',
    '//hooks.example.org/',
    '/hook',
    'hooks.example.org/hook',
    'https//hooks.example.org',
    'https://',
    ' ',
    `https://hooks.example.org/${'a'.repeat(2_000)}`,
    `https://${'a.'.repeat(1_200)}org/`,
  ]),
  ...refused('ADDRESS', [
    'https:127.0.0.1',
    'https:/127.0.0.1/',
    'https:///127.0.0.1/',
    'https:\\\\127.0.0.1\\x',
    '\thttps://127.0.0.1/\n',
  ]),
  ...refused(
    'PORT',
    [
      0, 1, 21, 22, 23, 25, 53, 80, 111, 139, 445, 2375, 3000, 3306, 5432, 6379, 8080, 8444, 9200, 11211,
      27017, 65535,
    ]
      .map((port) => `https://hooks.example.org:${port}/`)
      .concat('https://hooks.example.org:0080/', 'https://8.8.8.8:6443/', 'https://[2606:4700::1111]:22/'),
  ),
  ...refused(
    'SCHEME',
    [
      'http',
      'HTTP',
      'ws',
      'wss',
      'ftp',
      'file',
      'gopher',
      'ldap',
      'dict',
      'blob',
      'about',
      'javascript',
      'data',
      'unix',
      'jar',
    ]
      .map((scheme) => `${scheme}://hooks.example.org/`)
      .concat(
        'http://127.0.0.1/',
        'javascript:alert(1)',
        'data:text/plain,x',
        'mailto:a@example.org',
        'file:///etc/passwd',
      ),
  ),
];

/** What may be reached: public addresses and names, however oddly they are written. */
export const outsideForms: readonly string[] = [
  'https://hooks.example.org/',
  'https://HOOKS.example.org.:8443/a?b=c',
  'https://hooks.example.org:0443/',
  'https://faß.example/',
  'https://例え.テスト/',
  'https://127.0.0.1.example.org/',
  'https://localhost.example.org/',
  'https://local.example/',
  'https://8.8.8.8/',
  'https://1.1/',
  'https://0x08080808/',
  'https://172.32.0.1/',
  'https://100.128.0.1/',
  'https://192.169.0.1/',
  'https://[2606:4700::1111]/',
  'https://[2a00:1450::8a]:8443/',
  '  https://hooks.example.org/  ',
  'https://hooks.example.org/%0d%0aX-Other:%20y',
];

import type { UpgradeOutcome } from './rawUpgrade.ts';
import type { UpgradeCase } from './upgradeCases.ts';

/** What a forger can get hold of. */
export interface Credentials {
  /** Of somebody who may write: `name=<token>.<signature>`. */
  readonly cookie: string;
  /** Of somebody else, as good as that. */
  readonly otherCookie: string;
  /** Sessions that were good once. */
  readonly ended: readonly string[];
  /** A session signed with another secret. */
  readonly forged: string;
  /** Tickets of that person, for this map. */
  readonly tickets: readonly string[];
  readonly usedTicket: string;
  readonly lateTicket: string;
  readonly ticketOfEndedSession: string;
  readonly ticketOfOtherMap: string;
}

/** Whatever is no session: nobody. */
export function cookieCases(target: string, given: Credentials): readonly UpgradeCase[] {
  const [name = '', value = ''] = given.cookie.split('=', 2);
  const decoded = decodeURIComponent(value);
  const [token = '', signature = ''] = decoded.split('.');
  const [, other = ''] = given.otherCookie.split('=', 2);
  const [otherToken = '', otherSignature = ''] = decodeURIComponent(other).split('.');
  const flipped = `${signature.slice(0, 5)}${signature[5] === 'A' ? 'B' : 'A'}${signature.slice(6)}`;
  const signed = (each: string): string => `${name}=${encodeURIComponent(each)}`;
  const nobody = [
    '',
    '=',
    ';;;',
    name,
    `${name}=`,
    `${name}=null`,
    `${name}=undefined`,
    `${name}=[object Object]`,
    `${name}=${'%'.repeat(100)}`,
    `${name}=%E0%A4%A`,
    `${name}=${'x'.repeat(8_000)}`,
    signed(token),
    signed(`${token}.`),
    signed(`.${signature}`),
    signed(`${token}.${signature.slice(0, -1)}`),
    signed(`${token}.${signature.slice(1)}`),
    signed(`${token}.${signature}=`),
    signed(`${token}.${flipped}`),
    signed(`${token}.${signature.toLowerCase()}`),
    signed(`${token}.${otherSignature}`),
    signed(`${otherToken}.${signature}`),
    signed(`${token}x.${signature}`),
    signed(`${token}.${token}.${signature}`),
    signed(`{"$ne":null}.${signature}`),
    signed(encodeURIComponent(decoded)),
    `${name.toUpperCase()}=${value}`,
    `__Host-${name}=${value}`,
    `x${name}=${value}`,
    `${name}x=${value}`,
    `__proto__=${value}; constructor=${value}`,
    `${'a=b; '.repeat(1_500)}c=d`,
    given.forged,
    ...given.ended,
  ];
  return [
    ...nobody.map(
      (cookie): UpgradeCase => ({
        name: `cookie ${JSON.stringify(cookie.slice(0, 60))}`,
        request: { target, headers: { Cookie: cookie } },
        expected: 'closed 4401',
      }),
    ),
    { name: 'no cookie', request: { target, headers: { Cookie: null } }, expected: 'closed 4401' },
    {
      name: 'the session as a bearer',
      request: { target, headers: { Cookie: null, Authorization: `Bearer ${token}` } },
      expected: 'closed 4401',
    },
    {
      name: 'the cookie among others',
      request: { target, headers: { Cookie: `a=b; ${given.cookie}; c=d` } },
      expected: 'writes',
    },
    // Which of two counts is nobody's matter, as long as it is one of them.
    {
      name: 'the cookie twice, once forged',
      request: { target, headers: { Cookie: `${given.forged}; ${given.cookie}` } },
      expected: ['writes', 'closed 4401'],
    },
    {
      name: 'a line feed in the cookie',
      request: { target, headers: { Cookie: `${given.cookie}\n${given.otherCookie}` } },
      expected: 'HTTP 400',
    },
  ];
}

/** Whatever is no ticket of this moment and map: nobody, also beside a good cookie. */
export function ticketCases(target: string, given: Credentials): readonly UpgradeCase[] {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = given.tickets;
  const at = (
    name: string,
    query: string,
    expected: UpgradeOutcome,
    headers: Readonly<Record<string, string | null>> = { Cookie: null, Origin: null },
  ): UpgradeCase => ({
    name: `ticket ${name}`,
    request: { target: `${target}&${query}`, headers },
    expected,
  });
  return [
    at('empty', 'ticket=', 'closed 4401'),
    at('without a value', 'ticket', 'closed 4401'),
    at('made up', `ticket=${'A'.repeat(43)}`, 'closed 4401'),
    at('of 256 characters', `ticket=${'A'.repeat(256)}`, 'closed 4401'),
    at('of 257 characters', `ticket=${'A'.repeat(257)}`, 'closed 4401'),
    at('of 5,000 characters', `ticket=${'A'.repeat(5_000)}`, 'HTTP 400'),
    at('of an operator', 'ticket[$ne]=', 'closed 4401'),
    at('of JSON', `ticket=${encodeURIComponent('{"$ne":null}')}`, 'closed 4401'),
    at('of broken escapes', 'ticket=%E0%A4%A', 'closed 4401'),
    at('used before', `ticket=${given.usedTicket}`, 'closed 4401'),
    at('too late', `ticket=${given.lateTicket}`, 'closed 4401'),
    at('of a session that ended', `ticket=${given.ticketOfEndedSession}`, 'closed 4401'),
    at('of another map', `ticket=${given.ticketOfOtherMap}`, 'closed 4401'),
    at('of another map, again', `ticket=${given.ticketOfOtherMap}`, 'closed 4401'),
    at('cut short', `ticket=${first.slice(0, -1)}`, 'closed 4401'),
    at('with more behind it', `ticket=${first}A`, 'closed 4401'),
    at('in other letters', `ticket=${first.toLowerCase()}`, 'closed 4401'),
    at('under another name', `Ticket=${first}`, 'closed 4401'),
    at('with NUL', `ticket=${first}%00`, 'closed 4401'),
    at('as a cookie', 'x=1', 'closed 4401', { Cookie: `ticket=${first}` }),
    at('as a bearer', 'x=1', 'closed 4401', { Cookie: null, Authorization: `Bearer ${first}` }),
    at('bad, beside a good cookie', 'ticket=bad', 'closed 4401', {}),
    at('bad, beside a good cookie from elsewhere', 'ticket=bad', 'closed 4401', {
      Origin: 'http://evil.example',
    }),
    at('good', `ticket=${first}`, 'writes'),
    at('the same again', `ticket=${first}`, 'closed 4401'),
    at('good, from elsewhere', `ticket=${second}`, 'writes', { Cookie: null, Origin: 'http://evil.example' }),
    at('good, beside a bad cookie', `ticket=${third}`, 'writes', { Cookie: given.forged }),
    at('good, then a bad one', `ticket=${fourth}&ticket=bad`, 'writes'),
    at('bad, then a good one', `ticket=bad&ticket=${fifth}`, 'closed 4401'),
  ];
}

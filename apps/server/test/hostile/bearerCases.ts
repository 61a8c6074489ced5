import { createHash } from 'node:crypto';

/** What an attacker has or may try. */
export interface BearerParts {
  /** Of somebody who may do all that is asked. */
  readonly good: string;
  readonly tokenId: string;
  readonly revoked: string;
  readonly expired: string;
  /** Of a person who is no member any more. */
  readonly ofRemoved: string;
  /** The value of a session cookie. */
  readonly session: string;
}

/** Lines of a head, or what stands behind `?`, that say who asks. */
export interface BearerCase {
  readonly name: string;
  readonly lines: readonly string[];
  readonly query?: string;
  /** Whether whoever sends this is in, or nobody; or somebody who may not see the map. */
  readonly is: 'in' | 'out' | 'stranger';
}

/** UTF-8 as it travels in a header, a character for each byte. */
const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const turned = (letter: string): string =>
  letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();

/** A token in every state, form and place. */
export function bearerCases(parts: BearerParts, random: () => number): readonly BearerCase[] {
  const { good, revoked, expired, ofRemoved, session, tokenId } = parts;
  const out = (name: string, ...lines: readonly string[]): BearerCase => ({ name, lines, is: 'out' });
  const bearer = (text: string): string => `Authorization: Bearer ${text}`;
  const at = 6 + Math.floor(random() * 32);
  const withLetter = (place: number, letter: string): string =>
    good.slice(0, place) + letter + good.slice(place + 1);
  const letterAt = [...good].findLastIndex((letter) => /[a-z]/i.test(letter));
  const otherLetter = good[at] === 'a' ? 'b' : 'a';
  const neighbours = good.slice(0, 8) + (good[9] ?? '') + (good[8] ?? '') + good.slice(10);
  return [
    { name: 'as it is', lines: [bearer(good)], is: 'in' },
    { name: 'small letters', lines: [`authorization: bearer ${good}`], is: 'in' },
    { name: 'capitals', lines: [`AUTHORIZATION: BEARER ${good}`], is: 'in' },
    { name: 'several spaces', lines: [`Authorization:   Bearer    ${good}   `], is: 'in' },
    { name: 'twice the same', lines: [bearer(good), bearer(good)], is: 'in' },
    { name: 'of somebody who was removed', lines: [bearer(ofRemoved)], is: 'stranger' },
    out('revoked', bearer(revoked)),
    out('run out', bearer(expired)),
    out('nothing', 'Authorization: Bearer '),
    out('nothing at all', 'Authorization:'),
    ...[1, 2, 6, 7, 20, 38].map((cut) => out(`without the last ${cut}`, bearer(good.slice(0, -cut)))),
    ...[1, 4, 6].map((cut) => out(`without the first ${cut}`, bearer(good.slice(cut)))),
    ...['jjk', 'jjk_', 'jjk_p', 'jjk_p_', good.slice(0, 10)].map((text) =>
      out(`only ${text.slice(0, 6)}`, bearer(text)),
    ),
    out('one letter more', bearer(`${good}0`)),
    out('itself twice', bearer(good + good)),
    out('itself twice, with a comma', bearer(`${good},${good}`)),
    out('small', bearer(good.toLowerCase())),
    out('large', bearer(good.toUpperCase())),
    out('a letter in the other case', bearer(withLetter(letterAt, turned(good[letterAt] ?? '')))),
    out('another letter', bearer(withLetter(at, otherLetter))),
    out('two letters changed places', bearer(neighbours === good ? `${good}1` : neighbours)),
    out('as one of a workspace', bearer(good.replace('jjk_p_', 'jjk_w_'))),
    out('of another kind', bearer(good.replace('jjk_p_', 'jjk_x_'))),
    out('a letter that looks the same', bearer(bytesOf(good.replace('j', '\u0458')))),
    out('full width', bearer(bytesOf(good.replace('jjk', '\uff4a\uff4a\uff4b')))),
    out('with a space of no width', bearer(bytesOf(good.replace('_p_', '_p\u200b_')))),
    out('with a mark behind', bearer(bytesOf(`${good}\u0301`))),
    out('a byte that is no text', bearer(`${good}\xff`)),
    out('percent-encoded', bearer(good.replace('jjk', '%6a%6a%6b'))),
    out('in quotes', bearer(`"${good}"`)),
    out('in brackets', bearer(`<${good}>`)),
    out('as JSON', bearer(`{"token":"${good}"}`)),
    out('in base64', bearer(Buffer.from(good).toString('base64'))),
    out('its hash', bearer(sha(good))),
    out('the beginning of its hash', bearer(sha(good).slice(0, 16))),
    out('its id', bearer(tokenId)),
    out('an operator', bearer('{"$ne":null}')),
    out('a name of a prototype', bearer('__proto__')),
    out('made up, with a checksum that fits nothing', bearer(`jjk_p_${'0'.repeat(38)}`)),
    out('eight kilobytes', bearer('x'.repeat(8_000))),
    out('a session', bearer(session)),
    out('twice the word', `Authorization: Bearer Bearer ${good}`),
    out('with more behind', `Authorization: Bearer ${good} ${good}`),
    out('with a tab between', `Authorization: Bearer\t${good}`),
    out('with no space', `Authorization: Bearer${good}`),
    out('with a colon', `Authorization: Bearer: ${good}`),
    out('without the word', `Authorization: ${good}`),
    ...['Token', 'Basic', 'Digest', 'ApiKey', 'Negotiate', 'Bearer,'].map((word) =>
      out(`as ${word}`, `Authorization: ${word} ${good}`),
    ),
    out('as a name and a password', `Authorization: Basic ${Buffer.from(`${good}:`).toString('base64')}`),
    out('as a password', `Authorization: Basic ${Buffer.from(`x:${good}`).toString('base64')}`),
    // The first of two counts, as Node has it: a good one behind another lets nobody in.
    out('behind one that is revoked', bearer(revoked), bearer(good)),
    out('behind an empty one', 'Authorization: Bearer', bearer(good)),
    out('behind a name and a password', 'Authorization: Basic eDp5', bearer(good)),
    ...[
      'X-Api-Key',
      'Api-Key',
      'X-Auth-Token',
      'X-Access-Token',
      'X-Authorization',
      'Proxy-Authorization',
      'X-Jejak-Token',
      'Token',
      'Authentication',
      'X-Forwarded-Authorization',
      'Authorization_',
      'X-Original-Authorization',
    ].map((header) => out(`in ${header}`, `${header}: Bearer ${good}`)),
    ...['jejak.session_token', '__Secure-jejak.session_token', 'token', 'authorization', 'access_token'].map(
      (cookie) => out(`in the cookie ${cookie}`, `Cookie: ${cookie}=${encodeURIComponent(good)}`),
    ),
    ...['access_token', 'token', 'authorization', 'api_key', 'bearer', 'jwt', 'ticket'].map(
      (name): BearerCase => ({
        name: `in the address as ${name}`,
        lines: [],
        query: `${name}=${good}`,
        is: 'out',
      }),
    ),
    {
      name: 'in the address as a header',
      lines: [],
      query: `Authorization=${encodeURIComponent(`Bearer ${good}`)}`,
      is: 'out',
    },
  ];
}

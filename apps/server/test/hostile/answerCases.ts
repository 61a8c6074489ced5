import type { PostOutcome } from '../../src/outbound/PostOutcome.ts';

/** What a receiver sends back, byte for byte, before it closes; and how the POST must end. */
export interface AnswerCase {
  readonly name: string;
  readonly bytes: string;
  readonly expected: PostOutcome;
}

const ok = 'HTTP/1.1 200 OK\r\n';
const broken: PostOutcome = { status: null, fault: 'CONNECTION' };
const cutAfter = (status: number): PostOutcome => ({ status, fault: 'CONNECTION' });
const whole = (status: number): PostOutcome => ({ status, fault: null });
const failed = (status: number): PostOutcome => ({ status, fault: 'STATUS' });
const empty = 'Content-Length: 0\r\n\r\n';

/** Answers that are none, or half of one, or another protocol. */
export const answerCases: readonly AnswerCase[] = [
  { name: 'nothing', bytes: '', expected: broken },
  { name: 'a line feed', bytes: '\n', expected: broken },
  { name: 'a body without a head', bytes: 'hello', expected: broken },
  { name: 'NUL', bytes: '\0'.repeat(1_000), expected: broken },
  { name: 'a greeting of SSH', bytes: 'SSH-2.0-OpenSSH_9.2\r\n', expected: broken },
  { name: 'a greeting of SMTP', bytes: '220 mail ESMTP\r\n', expected: broken },
  { name: 'an error of Redis', bytes: '-ERR unknown command\r\n', expected: broken },
  { name: 'half a status line', bytes: 'HTTP/1.1 20', expected: broken },
  { name: 'two digits', bytes: `HTTP/1.1 99 X\r\n${empty}`, expected: broken },
  { name: 'four digits', bytes: `HTTP/1.1 2000 X\r\n${empty}`, expected: broken },
  { name: 'status 000', bytes: `HTTP/1.1 000 X\r\n${empty}`, expected: failed(0) },
  { name: 'status 999', bytes: `HTTP/1.1 999 X\r\n${empty}`, expected: failed(999) },
  { name: 'status 600', bytes: `HTTP/1.1 600 X\r\n${empty}`, expected: failed(600) },
  { name: 'another version', bytes: `HTTP/9.9 200 OK\r\n${empty}`, expected: broken },
  { name: 'HTTP/1.0', bytes: `HTTP/1.0 200 OK\r\n\r\nall of it`, expected: whole(200) },
  {
    name: 'another protocol',
    bytes: 'HTTP/1.1 101 X\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
    expected: failed(101),
  },
  {
    name: 'another protocol and more',
    bytes: `HTTP/1.1 101 X\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n${'x'.repeat(9_000)}`,
    expected: failed(101),
  },
  { name: '101 without another protocol', bytes: 'HTTP/1.1 101 X\r\n\r\n', expected: failed(101) },
  {
    name: 'an offer of another protocol',
    bytes: `${ok}Connection: upgrade\r\nUpgrade: h2c\r\n${empty}`,
    expected: whole(200),
  },
  { name: 'a thousand times 100', bytes: 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(1_000), expected: broken },
  {
    name: 'hints first',
    bytes: `${'HTTP/1.1 103 Hints\r\nLink: </x>\r\n\r\n'.repeat(20)}HTTP/1.1 204 No\r\n\r\n`,
    expected: whole(204),
  },
  { name: 'less than it says', bytes: `${ok}Content-Length: 10\r\n\r\nabc`, expected: cutAfter(200) },
  {
    name: 'less than it says, and it failed',
    bytes: 'HTTP/1.1 500 X\r\nContent-Length: 10\r\n\r\nabc',
    expected: cutAfter(500),
  },
  { name: 'more than it says', bytes: `${ok}Content-Length: 1\r\n\r\nabc`, expected: cutAfter(200) },
  { name: 'two answers', bytes: `${ok}${empty}HTTP/1.1 500 X\r\n${empty}`, expected: whole(200) },
  { name: 'two lengths', bytes: `${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\nabc`, expected: broken },
  { name: 'a length below zero', bytes: `${ok}Content-Length: -1\r\n\r\nabc`, expected: broken },
  { name: 'a length that is no number', bytes: `${ok}Content-Length: x\r\n\r\nabc`, expected: broken },
  {
    name: 'a length beyond 64 bits',
    bytes: `${ok}Content-Length: 99999999999999999999\r\n\r\nabc`,
    expected: broken,
  },
  {
    name: 'a length and pieces',
    bytes: `${ok}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    expected: broken,
  },
  {
    name: 'a piece of no size',
    bytes: `${ok}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    expected: cutAfter(200),
  },
  {
    name: 'a piece beyond 64 bits',
    bytes: `${ok}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n`,
    expected: cutAfter(200),
  },
  {
    name: 'pieces without an end',
    bytes: `${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n`,
    expected: cutAfter(200),
  },
  { name: 'a NUL in a header', bytes: `${ok}X: a\0b\r\n${empty}`, expected: broken },
  { name: 'a header without a name', bytes: `${ok}: x\r\n${empty}`, expected: broken },
  { name: 'a header of 17 KiB', bytes: `${ok}X: ${'a'.repeat(17 * 1_024)}\r\n${empty}`, expected: broken },
  { name: 'two thousand headers', bytes: `${ok}${'X: y\r\n'.repeat(2_000)}${empty}`, expected: whole(200) },
  { name: 'nine thousand headers', bytes: `${ok}${'X: y\r\n'.repeat(9_000)}${empty}`, expected: broken },
  {
    name: 'a body of 1 MiB',
    bytes: `${ok}Content-Length: 1048576\r\n\r\n${'a'.repeat(1_048_576)}`,
    expected: whole(200),
  },
  {
    name: 'a body that failed, of 1 MiB',
    bytes: `HTTP/1.1 500 X\r\nContent-Length: 1048576\r\n\r\n${'a'.repeat(1_048_576)}`,
    expected: failed(500),
  },
  {
    name: 'it says it is packed',
    bytes: `${ok}Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc`,
    expected: whole(200),
  },
  {
    name: 'it wants a name and a password',
    bytes: `HTTP/1.1 401 X\r\nWWW-Authenticate: Basic\r\n${empty}`,
    expected: failed(401),
  },
  { name: 'it sets a cookie', bytes: `${ok}Set-Cookie: a=b\r\n${empty}`, expected: whole(200) },
];

/** What a receiver says instead of an answer, for ever; all of it must end with the time. */
export const endlessCases: readonly {
  readonly name: string;
  readonly first: string;
  readonly again: string;
}[] = [
  { name: 'silence', first: '', again: '' },
  { name: 'a reason in drops', first: 'HTTP/1.1 200 ', again: 'O' },
  { name: 'headers in drops', first: ok, again: 'a' },
  { name: 'one header after another', first: ok, again: 'X: y\r\n' },
  { name: 'a body in drops', first: `${ok}Content-Length: 60000\r\n\r\n`, again: 'a' },
  { name: 'pieces in drops', first: `${ok}Transfer-Encoding: chunked\r\n\r\n`, again: '1\r\na\r\n' },
  { name: 'a body without a word', first: `${ok}Content-Length: 10\r\n\r\n`, again: '' },
  { name: 'a size of a piece without an end', first: `${ok}Transfer-Encoding: chunked\r\n\r\n`, again: '0' },
  { name: 'a promise of more', first: '', again: 'HTTP/1.1 102 Processing\r\n\r\n' },
];

import type { PostFault } from '../../src/outbound/PostOutcome.ts';
import type { Resolve } from '../../src/outbound/resolveName.ts';

/** What a resolver answers to one question after the other; null where it fails, 'never' where it does not answer. */
export interface ResolverCase {
  readonly name: string;
  readonly answers: readonly (readonly string[] | null | 'never')[];
  readonly expected: PostFault;
}

const outside = '93.184.216.34';

/** Answers that lead inside, at first or at the second question, and answers that are none. */
export const resolverCases: readonly ResolverCase[] = [
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.1.1',
    '172.20.0.2',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
  ]
    .concat([
      '::1',
      '::',
      'fe80::1',
      'fe80::1%lo',
      'fd00:ec2::254',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '64:ff9b::7f00:1',
    ])
    .concat([
      '64:ff9b:1::a00:1',
      '2002:7f00:1::',
      '2001:0:7f00:1::',
      '2001:db8::1',
      '::127.0.0.1',
      '2606:4700::1111%lo',
    ])
    .flatMap((address): ResolverCase[] => [
      { name: `${address} alone`, answers: [[address]], expected: 'ADDRESS' },
      { name: `${address} behind another`, answers: [[outside, address]], expected: 'ADDRESS' },
      { name: `${address} before another`, answers: [[address, outside]], expected: 'ADDRESS' },
      { name: `${address}, then another`, answers: [[address], [outside]], expected: 'ADDRESS' },
    ]),
  {
    name: 'one of a thousand',
    answers: [[...Array<string>(999).fill(outside), '127.0.0.1']],
    expected: 'ADDRESS',
  },
  ...[
    [],
    [''],
    ['localhost'],
    ['2130706433'],
    ['0x7f.1'],
    ['127.1'],
    [' 93.184.216.34'],
    [`${outside}.`],
    ['[::1]'],
    [`${outside}, 127.0.0.1`],
  ].map((answer): ResolverCase => ({ name: JSON.stringify(answer), answers: [answer], expected: 'DNS' })),
  { name: 'a name among addresses', answers: [[outside, 'localhost']], expected: 'DNS' },
  { name: 'a failure', answers: [null], expected: 'DNS' },
  { name: 'a failure, then an address inside', answers: [null, ['127.0.0.1']], expected: 'DNS' },
  { name: 'no answer', answers: ['never'], expected: 'TIMEOUT' },
];

/** A resolver that answers this, and how often it was asked. */
export function flipping(answers: ResolverCase['answers']): {
  readonly resolve: Resolve;
  readonly asked: () => number;
} {
  let asked = 0;
  const resolve: Resolve = (_host) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? null;
    asked += 1;
    if (answer === 'never') return new Promise(() => {});
    return answer === null ? Promise.reject(new Error('no such host')) : Promise.resolve(answer);
  };
  return { resolve, asked: () => asked };
}

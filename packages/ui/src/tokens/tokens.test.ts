import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emotionColour, laneColours, paletteColours, teamLooks } from './index.ts';

type Palette = Map<string, string>;

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function palette(index: 1 | 2): Palette {
  const found: Palette = new Map();
  for (const match of css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)) {
    found.set(match[1] ?? '', match[1 + index] ?? '');
  }
  return found;
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['paper', 'raised', 'sunken', 'hover'];
const tints = paletteColours.map((name) => `tint-${name}`);
const statuses = ['accent', 'positive', 'warning', 'danger'];
const emotions = ['minus-2', 'minus-1', 'zero', 'plus-1', 'plus-2'].map((name) => `emotion-${name}`);
const teamMarks = ['marketing', 'sales', 'product', 'service', 'other'].map((name) => `team-${name}`);
const cross = (left: readonly string[], right: readonly string[]) =>
  left.flatMap((a) => right.map((b): [string, string] => [a, b]));

const textPairs = [
  ...cross(['ink', 'muted'], [...surfaces, ...tints, ...statuses.map((name) => `${name}-soft`)]),
  ...cross(statuses, surfaces),
  ...cross(['accent-strong'], surfaces),
  ...statuses.map((name): [string, string] => [name, `${name}-soft`]),
  ['on-accent', 'accent'] as [string, string],
  ['on-accent', 'accent-strong'] as [string, string],
  ['on-danger', 'danger'] as [string, string],
];
const markPairs = [
  ...cross(['line-strong', 'focus', ...emotions, ...teamMarks], surfaces),
  ...cross(['focus', ...teamMarks, ...emotions], tints),
  ...paletteColours.flatMap((name): [string, string][] => [
    ...cross([`colour-${name}`], surfaces),
    [`colour-${name}`, `tint-${name}`],
  ]),
];

describe.each([
  ['light', palette(1)],
  ['dark', palette(2)],
] as const)('the %s palette', (_name, colours) => {
  const value = (name: string) => {
    const found = colours.get(name);
    if (found === undefined) throw new Error(`tokens.css has no --${name}`);
    return found;
  };
  const failures = (pairs: readonly [string, string][], least: number) =>
    pairs
      .map(([a, b]) => ({ pair: `${a} on ${b}`, ratio: contrast(value(a), value(b)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`);

  it('gives every text 4.5:1 on every surface it may stand on', () => {
    expect(failures(textPairs, 4.5)).toEqual([]);
  });

  it('gives every mark 3:1 on every surface it may stand on', () => {
    expect(failures(markPairs, 3)).toEqual([]);
  });
});

describe('the looks', () => {
  it('give every team a shape of its own', () => {
    const shapes = Object.values(teamLooks).map((look) => look.shape);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('name only tokens that exist', () => {
    const names = [
      ...Object.values(teamLooks).map((look) => look.colour),
      ...Object.values(laneColours).map((name) => `var(--tint-${name})`),
      ...[-2, -1, 0, 1, 2].map(emotionColour),
    ];
    const missing = names.filter((name) => !palette(1).has(name.slice(6, -1)));
    expect(missing).toEqual([]);
  });

  it('take the nearest step of the emotion scale and never leave it', () => {
    expect([-9, -1.6, -0.4, 0.6, 9].map(emotionColour)).toEqual([
      'var(--emotion-minus-2)',
      'var(--emotion-minus-2)',
      'var(--emotion-zero)',
      'var(--emotion-plus-1)',
      'var(--emotion-plus-2)',
    ]);
  });
});

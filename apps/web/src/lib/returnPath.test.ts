import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './returnPath.ts';

describe('safeReturnPath', () => {
  it('keeps a path on this site with its query and fragment', () => {
    expect(safeReturnPath('/id/maps/map_1?view=outline#card')).toBe('/id/maps/map_1?view=outline#card');
  });

  it.each([
    null,
    undefined,
    '',
    'maps',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example/',
    '/\n/elsewhere.example/',
    'javascript:alert(1)',
    `/${'a'.repeat(1000)}`,
  ])('refuses what a browser could take for another site (%#)', (value) => {
    expect(safeReturnPath(value)).toBeNull();
  });

  it('refuses what is no address, however often it is asked', () => {
    // Node compiles what is asked often, and some of it reads letters beyond ASCII otherwise then.
    for (let times = 0; times < 50_000; times += 1) URL.canParse(`/maps/${times}`, 'http://jejak.invalid');
    expect(safeReturnPath('//\u00e2\u0084\u0083.example/')).toBeNull();
  });

  it('never lets dot segments grow into a host', () => {
    expect(safeReturnPath('/a/..//elsewhere.example')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import english from '../../../../messages/en/map.json' with { type: 'json' };
import { commands } from './commands.ts';
import { matchWords } from './matchWords.ts';
import { shortcutOf } from './shortcutOf.ts';
import { fitZoom, stepZoom, zoomBy } from './zoom.ts';

const press = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('commands', () => {
  it('[KEY1] each has a name, and no two share a shortcut but Enter', () => {
    const shortcuts = commands.flatMap(({ shortcut }) =>
      shortcut && shortcut !== 'Enter' ? [shortcut] : [],
    );
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    for (const { id } of commands) expect(english.command[id], id).toBeTruthy();
  });

  it('[KEY1] key presses are written as shortcuts are', () => {
    expect(shortcutOf({ ...press, key: 'z', ctrlKey: true })).toBe('Mod+Z');
    expect(shortcutOf({ ...press, key: 'Z', metaKey: true, shiftKey: true })).toBe('Mod+Shift+Z');
    expect(shortcutOf({ ...press, key: '?', shiftKey: true })).toBe('?');
    expect(shortcutOf({ ...press, key: 'Backspace' })).toBe('Delete');
    expect(shortcutOf({ ...press, key: '=' })).toBe('+');
  });
});

describe('zoom', () => {
  it('steps up and down between bounds and fits a grid into its frame', () => {
    expect(stepZoom(1, 1)).toBe(1.15);
    expect(stepZoom(2, 1)).toBe(2);
    expect(stepZoom(0.3, -1)).toBe(0.3);
    expect(fitZoom({ width: 2000, height: 1000 }, { width: 1000, height: 900 })).toBe(0.5);
    expect(fitZoom({ width: 500, height: 500 }, { width: 1000, height: 900 })).toBe(1);
    expect(zoomBy(2, -1000)).toBe(2);
    expect(zoomBy(1, 0)).toBe(1);
  });
});

describe('matchWords', () => {
  it('finds every word, whatever its case and accents', () => {
    expect(matchWords('Café Müller buka', 'MULLER cafe')).toBe(true);
    expect(matchWords('Add card', 'add stage')).toBe(false);
    expect(matchWords('anything', '  ')).toBe(true);
  });
});

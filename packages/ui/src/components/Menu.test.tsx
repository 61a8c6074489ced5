// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Menu, MenuChoice, MenuItem } from './Menu.tsx';

const chosen = vi.fn();

function show(): void {
  render(
    <Menu
      label="More"
      trigger={(props) => (
        <button type="button" {...props}>
          open
        </button>
      )}
    >
      <MenuItem onSelect={() => chosen('rename')}>Rename</MenuItem>
      <MenuItem disabled onSelect={() => chosen('share')}>
        Share
      </MenuItem>
      <MenuChoice
        label="Language"
        value="en"
        options={[
          { value: 'en', label: 'English' },
          { value: 'id', label: 'Bahasa Indonesia' },
        ]}
        onChange={chosen}
      />
    </Menu>,
  );
}

const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
const focused = () => document.activeElement?.textContent;

describe('a menu', () => {
  beforeEach(() => {
    chosen.mockClear();
    // The environment knows no top layer; what is tested is what we do about it.
    vi.stubGlobal('ToggleEvent', class extends Event {});
    HTMLElement.prototype.showPopover = () => {};
    HTMLElement.prototype.hidePopover = () => {};
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('opens by a press or by the down arrow, at its first entry', () => {
    show();
    expect(screen.queryByRole('menu')).toBeNull();
    fireEvent.keyDown(screen.getByText('open'), { key: 'ArrowDown' });
    expect([screen.getByRole('menu').getAttribute('aria-label'), focused()]).toEqual(['More', 'Rename']);
  });

  it('is walked round by arrows and letters, past what cannot be chosen', () => {
    show();
    fireEvent.click(screen.getByText('open'));
    key('ArrowDown');
    expect(focused()).toBe('English');
    key('ArrowUp');
    key('ArrowUp');
    expect(focused()).toBe('Bahasa Indonesia');
    key('ArrowDown');
    expect(focused()).toBe('Rename');
    key('b');
    expect(focused()).toBe('Bahasa Indonesia');
    key('Home');
    expect(focused()).toBe('Rename');
  });

  it('says which choice holds, tells the one chosen, and gives the focus back', () => {
    show();
    fireEvent.click(screen.getByText('open'));
    expect(screen.getByText('English').closest('button')?.getAttribute('aria-checked')).toBe('true');
    fireEvent.click(screen.getByText('Bahasa Indonesia'));
    expect([chosen.mock.calls, screen.queryByRole('menu'), focused()]).toEqual([[['id']], null, 'open']);
  });

  it('closes on Escape and Tab, and does nothing for what cannot be chosen', () => {
    show();
    for (const name of ['Escape', 'Tab']) {
      fireEvent.click(screen.getByText('open'));
      fireEvent.click(screen.getByText('Share'));
      key(name);
      expect([screen.queryByRole('menu'), focused(), chosen.mock.calls.length]).toEqual([null, 'open', 0]);
    }
  });
});

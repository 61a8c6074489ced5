// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Select } from './Select.tsx';
import { TextField } from './TextField.tsx';

afterEach(cleanup);

describe('a field', () => {
  it('ties its label, hint and error to the control', () => {
    render(<TextField label="Name" hint="As others see it" error="Enter your name" />);
    const control = screen.getByLabelText('Name');
    const described = (control.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect([described, control.getAttribute('aria-invalid')]).toEqual([
      ['As others see it', 'Enter your name'],
      'true',
    ]);
  });

  it('says nothing of errors where there is none', () => {
    render(<TextField label="Name" />);
    const control = screen.getByLabelText('Name');
    expect([control.hasAttribute('aria-invalid'), control.hasAttribute('aria-describedby')]).toEqual([
      false,
      false,
    ]);
  });

  it('keeps its name when the label is not shown', () => {
    render(<Select label="Role of Ani" labelHidden options={[{ value: 'a', label: 'A' }]} />);
    expect(screen.getByLabelText('Role of Ani').tagName).toBe('SELECT');
  });
});

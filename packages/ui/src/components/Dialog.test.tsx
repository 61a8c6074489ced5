// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from './Dialog.tsx';

function show(onClose: () => void) {
  return render(
    <Dialog title="Delete “Tour”?" description="It goes away." closeLabel="Close" onClose={onClose}>
      <p>inside</p>
    </Dialog>,
  );
}

describe('a dialog', () => {
  afterEach(cleanup);

  it('is modal while it is drawn, named and described by its words', () => {
    show(() => {});
    const dialog = screen.getByRole<HTMLDialogElement>('dialog');
    expect(dialog.open).toBe(true);
    const words = (attribute: string) =>
      document.getElementById(dialog.getAttribute(attribute) ?? '')?.textContent;
    expect([words('aria-labelledby'), words('aria-describedby')]).toEqual([
      'Delete “Tour”?',
      'It goes away.',
    ]);
  });

  it('closes by its button, by Escape and by a press beside it, not by one inside', () => {
    const onClose = vi.fn();
    show(onClose);
    const dialog = screen.getByRole('dialog');
    fireEvent.click(screen.getByText('inside'));
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(screen.getByLabelText('Close'));
    fireEvent(dialog, new Event('cancel', { cancelable: true }));
    fireEvent.click(dialog);
    expect(onClose).toHaveBeenCalledTimes(3);
  });
});

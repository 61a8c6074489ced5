'use client';

import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string;
  readonly closeLabel: string;
  readonly children?: ReactNode;
  /** Buttons, the confirming one last. */
  readonly actions?: ReactNode;
}

/**
 * A question that must be answered before going on; for acts that cannot be undone and nothing else. It is open while
 * it is drawn. The browser keeps the focus inside and returns it.
 */
export function Dialog({ onClose, title, description, closeLabel, children, actions }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does by `onCancel` what a press beside the dialog does
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-text` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md overflow-y-auto rounded-panel border border-line bg-raised text-ink shadow-lifted backdrop:bg-veil"
    >
      <div className="flex flex-col gap-3 p-5">
        <div className="flex items-start justify-between gap-3">
          <h2 id={`${id}-title`} className="min-w-0 text-lead font-semibold break-words">
            {title}
          </h2>
          <IconButton
            label={closeLabel}
            icon={<X className="size-5" />}
            onClick={onClose}
            className="-mt-1.5 -mr-1.5"
          />
        </div>
        {description && (
          <p id={`${id}-text`} className="text-body text-muted">
            {description}
          </p>
        )}
        {children}
        {actions && <div className="mt-2 flex flex-wrap justify-end gap-2">{actions}</div>}
      </div>
    </dialog>
  );
}

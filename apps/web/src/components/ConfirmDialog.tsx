'use client';

import { Button } from '@jejak/ui/Button';
import { Dialog } from '@jejak/ui/Dialog';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will be lost, and what is kept. */
  readonly text: string;
  /** The verb on the button. */
  readonly act: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks before an act that cannot be undone. */
export function ConfirmDialog({ title, text, act, busy, onConfirm, onClose, children }: ConfirmDialogProps) {
  const t = useTranslations('common');
  return (
    <Dialog
      title={title}
      description={text}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button tone="danger" busy={busy} onClick={onConfirm}>
            {act}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

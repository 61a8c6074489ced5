'use client';

import { Button } from '@jejak/ui/Button';
import { useToast } from '@jejak/ui/Toast';
import { type ReactNode, useState } from 'react';
import { useErrorText } from '../../lib/errorText.ts';
import { signOut } from './accountApi.ts';

interface SignOutButtonProps {
  readonly children: ReactNode;
  /** Where to go once signed out. */
  readonly to: string;
}

/** Signs out and goes on. */
export function SignOutButton({ children, to }: SignOutButtonProps) {
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const errorText = useErrorText();
  const run = async () => {
    setBusy(true);
    const result = await signOut();
    if (result.ok) return window.location.assign(to);
    setBusy(false);
    toast({ text: errorText(result.failure), tone: 'danger' });
  };
  return (
    <Button tone="quiet" wide busy={busy} onClick={() => void run()}>
      {children}
    </Button>
  );
}
